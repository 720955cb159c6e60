package org.motifworks.gateway.relay;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.gateway.standin.RawHttp;
import org.motifworks.gateway.standin.StandInServices;

@QuarkusTest
@QuarkusTestResource(StandInServices.class)
class RelayIT {

  @TestHTTPResource URL gateway;

  @Test
  void request_reachesItsServiceAsItWasSent() {
    given()
        .urlEncodingEnabled(false)
        .header("Idempotency-Key", "k1")
        .contentType("application/json")
        .body("{\"name\": \"demo\"}")
        .post("/v1/datasets/tf%4012?limit=5&before=a%20b")
        .then()
        .statusCode(200)
        .body("service", equalTo("data-service"))
        .body("method", equalTo("POST"))
        .body("uri", equalTo("/v1/datasets/tf%4012?limit=5&before=a%20b"))
        .body("headers.idempotency-key", equalTo("k1"))
        .body("headers.x-forwarded-host", equalTo("localhost:" + gateway.getPort()))
        .body("body", equalTo("{\"name\": \"demo\"}"));
    given().get("/v1/runs").then().body("service", equalTo("trainer-service"));
    given().delete("/v1/runs/1").then().body("method", equalTo("DELETE"));
  }

  @Test
  void requestId_isPassedOnAndAnswered_madeWhenMissingOrHarmful() {
    given()
        .header("X-Request-Id", "trace-1")
        .get("/v1/runs")
        .then()
        .header("X-Request-Id", "trace-1")
        .body("headers.x-request-id", equalTo("trace-1"));
    given()
        .header("X-Request-Id", "a b;<script>")
        .get("/v1/runs")
        .then()
        .header("X-Request-Id", matchesPattern("[0-9A-Z]{26}"));
  }

  @Test
  void problemOfAService_passesByteForByte() {
    given()
        .get("/v1/datasets/problem")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body(equalTo("{\"code\":\"fasta.invalid-letter\",  \"odd\": [1,2]}"));
  }

  @Test
  void serviceAway_isAProblemThatNamesIt() {
    given()
        .get("/v1/models/01JD/filters")
        .then()
        .statusCode(503)
        .contentType("application/problem+json")
        .header("Retry-After", "2")
        .header("X-Request-Id", notNullValue())
        .body("code", equalTo("service.unavailable"))
        .body("type", equalTo("https://motifworks.org/problems/service.unavailable"))
        .body("detail", containsString("interpret-service"))
        .body(not(containsString("Exception")));
    given().get("/v1/runs").then().statusCode(200);
  }

  /** Clients of the Open Inference Protocol look for {@code error}. */
  @Test
  void serviceAway_isAnErrorOfTheOpenInferenceProtocolToo() {
    given()
        .get("/v2/models/tf12@champion/ready")
        .then()
        .statusCode(503)
        .header("Retry-After", "2")
        .body("code", equalTo("service.unavailable"))
        .body("error", containsString("interpret-service"));
    given().get("/v1/models/01JD/filters").then().body("error", nullValue());
  }

  @Test
  void serviceThatNeverAnswers_isATimeOut() {
    given()
        .get("/v1/runs/stuck")
        .then()
        .statusCode(504)
        .body("code", equalTo("service.timeout"))
        .body("detail", containsString("trainer-service"));
  }

  @Test
  void connectionLostBeforeTheAnswer_saysWhetherItMayHaveHappened() {
    given()
        .get("/v1/runs/gone")
        .then()
        .statusCode(503)
        .body("code", equalTo("service.unavailable"));
    given()
        .contentType("application/json")
        .body("{}")
        .post("/v1/runs/gone")
        .then()
        .statusCode(502)
        .body("code", equalTo("service.interrupted"));
  }

  @Test
  void halfAnAnswer_isNotTakenForAWholeOne() {
    String answer = RawHttp.get(gateway.getPort(), "/v1/runs/half");
    assertThat(answer).contains("content-length: 1000").endsWith("ten bytes.");
  }

  @Test
  void headersOfOneConnection_areNotPassed_locationLosesTheService() {
    given()
        .get("/v1/runs/own-headers")
        .then()
        .header("x-hop", nullValue())
        .header("x-end-to-end", "1")
        .header("content-security-policy", containsString("sandbox allow-scripts"));
    given()
        .get("/v1/datasets/moved")
        .then()
        .statusCode(202)
        .header("Location", "/v1/datasets/01JD?a=b");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/v1/models/../../q/health",
        "/v1/models/a%2F..%2Fdatasets",
        "/v1/%2e%2e/q/metrics",
        "/v1/models//score",
        "/v1/models/a%5cb",
        "/v1/models/%00",
        "/libraries/uplot/%2e%2e/package.json",
        "/../pom.xml",
      })
  void pathThatCouldBeMisread_isRefused(String target) {
    String answer = RawHttp.get(gateway.getPort(), target);
    assertThat(answer).startsWith("HTTP/1.1 400").contains("path.malformed");
    assertThat(answer).doesNotContain("data-service", "trainer-service");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1", "/v1/nothing", "/nothing", "/js/nothing.js"})
  void unknownPath_isAProblem(String target) {
    assertThat(RawHttp.get(gateway.getPort(), target))
        .startsWith("HTTP/1.1 404")
        .contains("path.unknown");
  }

  @Test
  void pageOfAnotherSite_changesNothing() {
    given()
        .header("Sec-Fetch-Site", "cross-site")
        .contentType("text/plain")
        .body("{}")
        .post("/v1/runs")
        .then()
        .statusCode(403)
        .body("code", equalTo("request.cross-site"));
    given().header("Sec-Fetch-Site", "cross-site").get("/v1/runs").then().statusCode(200);
  }

  @Test
  void traceMethod_isRefused() {
    assertThat(
            RawHttp.send(
                gateway.getPort(),
                "TRACE /v1/runs HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
  }
}
