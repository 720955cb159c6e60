package org.motifworks.trainer;

import static io.restassured.RestAssured.given;

import io.restassured.response.ValidatableResponse;

/** Imports models, and gives them aliases. */
final class TinyImports {

  private TinyImports() {}

  static ValidatableResponse send(String series, String more, byte[] graph) {
    return given()
        .contentType("application/octet-stream")
        .body(graph)
        .post("/v1/models/import?name=" + series + more)
        .then();
  }

  static ValidatableResponse promote(String model, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/v1/models/" + model + "/promote")
        .then();
  }
}
