package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.architecture.ArchitecturePresets;
import org.motifworks.core.architecture.ArchitectureSummary;
import org.motifworks.core.architecture.ConvolutionBlock;
import org.motifworks.core.architecture.PoolSpec;
import org.motifworks.core.simulation.PaperTable1;
import org.motifworks.standalone.terminal.Amount;
import org.motifworks.standalone.terminal.Table;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** The paper's architectures. */
@Command(
    name = "list",
    description = "The paper's architectures, and what their first layer will learn.")
final class ArchitectureListCommand implements Callable<Integer> {

  private final Session session;

  @Mixin private ArchitectureSizeOptions size;

  ArchitectureListCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    List<ArchitectureSummary> presets = size.presets();
    if (session.json()) {
      session.print(Json.mapper().<JsonNode>valueToTree(presets));
      return ExitCode.OK;
    }
    Table table =
        new Table()
            .column("name")
            .column("convolutions, filters x size / pool")
            .number("parameters")
            .number("uncertainty")
            .column("layer 1")
            .number("relevant in Table 1");
    for (ArchitectureSummary preset : presets) {
      table.row(
          preset.name(),
          preset.convolutions().stream()
              .map(ArchitectureListCommand::text)
              .collect(Collectors.joining("  ")),
          Amount.count(preset.parameters()),
          preset.outlook().spatialUncertainty() + " nt",
          preset.outlook().firstLayerMotifs().label(),
          relevant(preset.name()));
    }
    session.print(table.render(session.terminal().style(), "  "));
    int missing = ArchitecturePresets.names().size() - presets.size();
    if (missing > 0) session.remark(missing + " more do not fit the window");
    return ExitCode.OK;
  }

  private static String text(ConvolutionBlock block) {
    PoolSpec pool = block.pool();
    String step = pool != null && pool.overlapping() ? " by " + pool.stride() : "";
    return block.filters() + "x" + block.size() + (pool == null ? "" : "/" + pool.size() + step);
  }

  private static String relevant(String name) {
    return PaperTable1.rows().stream()
        .filter(row -> row.architecture().equals(name))
        .map(row -> row.relevantMatchPercent() + " %")
        .findFirst()
        .orElse("-");
  }
}
