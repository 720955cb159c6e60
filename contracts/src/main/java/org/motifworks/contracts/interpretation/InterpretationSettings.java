package org.motifworks.contracts.interpretation;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import org.motifworks.contracts.json.Json;

/**
 * All that decides an interpretation besides the model and the dataset. Equal settings have an
 * equal {@link #digest()}, which with the model's hash names the result.
 *
 * @param algorithm version of the program's way; raised when the same settings would give another
 *     result
 * @param jaspar release of JASPAR CORE vertebrates that is matched against
 * @param eValue largest E-value that counts as a match
 * @param primaryRule rule of the motifs that are shown
 * @param primaryClip clip of the motifs that are shown
 * @param matchesKept best matches listed for a filter
 * @param saliencySequences single-label test sequences the saliency number is taken from, at most
 * @param saliencyExamples sequences drawn, at most; one of every class in any case
 */
public record InterpretationSettings(
    int algorithm,
    String jaspar,
    double eValue,
    FilterRule primaryRule,
    ClipRule primaryClip,
    int matchesKept,
    int saliencySequences,
    int saliencyExamples) {

  /** The paper's: JASPAR 2016, E &lt;= 0.1, code rule and sharpened clip shown. */
  public static InterpretationSettings paper() {
    return new InterpretationSettings(
        3, "2016", 0.1, FilterRule.CODE, ClipRule.SHARPENED, 10, 1000, 12);
  }

  /** The same in every earlier version, the latest first: their results can still be read. */
  public List<InterpretationSettings> before() {
    return IntStream.iterate(algorithm - 1, version -> version >= 1, version -> version - 1)
        .mapToObj(this::inVersion)
        .toList();
  }

  private InterpretationSettings inVersion(int version) {
    return new InterpretationSettings(
        version,
        jaspar,
        eValue,
        primaryRule,
        primaryClip,
        matchesKept,
        saliencySequences,
        saliencyExamples);
  }

  /** SHA-256 of the settings' JSON, 64 lower-case hex digits. */
  public String digest() {
    try {
      byte[] json = Json.mapper().writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(json));
    } catch (JsonProcessingException | NoSuchAlgorithmException e) {
      throw new IllegalStateException("settings are always JSON, and SHA-256 always there", e);
    }
  }
}
