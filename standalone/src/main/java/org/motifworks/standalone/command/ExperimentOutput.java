package org.motifworks.standalone.command;

import java.nio.file.Path;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ResultsView;
import org.motifworks.standalone.job.ExperimentText;
import org.motifworks.standalone.terminal.Style;
import picocli.CommandLine.Option;

/** How an experiment's table is told. */
final class ExperimentOutput {

  @Option(names = "--csv", description = "Prints the table as CSV.")
  private boolean csv;

  @Option(names = "--latex", description = "Prints the table for LaTeX.")
  private boolean latex;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description =
          "Also writes results.json, results.csv, results.tex, report.html and figures/*.svg into"
              + " DIR.")
  private Path out;

  /** Prints the table of what is finished, and writes the files if asked. */
  void tell(Session session, Api api, String id) {
    String path = ExperimentFiles.path(id) + "/results";
    if (out != null) ExperimentFiles.write(out, api, id);
    if (csv) session.print(api.text(path, "text/csv"));
    else if (latex) session.print(api.text(path, "application/x-tex"));
    else if (session.json()) session.print(api.get(path));
    else session.print(text(session, ResultsView.of(api.get(path)), id));
  }

  private String text(Session session, ResultsView results, String id) {
    Style style = session.terminal().style();
    String text = "\n" + ExperimentText.table(results, style);
    text += "\n" + ExperimentText.differences(results, style) + "\n";
    text += "  experiment  " + id + "\n";
    text += "  all figures ./motifworks experiment results " + id + " --json\n";
    if (out == null) return text + "  report      ./motifworks experiment report " + id + "\n";
    return text + "  files       " + out + ", the report is report.html\n";
  }
}
