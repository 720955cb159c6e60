package org.motifworks.data;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/** Talks to the service as anyone would. */
public final class Client {

  private static final Set<String> UNDER_WAY = Set.of("REQUESTED", "BUILDING");

  private Client() {}

  public static Response post(String json) {
    return given().contentType("application/json").body(json).post("/v1/datasets");
  }

  /** A simulation of 200 nt; returns the id. */
  public static String simulate(String name, int sequences, long seed) {
    return post(simulation(name, sequences, seed)).then().statusCode(202).extract().path("id");
  }

  public static String simulation(String name, int sequences, long seed) {
    return "{\"name\":\"%s\",\"source\":{\"kind\":\"simulation\",\"sequences\":%d,\"seed\":%d}}"
        .formatted(name, sequences, seed);
  }

  public static Response upload(String request, Map<String, byte[]> files) {
    RequestSpecification form = given().multiPart("request", request, "application/json");
    files.forEach((name, bytes) -> form.multiPart("file", name, bytes));
    return form.post("/v1/datasets");
  }

  public static JsonPath dataset(String idOrName) {
    return given().get("/v1/datasets/" + idOrName).then().statusCode(200).extract().jsonPath();
  }

  /** The dataset once its making has ended, in a minute at most. */
  public static JsonPath ended(String id) {
    return await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> dataset(id), view -> !UNDER_WAY.contains(view.getString("state")));
  }
}
