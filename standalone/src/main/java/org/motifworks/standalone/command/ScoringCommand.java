package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
        "Scores a file, or regions or variants of a genome, as a job that goes on by itself; its"
            + " table is kept.",
    subcommands = {
      ScoringListCommand.class,
      ScoringShowCommand.class,
      ScoringCancelCommand.class,
      ScoringDeleteCommand.class,
      ScoringDownloadCommand.class
    },
    footer = {
      "",
      "The files are read where Motifworks runs. All rows are by one model, and in the file's"
          + " order.",
      "",
      "Examples:",
      "  ./motifworks scoring --model tf12@champion --sequences new.fa.gz --out scores.tsv.gz",
      "  ./motifworks scoring --model tf12@champion --regions atac.bed.gz --genome hg38.2bit"
          + " --detach",
      "  ./motifworks scoring --model tf12@champion --variants calls.vcf.gz --genome hg38.2bit",
      "  ./motifworks scoring --model tf12@champion --regions chr8.bed --genome hg38.2bit \\",
      "      --format bigwig --stride 50 --class MAX --out tracks",
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
      names = "--variants",
      paramLabel = "FILE",
      description =
          "VCF, plain or gzip: a row an alternative allele, with the scores of both and their"
              + " difference.")
  private Path variants;

  @Option(
      names = "--genome",
      paramLabel = "FILE",
      description = "Of the regions or variants: FASTA, plain or gzip, or 2bit.")
  private Path genome;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "table (default), or bigwig: tracks along the regions, of windows --stride nt apart.")
  private String format;

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      description = "A class to have a track; repeatable. Default: all.")
  private List<String> classes = new ArrayList<>();

  @Mixin private ScoreRequestOptions options;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description =
          "Fetches the table (gzip, tab-separated) once it is there; tracks, into this folder.")
  private Path out;

  @Mixin private DetachOption detach;

  ScoringCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() {
    long kinds = Stream.of(sequences, regions, variants).filter(Objects::nonNull).count();
    if (model == null || kinds != 1 || (sequences == null) == (genome == null)) {
      throw new ParameterException(
          specification.commandLine(),
          "Which --model, and which --sequences, or --regions or --variants and their --genome?");
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
    if (variants != null) request.put("variants", files.add(variants));
    if (genome != null) request.put("genome", files.add(genome));
    if (format != null) request.put("format", format);
    if (!classes.isEmpty()) classes.forEach(request.putArray("classes")::add);
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
