package org.motifworks.gateway.door;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.motifworks.gateway.standin.StandInServices;

/** The page, its library and the description of the API come from the gateway itself. */
@QuarkusTest
@QuarkusTestResource(StandInServices.class)
class PageIT {

  @Test
  void page_isServedUnderAStrictPolicy() {
    given()
        .get("/")
        .then()
        .statusCode(200)
        .contentType("text/html")
        .header("Content-Security-Policy", containsString("script-src 'self'"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Cache-Control", "no-store");
  }

  @Test
  void everythingThePageNames_isThere_andNothingIsElsewhere() {
    String page = given().get("/").asString();
    assertThat(page).doesNotContain("http://", "https://", "<style", "onclick");
    Matcher address = Pattern.compile("(?:href|src)=\"(/[^\"?#]*)").matcher(page);
    int found = 0;
    while (address.find()) {
      if (address.group(1).startsWith("/q/")) continue;
      given().get(address.group(1)).then().statusCode(200);
      found++;
    }
    assertThat(found).isGreaterThan(5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/js/main.js", "/js/views/model.js", "/libraries/uplot/uPlot.esm.js"})
  void modules_areServedAsScripts(String path) {
    given().get(path).then().statusCode(200).contentType(containsString("javascript"));
  }

  @Test
  void nothingBesidesTheLibraryIsServedWithIt() {
    given().get("/libraries/uplot/package.json").then().statusCode(404);
  }

  @Test
  void description_coversThePublicApi() {
    given()
        .queryParam("format", "json")
        .get("/q/openapi")
        .then()
        .statusCode(200)
        .body("info.title", equalTo("Motifworks"))
        .body("paths", hasKey("/v1/datasets"))
        .body("paths", hasKey("/v1/runs/{id}/events"))
        .body("paths", hasKey("/v1/models/{ref}/score"))
        .body("paths", hasKey("/v1/motif-databases"))
        .body("paths", hasKey("/v1/motif-matches"))
        .body("paths", hasKey("/v1/events"));
  }

  @Test
  void health_namesTheServicesAndStaysUpWithoutThem() {
    given()
        .get("/q/health/ready")
        .then()
        .statusCode(200)
        .body("checks.find { it.name == 'services' }.data.interpret-service", equalTo("away"))
        .body("checks.find { it.name == 'services' }.data.data-service", equalTo("reachable"));
  }
}
