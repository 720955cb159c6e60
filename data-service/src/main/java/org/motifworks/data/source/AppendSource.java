package org.motifworks.data.source;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.util.Set;

/**
 * A dataset that is there, with new sequences in its training split. Validation and test split stay
 * what they are, byte for byte, so that models of the old and the new dataset can be compared.
 *
 * @param base id of a dataset, or the name whose newest is meant; empty where a dataset tells of
 *     its making, which names the base by its hash
 * @param added the new sequences; its window is the base's, and its split means nothing
 */
@JsonTypeName(AppendSource.KIND)
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record AppendSource(String base, AddedSource added) implements DatasetSource {

  public static final String KIND = "append";

  /** What the base is called among the inputs; no uploaded file can be called so. */
  public static final String BASE_INPUT = "base dataset";

  @JsonCreator
  static AppendSource of(
      @JsonProperty("base") String base, @JsonProperty("added") AddedSource added) {
    if (base == null || base.isBlank() || added == null) {
      throw new SourceProblem(
          "append.incomplete",
          "It does not say to which dataset (\"base\") or what (\"added\") is to be added.",
          "Send {\"kind\": \"append\", \"base\": NAME, \"added\": {\"kind\": \"fasta\" or"
              + " \"peaks\", ...}}.");
    }
    return new AppendSource(base, added);
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  @JsonIgnore
  public Set<String> files() {
    return added.files();
  }

  @Override
  public AppendSource withoutPaths() {
    return new AppendSource("", added.withoutPaths());
  }

  @Override
  public void validate() {
    added.validateAdded();
  }
}
