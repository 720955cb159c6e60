package org.motifworks.benchmarks.serving;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.motifworks.standalone.api.Api;

/**
 * A running system under load, from outside: streams over REST, batches over Kafka, single requests
 * at a steady rate, and more of them than it can take.
 *
 * <p>Arguments: the gateway's URL, a model, Kafka's brokers, and how many thousand sequences.
 */
public final class ServingReport {
  private static final int STEADY_RATE = 200;
  private static final Duration STEADY_TIME = Duration.ofSeconds(30);
  private static final Duration OVERLOAD_TIME = Duration.ofSeconds(5);
  private static final int MOST_OVERLOAD = 12_800;

  /** Held, or its level is forgotten. */
  private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

  private ServingReport() {}

  /** Prints what was measured. */
  public static void main(String[] arguments) throws Exception {
    KAFKA.setLevel(Level.WARNING);
    URI base = URI.create(arguments[0]);
    Api api = new Api(base);
    String model = api.get("/v1/models/" + Api.segment(arguments[1])).path("id").asText();
    int thousands = Integer.parseInt(arguments[3]);
    JsonNode dataset = api.get("/v1/models/" + model).path("dataset");
    int window = api.get("/v1/datasets/" + dataset.path("id").asText()).path("window").asInt();
    Sequences sequences = new Sequences(window);
    URI door = base.resolve("/v1/models/" + model + "/score");

    streams(api, model, sequences, thousands);
    print("Kafka", OverKafka.rate(arguments[2], sequences.batch(model), thousands));
    steady(door, sequences);
    overload(door, sequences);
  }

  private static void streams(Api api, String model, Sequences sequences, int thousands)
      throws Exception {
    String path = "/v1/models/" + model;
    int classes = api.get(path).path("classes").size();
    try (InProcess inProcess =
        new InProcess(api.download(path + "/artifacts/predict.onnx"), classes, sequences)) {
      overRest(api, path, sequences, 20);
      double before = inProcess.rate(100_000);
      double rest = overRest(api, path, sequences, thousands);
      double after = inProcess.rate(100_000);
      print("in process", (before + after) / 2);
      print("REST", rest);
      System.out.printf("%-24s %10.2f%n", "REST / in process", rest / ((before + after) / 2));
    }
  }

  private static double overRest(Api api, String path, Sequences sequences, int thousands)
      throws IOException {
    long begun = System.nanoTime();
    long lines = 0;
    byte[] buffer = new byte[1 << 16];
    int tail = 0;
    // Lines are counted as bytes: what the client spends, the service lacks on the same machine.
    try (InputStream answer =
        api.exchange(
            path + "/score", "text/plain", "application/x-ndjson", sequences.fasta(thousands))) {
      for (int read = answer.read(buffer); read >= 0; read = answer.read(buffer)) {
        for (int i = 0; i < read; i++) if (buffer[i] == '\n') lines++;
        tail = read;
      }
    }
    long wanted = (long) thousands * Sequences.COUNT;
    if (lines != wanted + 1) {
      String end = new String(buffer, 0, tail, StandardCharsets.UTF_8);
      throw new IOException(lines + " lines came, at the end " + end);
    }
    return wanted / ((System.nanoTime() - begun) / 1e9);
  }

  private static void steady(URI door, Sequences sequences) throws Exception {
    // Twice: the first time the client and both services are still being compiled for it.
    for (int time = 0; time < 2; time++) {
      tell(SingleRequests.at(STEADY_RATE, STEADY_TIME, door, sequences.letters()), STEADY_RATE);
    }
  }

  /** Doubles the rate until requests are refused, and once more. */
  private static void overload(URI door, Sequences sequences) throws Exception {
    boolean refused = false;
    for (int rate = 2 * STEADY_RATE; rate <= MOST_OVERLOAD; rate *= 2) {
      SingleRequests found = SingleRequests.at(rate, OVERLOAD_TIME, door, sequences.letters());
      tell(found, rate);
      if (refused) return;
      refused = found.statuses().lastKey() >= 400;
    }
  }

  private static void tell(SingleRequests found, int rate) {
    System.out.printf(
        "%-24s p50 %.1f ms, p99 %.1f ms, statuses %s, refused without Retry-After %d%n",
        rate + " requests a second",
        found.quantile(0.5),
        found.quantile(0.99),
        found.statuses(),
        found.unadvised());
  }

  private static void print(String name, double rate) {
    System.out.printf("%-24s %,10.0f sequences a second%n", name, rate);
  }
}
