package org.motifworks.benchmarks.peers;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalDouble;
import org.motifworks.contracts.bench.BenchMessage;
import org.motifworks.contracts.bench.Comparison;
import org.motifworks.standalone.bench.BenchProcess;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;

/**
 * Runs {@code bench} and then each peer, on the same machine one after the other, and prints a row
 * for each: {@code PeersReport PYTHON [FILE.json [SECONDS]]}, from the project's folder.
 */
public final class PeersReport {

  private static final double SECONDS = 6;

  private PeersReport() {}

  /** Prints the table, and writes it as JSON where a file is named. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length == 0) throw new IllegalArgumentException("PYTHON [FILE.json [SECONDS]]");
    double seconds = arguments.length > 2 ? Double.parseDouble(arguments[2]) : SECONDS;
    int processors = Runtime.getRuntime().availableProcessors();
    BenchMessage.Finished ours = ours(processors, seconds);
    ArrayNode rows = new ObjectMapper().createArrayNode();
    System.out.printf(
        "%-8s %-9s %-38s %12s %12s %8s%n",
        "network", "path", "peer", "peer, /s", "ours, /s", "ours/peer");
    for (Map.Entry<String, BenchMessage.Rates> each : ours.architectures().entrySet()) {
      Map<String, Comparison> paths = each.getValue().paths();
      for (String path : paths.keySet()) {
        Comparison own = paths.get(path);
        row(rows, each.getKey(), path, "plain library in Java", own, own.libraryRate());
      }
      for (Peer peer : Peer.all(processors, seconds)) {
        OptionalDouble rate = peer.measure(arguments[0], each.getKey());
        Comparison own = paths.get(peer.path());
        if (rate.isPresent()) {
          row(rows, each.getKey(), peer.path(), peer.name(), own, rate.getAsDouble());
        } else {
          System.out.printf(
              "%-8s %-9s %-38s did not run%n", each.getKey(), peer.path(), peer.name());
        }
      }
    }
    if (arguments.length > 1) {
      new ObjectMapper()
          .writerWithDefaultPrettyPrinter()
          .writeValue(Path.of(arguments[1]).toFile(), rows);
    }
  }

  private static void row(
      ArrayNode rows, String network, String path, String peer, Comparison ours, double rate) {
    ObjectNode row = rows.addObject();
    row.put("architecture", network).put("path", path).put("peer", peer);
    row.put("rate", ours.rate()).put("peerRate", rate).put("ratio", ours.rate() / rate);
    System.out.printf(
        "%-8s %-9s %-38s %12.0f %12.0f %8.2f%n",
        network, path, peer, rate, ours.rate(), ours.rate() / rate);
  }

  private static BenchMessage.Finished ours(int slots, double seconds)
      throws IOException, InterruptedException {
    DataFolder folder = new DataFolder(Files.createTempDirectory("peers"));
    BenchProcess process = new BenchProcess(ProjectHome.find(), folder);
    BenchMessage last =
        process.run(slots, seconds, step -> System.err.println("measuring " + step.note()));
    if (last instanceof BenchMessage.Finished finished) return finished;
    throw new IOException("bench failed: " + last + "; see " + process.log());
  }
}
