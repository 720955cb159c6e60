package org.motifworks.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.motifworks.standalone.supervisor.ServiceStatus;

/** Dashboard and alert rules ask for nothing that the services do not measure. */
@Timeout(300)
class MonitoringST {

  private static final Path FOLDER = Path.of("../deploy/monitoring");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:motifworks|jvm|process)_[a-z0-9_]+\\b");

  @Test
  void dashboardAndAlerts_nameMeasuresThereAre() throws IOException {
    useWhatIsMeasuredFromItsFirstUse(RunningSystem.door(), "/v1/models/" + SmallModel.get().id());
    Set<String> asked = named(Files.readString(FOLDER.resolve("alerts.yaml")));
    JsonNode dashboard = PublicDoor.read(Files.readString(FOLDER.resolve("dashboard.json")));
    for (JsonNode expression : dashboard.findValues("expr")) {
      asked.addAll(named(expression.asText()));
    }
    assertThat(asked).hasSizeGreaterThan(20);
    Awaitility.await("the queues are measured every ten seconds")
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(measured()).containsAll(asked));
  }

  private static void useWhatIsMeasuredFromItsFirstUse(PublicDoor door, String model) {
    String motifs = door.get(model + "/filters.meme").body();
    door.post("/v1/motif-matches?database=jaspar2016", "text/plain", motifs);
    // drift is told of a thousand sequences looked at, one in four of those scored
    String sequences = (">s\n" + "ACGTT".repeat(40) + "\n").repeat(5000);
    assertThat(door.post(model + "/score", "text/x-fasta", sequences).statusCode()).isEqualTo(200);
  }

  private static Set<String> measured() {
    Set<String> names = new TreeSet<>();
    for (ServiceStatus service : RunningSystem.get().status().services()) {
      if (service.name().matches("kafka|postgres")) continue;
      PublicDoor door = new PublicDoor(URI.create("http://localhost:" + service.port()));
      names.addAll(named(door.get("/q/metrics").body()));
    }
    return names;
  }

  private static Set<String> named(String text) {
    Set<String> names = new TreeSet<>();
    Matcher matcher = METRIC.matcher(text);
    while (matcher.find()) names.add(matcher.group());
    return names;
  }
}
