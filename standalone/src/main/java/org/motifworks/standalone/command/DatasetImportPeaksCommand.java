package org.motifworks.standalone.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.FileNotFoundException;
import java.util.concurrent.Callable;
import org.motifworks.contracts.json.Json;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a dataset of ChIP-seq peaks and a genome. */
@Command(
    name = "import-peaks",
    description = {
      "Makes a dataset of ChIP-seq peaks and a genome, as DeepSEA's was made.",
      "",
      "The genome is cut into bins. A bin belongs to a class when one of its peaks covers more than"
          + " half of it; the sequence is the bin with its flanks. Bins without a class are left"
          + " out, unless --negatives asks for some."
    },
    footer = {
      "",
      "Examples:",
      "  Two factors against each other, 1,000 nt as in the paper:",
      "    ./motifworks dataset import-peaks --name chip --genome hg19.fa \\",
      "        --peaks CTCF=ctcf.narrowPeak.gz --peaks MAFK=mafk.narrowPeak.gz",
      "  One factor against windows of the same GC content:",
      "    ./motifworks dataset import-peaks --name ctcf --genome hg38.2bit \\",
      "        --peaks CTCF=ctcf.narrowPeak.gz --negatives gc --blacklist hg38-blacklist.bed.gz",
      "  DeepSEA's own division:",
      "    ... --validation-chromosomes chr7:30508750-35296850 --test-chromosomes chr8,chr9"
    })
final class DatasetImportPeaksCommand implements Callable<Integer> {

  private final Session session;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      required = true,
      description = "The dataset's name.")
  private String name;

  @Mixin private PeaksOptions peaks;
  @Mixin private WindowOptions windows;
  @Mixin private UploadOption upload;
  @Mixin private DetachOption detach;

  DatasetImportPeaksCommand(Session session) {
    this.session = session;
  }

  @Override
  public Integer call() throws FileNotFoundException {
    FileArguments files = upload.files(session);
    return files.make(session, request(files), detach.detach());
  }

  private ObjectNode request(FileArguments files) {
    ObjectNode request = Json.mapper().createObjectNode().put("name", name);
    ObjectNode source = request.putObject("source").put("kind", "peaks");
    peaks.putInto(source, files);
    windows.putInto(source);
    return request;
  }
}
