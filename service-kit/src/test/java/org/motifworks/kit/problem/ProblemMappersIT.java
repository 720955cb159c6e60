package org.motifworks.kit.problem;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.motifworks.kit.Servers;

@QuarkusTest
@WithTestResource(Servers.class)
class ProblemMappersIT {

  private static ValidatableResponse post(String body) {
    return given().contentType("application/json").body(body).post("/test/settings").then();
  }

  private static ValidatableResponse isProblem(
      ValidatableResponse answer, int status, String code) {
    return answer
        .statusCode(status)
        .contentType(ProblemDetails.MEDIA_TYPE)
        .body("status", equalTo(status))
        .body("code", equalTo(code))
        .body("type", equalTo("https://motifworks.org/problems/" + code))
        .body(not(containsString("Exception")));
  }

  @Test
  void problem_goesOutAsItIs() {
    isProblem(given().get("/test/problem").then(), 422, "fasta.invalid-letter")
        .body("detail", equalTo("line 4: '*'."))
        .body("action", equalTo("Remove it."))
        .body("where.line", equalTo(4));
  }

  @Test
  void mistake_givesNothingAway() {
    isProblem(given().get("/test/mistake").then(), 500, "internal")
        .body(not(containsString("secret")));
  }

  @Test
  void databaseThatIsAway_asksToComeAgain() {
    isProblem(given().get("/test/outage").then(), 503, "service.unavailable")
        .header("Retry-After", "2")
        .body(not(containsString("secret")));
  }

  @Test
  void brokenRules_areNamedAtOnce() {
    isProblem(post("{\"sequences\": 0}"), 422, "request.invalid")
        .body("where.fields.name", equalTo("must not be null"))
        .body("where.fields.sequences", equalTo("must be greater than or equal to 1"));
  }

  @Test
  void brokenJson_isNamedWithItsPlace() {
    isProblem(post("{\"sequences\": "), 400, "request.unreadable")
        .body("detail", containsString("line 1"));
  }

  @Test
  void wrongType_isNamedWithItsField() {
    isProblem(post("{\"sequences\": \"many\"}"), 400, "request.unreadable")
        .body("where.field", equalTo("sequences"));
  }

  @Test
  void unknownPath_isAProblem() {
    isProblem(given().get("/test/nothing").then(), 404, "http.not-found");
  }

  @Test
  void wrongMethod_isAProblem() {
    isProblem(given().delete("/test/problem").then(), 405, "http.method-not-allowed");
  }

  @Test
  void health_isUp() {
    given().get("/q/health").then().statusCode(200).body("status", equalTo("UP"));
  }
}
