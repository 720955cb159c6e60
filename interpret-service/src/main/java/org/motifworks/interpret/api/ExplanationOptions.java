package org.motifworks.interpret.api;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.motifworks.interpret.score.ScoreSettings;
import org.motifworks.interpret.score.ScoreSettings.Longer;
import org.motifworks.kit.problem.Problem;

/**
 * What the query and the headers of a request to explain ask for.
 *
 * @param form how it is written
 * @param chromosome where the sequence lies; {@code sequence} when that is not said
 * @param start where it begins there, 0-based
 * @param settings what is done with a sequence that is not as long as the model's window
 */
record ExplanationOptions(
    ExplanationForm form, String chromosome, long start, ScoreSettings settings) {
  private static final Set<String> NAMES =
      Set.of("format", "chromosome", "start", "shorter", "longer", "stride");
  private static final String LARGEST = "2000000000"; // no chromosome is longer

  /**
   * Reads the options.
   *
   * @param accepted media types the client takes, best first; {@code format} goes before them
   * @throws Problem {@code score.option}, {@code request.invalid-choice} (400)
   */
  static ExplanationOptions of(MultivaluedMap<String, String> query, List<MediaType> accepted) {
    QueryOptions options = new QueryOptions(query, NAMES);
    Longer longer = options.value("longer", Longer.REFUSE);
    if (longer == Longer.MEAN) {
      throw QueryOptions.wrong(
          "The mean of several windows cannot be explained.",
          List.of("longer=refuse", "longer=windows", "longer=max"));
    }
    ScoreSettings settings =
        new ScoreSettings(
            ScoreSettings.Strands.FORWARD,
            options.value("shorter", ScoreSettings.Shorter.REFUSE),
            longer,
            options.stride(longer, "windows", "max"),
            0,
            Optional.empty());
    String format = query.getFirst("format");
    String chromosome = Optional.ofNullable(query.getFirst("chromosome")).orElse("sequence");
    String start = Optional.ofNullable(query.getFirst("start")).orElse("0");
    Optional<ExplanationForm> form =
        format == null ? Optional.of(ExplanationForm.of(accepted)) : ExplanationForm.of(format);
    if (form.isEmpty() || !isName(chromosome) || !isPlace(start)) {
      throw new Problem(
          400,
          "request.invalid-choice",
          "A choice that there is not",
          "format=" + format + ", chromosome=" + chromosome + ", start=" + start,
          "format may be json, svg or bedgraph; chromosome is a name without blanks, start is 0 to "
              + LARGEST
              + ".");
    }
    return new ExplanationOptions(form.get(), chromosome, Long.parseLong(start), settings);
  }

  private static boolean isName(String chromosome) {
    return chromosome.matches("[\\x21-\\x7e]{1,200}");
  }

  private static boolean isPlace(String start) {
    return start.matches("[0-9]{1,10}") && Long.parseLong(start) <= Long.parseLong(LARGEST);
  }
}
