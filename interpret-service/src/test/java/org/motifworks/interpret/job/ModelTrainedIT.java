package org.motifworks.interpret.job;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.event.FactEnvelope;
import org.motifworks.contracts.event.InterpretationFailed;
import org.motifworks.contracts.event.InterpretationReady;
import org.motifworks.contracts.event.ModelTrained;
import org.motifworks.embedded.Infrastructure;
import org.motifworks.embedded.WholeTopic;
import org.motifworks.interpret.InterpretEnvironment;
import org.motifworks.interpret.TinyArtifacts;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.event.FactPublisher;
import org.motifworks.kit.event.FactReader;
import org.motifworks.kit.event.KafkaSettings;
import org.motifworks.kit.event.Topics;

/** The whole service on a real broker: events in, artifacts and events out, answers over HTTP. */
@QuarkusTest
@QuarkusTestResource(InterpretEnvironment.class)
class ModelTrainedIT {
  private static final String SEQUENCE = "ACGTTGCATC".repeat(10);

  @Inject ArtifactStore store;
  @Inject KafkaSettings kafka;

  @Test
  void trainedModel_isInterpretedToldAndServed_andARepeatTellsTheSame() {
    tell(trained("tiny", model("models/tiny/1"), dataset()));
    FactEnvelope first = awaitFact("tiny", 1).get(0);
    InterpretationReady ready = (InterpretationReady) first.fact();
    assertThat(ready.ref().key()).startsWith("interpretations/");
    assertThat(ready.saliencyAuRoc()).isPresent();
    assertThat(store.open(ready.ref()).file("report.html")).exists();

    tell(trained("tiny", model("models/tiny/1"), dataset()));
    FactEnvelope second = awaitFact("tiny", 2).get(1);
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.fact()).isEqualTo(first.fact());

    given()
        .get("/v1/models/tiny/interpretation")
        .then()
        .statusCode(200)
        .body("modelId", equalTo("tiny"))
        .body("filters", hasSize(6))
        .body("ref.key", equalTo(ready.ref().key()));
    given().get("/v1/models/tiny/filters").then().statusCode(200).body("", hasSize(6));
    given()
        .get("/v1/models/tiny/filters.meme")
        .then()
        .statusCode(200)
        .body(containsString("MEME version"));
    given().get("/v1/models/tiny/filters.meme?rule=text&clip=plain").then().statusCode(200);
    given().get("/v1/models/tiny/filters.meme?rule=other").then().statusCode(400);
    given().get("/v1/models/tiny/matches.tsv").then().statusCode(200);
    given()
        .get("/v1/models/tiny/filters/0/logo.svg")
        .then()
        .statusCode(200)
        .contentType("image/svg+xml");
    given()
        .get("/v1/models/tiny/filters/6/logo.svg")
        .then()
        .statusCode(404)
        .body("code", equalTo("filter.unknown"));
    given().get("/v1/models/tiny/saliency/0/logo.svg").then().statusCode(200);
    given()
        .get("/v1/models/tiny/report.html")
        .then()
        .statusCode(200)
        .body(containsString("What tiny has learned"));
  }

  @Test
  void unpooledModel_isAskedForALayerAndForTheOtherGradient() {
    tell(trained("deep", model("models/tiny/deep"), dataset()));
    awaitFact("deep", 1);
    given().get("/v1/models/deep/filters").then().statusCode(200).body("", hasSize(6));
    given().get("/v1/models/deep/filters?layer=3").then().statusCode(200).body("", hasSize(10));
    given()
        .get("/v1/models/deep/filters?layer=4")
        .then()
        .statusCode(404)
        .body("code", equalTo("layer.unknown"));
    given()
        .get("/v1/models/deep/interpretation")
        .then()
        .statusCode(200)
        .body("deeperLayers.layer", equalTo(List.of(2, 3)));
    given()
        .get("/v1/models/deep/filters.meme?layer=2&rule=text")
        .then()
        .statusCode(200)
        .body(containsString("MEME version"));
    given().get("/v1/models/deep/matches.tsv?layer=2").then().statusCode(200);
    given()
        .get("/v1/models/deep/filters/10/logo.svg?layer=3")
        .then()
        .statusCode(404)
        .body("code", equalTo("filter.unknown"));
    given().get("/v1/models/deep/saliency/0/logo.svg?rule=plain").then().statusCode(200);
    given()
        .get("/v1/models/deep/saliency.json?rule=plain")
        .then()
        .statusCode(200)
        .body("[0].rule", equalTo("plain"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "MAX", "rule", "plain"))
        .post("/v1/models/deep/saliency")
        .then()
        .statusCode(200)
        .body("rule", equalTo("plain"));
    given()
        .contentType("application/json")
        .body(Map.of("sequence", SEQUENCE, "class", "MAX", "rule", "plain"))
        .post("/v1/models/tiny/saliency")
        .then()
        .statusCode(422)
        .body("code", equalTo("saliency.no-plain-gradient"));
  }

  @Test
  void corruptModel_isToldAsFailed_withACode() {
    ArtifactRef corrupt = TinyArtifacts.model(store, "models/corrupt/1", "predict.onnx");
    tell(trained("corrupt", corrupt, dataset()));
    InterpretationFailed failed = (InterpretationFailed) awaitFact("corrupt", 1).get(0).fact();
    assertThat(failed.code()).isEqualTo("model.corrupt");
  }

  @Test
  void missingDataset_isToldAsFailed_andTheNextModelIsStillTaken() {
    ArtifactRef nowhere = new ArtifactRef("datasets/nowhere/1", "0".repeat(64));
    tell(trained("lost", model("models/tiny/1"), nowhere));
    tell(trained("corrupt-2", TinyArtifacts.model(store, "models/c/2", "filters.onnx"), dataset()));
    assertThat(awaitFact("corrupt-2", 1).get(0).fact()).isInstanceOf(InterpretationFailed.class);
  }

  @Test
  void recordThatIsNoEvent_goesToTheDeadLetters() {
    String key = "rubbish-" + UUID.randomUUID();
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", Infrastructure.bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer())) {
      producer.send(new ProducerRecord<>("motifworks.runs", key, new byte[] {1, 2, 3}));
    }
    await()
        .atMost(Duration.ofSeconds(60))
        .until(
            () ->
                WholeTopic.read(Topics.DEAD_LETTERS).stream()
                    .anyMatch(record -> key.equals(record.key())));
  }

  private ArtifactRef model(String key) {
    return store.find(key).orElseThrow();
  }

  private ArtifactRef dataset() {
    return store.find("datasets/tiny/1").orElseThrow();
  }

  private static ModelTrained trained(String id, ArtifactRef model, ArtifactRef dataset) {
    return new ModelTrained(
        id,
        1,
        model,
        "data",
        dataset,
        "tiny",
        1,
        Optional.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty());
  }

  private void tell(ModelTrained fact) {
    try (FactPublisher trainer = new FactPublisher(kafka, "/trainer-service")) {
      trainer.publish(UUID.randomUUID().toString(), fact);
    }
  }

  private static List<FactEnvelope> awaitFact(String subject, int count) {
    List<FactEnvelope> found = new ArrayList<>();
    await()
        .atMost(Duration.ofSeconds(120))
        .pollInterval(Duration.ofMillis(500))
        .until(
            () -> {
              found.clear();
              for (ConsumerRecord<String, byte[]> record :
                  WholeTopic.read("motifworks.interpretations")) {
                if (subject.equals(record.key())) found.add(FactReader.read(record).orElseThrow());
              }
              return found.size() >= count;
            });
    return found;
  }
}
