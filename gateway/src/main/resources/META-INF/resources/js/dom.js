// Builds elements. Data only ever becomes text nodes and plain attributes, never markup.

const listening = new WeakSet();

/** h("p.soft", {title: "…"}, "text", child, …): an element; `null` and `false` children are left out. */
export function h(what, ...rest) {
  const [tag, ...classes] = what.split(".");
  const element = document.createElement(tag);
  if (classes.length) element.className = classes.join(" ");
  for (const part of rest) add(element, part);
  return element;
}

function add(element, part) {
  if (part === null || part === undefined || part === false) return;
  if (Array.isArray(part)) part.forEach(one => add(element, one));
  else if (part instanceof Node) element.append(part);
  else if (typeof part === "object") for (const [name, value] of Object.entries(part)) set(element, name, value);
  else element.append(String(part));
}

function set(element, name, value) {
  if (value === null || value === undefined || value === false) return;
  if (name.startsWith("on")) {
    element.addEventListener(name.slice(2), value);
    listening.add(element);
  }
  else if (name === "style") for (const [property, v] of Object.entries(value)) element.style.setProperty(property, v);
  else if (name === "value") element.value = value;
  else element.setAttribute(name, value === true ? "" : String(value));
}

/** Replaces what is in an element. */
export function fill(element, ...children) {
  const holder = document.createDocumentFragment();
  for (const child of children) add(holder, child);
  element.replaceChildren(holder);
}

/**
 * Brings an element up to what these new children show, and touches only what differs: a list that
 * changes every second keeps the reader's focus, selection and half a click.
 */
export function refill(element, ...children) {
  const holder = h("div");
  for (const child of children) add(holder, child);
  mergeChildren(element, holder);
}

function mergeChildren(old, fresh) {
  const before = [...old.childNodes], after = [...fresh.childNodes];
  if (before.length !== after.length) old.replaceChildren(...after);
  else before.forEach((node, i) => merge(node, after[i]));
}

/** What listens is kept as it is or replaced: its listener may belong to another state. */
function merge(old, fresh) {
  if (old.isEqualNode(fresh)) return;
  const alike = old instanceof Element && fresh instanceof Element && old.tagName === fresh.tagName
    && !listening.has(old) && !listening.has(fresh);
  if (!alike) return void old.replaceWith(fresh);
  const readers = name => name === "open"; // whether a part is unfolded is the reader's
  for (const {name} of [...old.attributes]) if (!fresh.hasAttribute(name) && !readers(name)) old.removeAttribute(name);
  for (const {name, value} of [...fresh.attributes]) {
    if (name === "style") old.style.cssText = value; // the attribute itself is barred by the page's policy
    else if (!readers(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
  mergeChildren(old, fresh);
}

/** A definition list: facts([["Window", "200 nt"], …]); absent values are left out. */
export function facts(pairs) {
  return h("dl.facts", pairs.filter(([, value]) => value !== null && value !== undefined && value !== "")
    .flatMap(([name, value]) => [h("dt", name), h("dd", value)]));
}

/** A row of large figures; absent values show a dash. */
export function figures(pairs) {
  return h("dl.figures", pairs.map(([name, value, extra]) =>
    h("div", h("dt", name), h("dd", value ?? "–", extra ? h("small", " ", extra) : null))));
}

/** A table; columns are {title, number?, cell(item) → node or text}. */
export function table(caption, columns, items) {
  return h("div.scroll", h("table", {"aria-label": caption},
    h("thead", h("tr", columns.map(c => h(c.number ? "th.number" : "th", {scope: "col"}, c.title)))),
    h("tbody", items.map(item => h("tr", columns.map(c =>
      h("td", {class: [c.number ? "number" : "", c.class ?? ""].join(" ").trim() || null}, c.cell(item))))))));
}
