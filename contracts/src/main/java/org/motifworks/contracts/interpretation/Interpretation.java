package org.motifworks.contracts.interpretation;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.motifworks.contracts.artifact.ArtifactRef;

/**
 * What a model's filters mean and where it looks. Figures are of the first layer where none is
 * named.
 *
 * <p>In the artifact the first four fields are absent: runs with equal models share one
 * interpretation, so the file names content (hashes) and never ids. An answer over HTTP carries
 * them.
 *
 * @param modelId id of the model asked for
 * @param model its artifact
 * @param dataset the artifact whose test split was scanned
 * @param ref this interpretation's artifact
 * @param format always {@link #FORMAT}
 * @param architecture name of the model's architecture
 * @param classes the model's classes, in order
 * @param window length of its input in nt
 * @param summaries both rules by both clips
 * @param filters all of the first layer, by index
 * @param deeperLayers the layers after it as far as nothing was pooled before them; empty for most
 *     architectures, and in interpretations of before they were read
 */
public record Interpretation(
    Optional<String> modelId,
    Optional<ArtifactRef> model,
    Optional<ArtifactRef> dataset,
    Optional<ArtifactRef> ref,
    String format,
    String architecture,
    List<String> classes,
    int window,
    InterpretationSettings settings,
    String settingsDigest,
    int filterCount,
    List<Integer> deadFilters,
    List<RuleSummary> summaries,
    FilterRule primaryRule,
    ClipRule primaryClip,
    List<FilterFinding> filters,
    List<LayerFinding> deeperLayers,
    SaliencyFinding saliency,
    Provenance provenance) {

  public static final String FORMAT = "motifworks.interpretation/1";

  public Interpretation {
    modelId = modelId == null ? Optional.empty() : modelId;
    model = model == null ? Optional.empty() : model;
    dataset = dataset == null ? Optional.empty() : dataset;
    ref = ref == null ? Optional.empty() : ref;
    if (!FORMAT.equals(format)) {
      throw new IllegalArgumentException(
          "interpretation format is " + format + ", this version reads " + FORMAT);
    }
    classes = List.copyOf(classes);
    deadFilters = List.copyOf(deadFilters);
    summaries = List.copyOf(summaries);
    filters = List.copyOf(filters);
    deeperLayers = deeperLayers == null ? List.of() : List.copyOf(deeperLayers);
  }

  /**
   * Content the result was made from.
   *
   * @param modelSha256 hash of the model's manifest
   * @param datasetSha256 hash of the dataset's manifest
   * @param testSequences sequences scanned
   */
  public record Provenance(String modelSha256, String datasetSha256, int testSequences) {}

  /** The same, told about one model among those with equal bytes. */
  public Interpretation of(String id, ArtifactRef model, ArtifactRef dataset, ArtifactRef ref) {
    return new Interpretation(
        Optional.of(id),
        Optional.of(model),
        Optional.of(dataset),
        Optional.of(ref),
        format,
        architecture,
        classes,
        window,
        settings,
        settingsDigest,
        filterCount,
        deadFilters,
        summaries,
        primaryRule,
        primaryClip,
        filters,
        deeperLayers,
        saliency,
        provenance);
  }

  /** The filters of a layer, 1-based; empty when that layer's were not read as motifs. */
  public Optional<List<FilterFinding>> filtersOf(int layer) {
    if (layer == 1) return Optional.of(filters);
    return deeperLayers.stream()
        .filter(one -> one.layer() == layer)
        .findFirst()
        .map(LayerFinding::filters);
  }

  /** The summary by the primary rule and clip. */
  public RuleSummary primary() {
    return summaries.stream()
        .filter(summary -> summary.rule() == primaryRule && summary.clip() == primaryClip)
        .findFirst()
        .orElseThrow();
  }

  /** Share of filters with any JASPAR match by the primary rule and clip. */
  public double jasparMatchPercent() {
    return primary().jasparMatchPercent();
  }

  /** Share of filters that match a factor of the dataset by the primary rule and clip. */
  public OptionalDouble relevantMatchPercent() {
    return primary().relevantMatchPercent();
  }
}
