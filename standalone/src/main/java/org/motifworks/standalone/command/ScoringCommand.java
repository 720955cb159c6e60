package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.api.ScoringView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Scores a file as a job. */
@Command(
    name = "scoring",
    description =
        "Scores a file, or regions of a genome, as a job that goes on by itself; its table is kept.",
    subcommands = {
      ScoringListCommand.class,
      ScoringShowCommand.class,
      ScoringCancelCommand.class,
      ScoringDownloadCommand.class
    },
    footer = {
      "",
      "The files are read where Motifworks runs. All rows are by one model, and in the file's order.",
      "",
      "Examples:",
      "  ./motifworks scoring --model tf12@champion --sequences new.fa.gz --out scores.tsv.gz",
      "  ./motifworks scoring --model tf12@champion --regions atac.bed.gz --genome hg38.2bit --detach",
      "  ./motifworks scoring download SCORING --out scores.tsv.gz"
    })
final class ScoringCommand implements Callable<Integer> {

  private final Session session;

  @Spec private CommandSpec specification;

  @Option(names = "--model", paramLabel = "MODEL", description = "Its id, or SERIES@ALIAS.")
  private String model;

  @Option(names = "--sequences", paramLabel = "FILE", description = "FASTA, plain or gzip.")
  private Path sequences;

  @Option(
      names = "--regions",
      paramLabel = "FILE",
      description =
          "BED or narrowPeak, plain or gzip: of each region the model's window around its middle is"
              + " scored.")
  private Path regions;

  @Option(
      names = "--genome",
      paramLabel = "FILE",
      description = "The genome of the regions: FASTA, plain or gzip, or 2bit.")
  private Path genome;

  @Mixin private ScoreRequestOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Fetches the table (gzip, tab-separated) once it is there.")
  private Path out;

  @Mixin private DetachOption detach;

  ScoringCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    boolean ofGenome = regions != null && genome != null;
    boolean ofFile = sequences != null && regions == null && genome == null;
    if (model == null || !(ofFile || ofGenome && sequences == null)) {
      throw new ParameterException(
          specification.commandLine(),
          "Which --model, and which --sequences, or --regions and --genome?");
    }
    Api api = session.api();
    JsonNode accepted = api.post("/v1/scorings", request(), Optional.empty());
    String id = accepted.path("id").asText();
    if (detach.detach()) {
      if (session.json()) session.print(accepted);
      else
        session.print("  scoring  " + id + "\n  see      ./motifworks scoring show " + id + "\n");
      return ExitCode.OK;
    }
    try (Interruption ignored = Interruption.does(() -> remarkGoesOn(id))) {
      JsonNode done = session.follower(api).scoring(id);
      if (session.json()) session.print(done);
      ScoringTable.tell(session, api, ScoringView.of(done), Optional.ofNullable(out));
    }
    return ExitCode.OK;
  }

  private ObjectNode request() {
    FileArguments files = FileArguments.named(session);
    ObjectNode request = options.settings().put("model", model);
    if (sequences != null) request.put("sequences", files.add(sequences));
    if (regions != null) request.put("regions", files.add(regions));
    if (genome != null) request.put("genome", files.add(genome));
    return request;
  }

  private void remarkGoesOn(String id) {
    session.remark(
        "\nThe scoring goes on. See ./motifworks scoring show "
            + id
            + "; stop it with ./motifworks scoring cancel "
            + id);
  }
}
