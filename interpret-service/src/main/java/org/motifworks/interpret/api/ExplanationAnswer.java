package org.motifworks.interpret.api;

import java.util.List;
import java.util.Map;
import org.motifworks.core.logo.Drawing;
import org.motifworks.core.logo.DrawingSheet;
import org.motifworks.interpret.explanation.Explanation;
import org.motifworks.interpret.explanation.Subject;
import org.motifworks.interpret.score.ScoreSettings.Longer;

/** Explanations as they are written: an entity for JSON, or the text of a picture or of tracks. */
final class ExplanationAnswer {
  /** Letters in a line of a picture; they are as large as print then, on a sheet of A4. */
  private static final int POSITIONS_A_LINE = 50;

  private ExplanationAnswer() {}

  /**
   * The entity of an answer.
   *
   * @param parts one; as many as there are windows where all are asked for
   */
  static Object of(ExplanationOptions options, Subject subject, List<Explanation> parts) {
    return switch (options.form()) {
      case JSON -> json(options, parts);
      case SVG -> picture(subject, parts);
      case BEDGRAPH -> tracks(subject, parts);
    };
  }

  /** What shape it has depends on what is asked for, not on how long the sequence is. */
  private static Object json(ExplanationOptions options, List<Explanation> parts) {
    if (options.settings().longer() != Longer.WINDOWS) return parts.get(0).told();
    return Map.of("windows", parts.stream().map(Explanation::told).toList());
  }

  private static String picture(Subject subject, List<Explanation> parts) {
    DrawingSheet sheet = new DrawingSheet(subject.className() + " by model " + subject.model());
    for (Explanation part : parts) {
      sheet.heading(part.heading());
      for (Drawing line : part.lines(POSITIONS_A_LINE)) sheet.drawing(line);
    }
    return sheet.toSvg();
  }

  private static String tracks(Subject subject, List<Explanation> parts) {
    StringBuilder tracks = new StringBuilder();
    for (Explanation each : parts) {
      BedGraph place = new BedGraph(subject.chromosome(), subject.start() + each.part().start());
      tracks.append(place.write(subject.className(), each.method(), each.values()));
    }
    return tracks.toString();
  }
}
