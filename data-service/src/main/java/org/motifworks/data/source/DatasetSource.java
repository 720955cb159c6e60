package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Set;

/**
 * What a dataset is to be made from, as the caller wrote it, defaults filled in. With the bytes of
 * the named files it decides every byte of the dataset.
 *
 * <p>JSON tells the kinds apart by {@code kind}. A new kind is a record here and an {@link
 * Importer}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
  @JsonSubTypes.Type(value = SimulationSource.class, name = SimulationSource.KIND),
  @JsonSubTypes.Type(value = FastaSource.class, name = FastaSource.KIND),
  @JsonSubTypes.Type(value = PeaksSource.class, name = PeaksSource.KIND),
  @JsonSubTypes.Type(value = DeepSeaSource.class, name = DeepSeaSource.KIND),
  @JsonSubTypes.Type(value = AppendSource.class, name = AppendSource.KIND)
})
public sealed interface DatasetSource
    permits SimulationSource, AddedSource, DeepSeaSource, AppendSource {

  /** The {@code kind} in JSON. */
  String kind();

  /**
   * The files it needs: each the name of a file uploaded with it, or, where the kind allows it, the
   * path of a file at the service ({@link SourceFile#isPath}).
   */
  Set<String> files();

  /** The same with every path cut down to the file's name: what a dataset tells of its making. */
  default DatasetSource withoutPaths() {
    return this;
  }

  /**
   * Looks for what can be known to be wrong before any file is read.
   *
   * @throws SourceProblem with code, reason and remedy
   */
  void validate();
}
