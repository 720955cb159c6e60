package org.motifworks.interpret.match;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.motifworks.core.match.MotifDatabase;

/** A database that comes with Motifworks, by the name it has in requests. */
public enum BundledDatabase {
  /** The newest JASPAR bundled. */
  JASPAR(MotifDatabase::newestJaspar),
  /** The paper's. */
  JASPAR2016(MotifDatabase::jaspar2016);

  private static final String LICENCE = "CC BY 4.0";
  private static final String SOURCE = "https://jaspar.elixir.no";

  private final Supplier<MotifDatabase> database;

  BundledDatabase(Supplier<MotifDatabase> database) {
    this.database = database;
  }

  /**
   * What people choose from.
   *
   * @param id the name in requests
   * @param motifs how many there are, which an E-value is a multiple of
   * @param source where it is from
   */
  public record Listed(String id, String title, int motifs, String licence, String source) {}

  /** The name in requests, such as {@code jaspar2016}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Its motifs, read at first use. */
  public MotifDatabase motifs() {
    return database.get();
  }

  /** All of them. */
  public static List<Listed> listed() {
    return Arrays.stream(values())
        .map(
            one ->
                new Listed(
                    one.id(), one.motifs().name(), one.motifs().motifs().size(), LICENCE, SOURCE))
        .toList();
  }

  /** The database of a name. */
  public static Optional<BundledDatabase> of(String id) {
    return Arrays.stream(values()).filter(one -> one.id().equals(id)).findFirst();
  }

  static String ids() {
    return Arrays.stream(values()).map(BundledDatabase::id).collect(Collectors.joining(", "));
  }
}
