package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.ArchitectureSummary;
import org.motifworks.core.architecture.LayerShape;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** One architecture, layer by layer. */
@Command(
    name = "show",
    description = "Layer by layer: shapes, parameters, receptive fields, and what layer 1 learns.",
    footer = {
      "",
      "output           channels x positions",
      "receptive field  nucleotides that one output position depends on",
      "uncertainty      nucleotides among which pooling leaves the place of a match open"
    })
final class ArchitectureShowCommand implements Callable<Integer> {

  private final Session session;

  @Parameters(
      paramLabel = "NAME|FILE",
      description = "A preset such as cnn-25, or a YAML or JSON file.")
  private String architecture;

  @Mixin private ArchitectureSizeOptions size;

  ArchitectureShowCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    ArchitectureSummary summary = size.summary(ArchitectureArgument.architecture(architecture));
    if (session.json()) {
      session.print(Json.mapper().<JsonNode>valueToTree(summary));
      return ExitCode.OK;
    }
    Table table =
        new Table()
            .column("layer")
            .number("output")
            .number("parameters")
            .number("receptive field")
            .number("uncertainty");
    for (LayerShape layer : summary.layers()) {
      table.row(
          layer.layer(),
          layer.channels() + " x " + layer.length(),
          Amount.count(layer.parameters()),
          layer.receptiveField() + " nt",
          layer.spatialUncertainty() + " nt");
    }
    session.print(
        "  "
            + summary.name()
            + ", "
            + Amount.count(summary.parameters())
            + " parameters for "
            + summary.window()
            + " nt and "
            + summary.classes()
            + " classes\n\n"
            + table.render(session.terminal().style(), "  ")
            + "\n  "
            + summary.outlook().reason()
            + "\n");
    return ExitCode.OK;
  }
}
