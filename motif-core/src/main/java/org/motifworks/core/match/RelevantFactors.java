package org.motifworks.core.match;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.RelevantMotifs;

/**
 * Which database motifs stand for which class of a dataset.
 *
 * <p>A class named like one of the paper's twelve factors stands for the paper's group of matrices.
 * Any other class stands for the motifs of its name, case and {@code (var.n)} aside, alone or in a
 * dimer ({@code MAX::MYC}); if there is none, for those whose name it begins and that are at most
 * one letter longer ({@code MAF}: MAFF, MAFG, MAFK). A class of no such name stands for nothing.
 */
public final class RelevantFactors {
  private final Map<String, Set<String>> idsByFactor = new LinkedHashMap<>();

  private RelevantFactors() {}

  /** What classes stand for in a database. */
  public static RelevantFactors of(List<String> classes, List<Motif> database) {
    RelevantFactors factors = new RelevantFactors();
    for (String name : classes) {
      Set<String> ids = ids(name, database);
      if (!ids.isEmpty()) factors.idsByFactor.put(name, ids);
    }
    return factors;
  }

  /** Whether any class stands for a motif: if none does, no match can be called relevant. */
  public boolean known() {
    return !idsByFactor.isEmpty();
  }

  /** The factor a motif stands for, the first in class order. */
  public Optional<String> factorOf(Motif target) {
    return idsByFactor.entrySet().stream()
        .filter(factor -> factor.getValue().contains(target.id()))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** The classes that stand for a motif, in class order. */
  public List<String> factors() {
    return List.copyOf(idsByFactor.keySet());
  }

  private static Set<String> ids(String className, List<Motif> database) {
    RelevantMotifs paper = RelevantMotifs.paper();
    if (paper.factors().contains(className)) {
      return where(database, m -> paper.factorOf(m.id()).filter(className::equals).isPresent());
    }
    String wanted = className.toUpperCase(Locale.ROOT);
    Set<String> named = where(database, motif -> names(motif).contains(wanted));
    if (!named.isEmpty() || wanted.length() < 3) return named;
    return where(
        database,
        motif ->
            names(motif).stream()
                .anyMatch(name -> name.startsWith(wanted) && name.length() == wanted.length() + 1));
  }

  private static Set<String> where(List<Motif> database, Predicate<Motif> wanted) {
    Set<String> ids = new TreeSet<>();
    for (Motif motif : database) if (wanted.test(motif)) ids.add(motif.id());
    return ids;
  }

  private static List<String> names(Motif motif) {
    List<String> names = new ArrayList<>();
    for (String part : motif.name().toUpperCase(Locale.ROOT).split("::", -1)) {
      int variant = part.indexOf('(');
      names.add((variant < 0 ? part : part.substring(0, variant)).strip());
    }
    return names;
  }
}
