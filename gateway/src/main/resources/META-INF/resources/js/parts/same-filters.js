// Filters of a model that learned the same motif.

/** ["Reverse complement of filter 12", …]; nothing for a filter that is the only one of its kind. */
export function sameAs(filter, filters) {
  if (!filter.group) return [];
  const {representative, strand} = filter.group;
  if (representative !== filter.filter) return [(strand === "-" ? "Reverse complement of filter " : "Duplicate of filter ") + representative];
  const others = filters.filter(other => other.group?.representative === filter.filter && other.filter !== filter.filter);
  const named = (words, which) => {
    const found = others.filter(other => other.group.strand === which).map(other => other.filter);
    return found.length ? [words + (found.length > 1 ? "s " : " ") + found.join(", ")] : [];
  };
  return [...named("Repeated by filter", "+"), ...named("Reverse complement in filter", "-")];
}
