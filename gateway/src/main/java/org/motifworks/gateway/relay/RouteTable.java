package org.motifworks.gateway.relay;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which service owns which path below {@code /v1}, and that the Open Inference Protocol's, {@code
 * /v2}, are the interpreter's.
 *
 * <p>The first segment decides, except under {@code /v1/models/{ref}}: what a model <em>is</em>
 * (record, artifacts, aliases) is the trainer's, what it <em>means and says</em> (filters,
 * saliency, scores) the interpreter's. What of a collection is garbage its owner says.
 */
public final class RouteTable {

  private static final Map<String, Service> COLLECTIONS =
      Map.of(
          "datasets", Service.DATA,
          "scorings", Service.DATA,
          "runs", Service.TRAINER,
          "experiments", Service.TRAINER,
          "architectures", Service.TRAINER,
          "models", Service.TRAINER,
          "series", Service.TRAINER,
          "motif-databases", Service.INTERPRET,
          "motif-matches", Service.INTERPRET);

  private static final Map<String, Service> OF_A_MODEL =
      Map.ofEntries(
          Map.entry("artifacts", Service.TRAINER),
          Map.entry("trace", Service.TRAINER),
          Map.entry("reproduce", Service.TRAINER),
          Map.entry("promote", Service.TRAINER),
          Map.entry("rollback", Service.TRAINER),
          Map.entry("interpretation", Service.INTERPRET),
          Map.entry("filters", Service.INTERPRET),
          Map.entry("filters.meme", Service.INTERPRET),
          Map.entry("matches.tsv", Service.INTERPRET),
          Map.entry("score", Service.INTERPRET),
          Map.entry("shadow", Service.INTERPRET),
          Map.entry("drift", Service.INTERPRET),
          Map.entry("saliency", Service.INTERPRET),
          Map.entry("mutagenesis", Service.INTERPRET),
          Map.entry("saliency.json", Service.INTERPRET),
          Map.entry("report.html", Service.INTERPRET));

  private RouteTable() {}

  /**
   * The owner of a path.
   *
   * @param segments of the path, decoded: {@code [v1, models, tf12@champion, score]}
   * @return empty when nobody serves it
   */
  public static Optional<Service> owner(List<String> segments) {
    if (!segments.isEmpty() && segments.get(0).equals("v2")) return Optional.of(Service.INTERPRET);
    if (segments.size() < 2 || !segments.get(0).equals("v1")) return Optional.empty();
    String collection = segments.get(1);
    if (collection.equals("models") && segments.size() > 3) {
      return Optional.ofNullable(OF_A_MODEL.get(segments.get(3)));
    }
    if (collection.equals("garbage") && segments.size() == 3) {
      return Optional.ofNullable(COLLECTIONS.get(segments.get(2)));
    }
    return Optional.ofNullable(COLLECTIONS.get(collection));
  }
}
