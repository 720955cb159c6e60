package org.motifworks.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RouteTableTest {

  @ParameterizedTest
  @CsvSource({
    "/v1/datasets, DATA",
    "/v1/datasets/, DATA",
    "/v1/datasets/01JD/archive, DATA",
    "/v1/datasets/01JD/events, DATA",
    "/v1/runs, TRAINER",
    "/v1/runs/01JD/epochs, TRAINER",
    "/v1/experiments/01JD/report.html, TRAINER",
    "/v1/architectures, TRAINER",
    "/v1/models, TRAINER",
    "/v1/models/01JD, TRAINER",
    "/v1/models/01JD/artifacts/predict.onnx, TRAINER",
    "/v1/models/01JD/artifacts/weights/conv1.npy, TRAINER",
    "/v1/models/tf12@champion/promote, TRAINER",
    "/v1/models/tf12%40champion/rollback, TRAINER",
    "/v1/models/tf12@3/trace, TRAINER",
    "/v1/models/01JD/reproduce, TRAINER",
    "/v1/series/tf12/judgements/01JD, TRAINER",
    "/v1/series/tf12/policy, TRAINER",
    "/v1/garbage/datasets, DATA",
    "/v1/garbage/models, TRAINER",
    "/v1/models/01JD/interpretation, INTERPRET",
    "/v1/models/01JD/filters, INTERPRET",
    "/v1/models/01JD/filters.meme, INTERPRET",
    "/v1/models/01JD/filters/3/logo.svg, INTERPRET",
    "/v1/models/01JD/matches.tsv, INTERPRET",
    "/v1/models/01JD/score, INTERPRET",
    "/v1/models/tf12@champion/drift, INTERPRET",
    "/v1/models/01JD/saliency, INTERPRET",
    "/v1/models/01JD/saliency/0/logo.svg, INTERPRET",
    "/v1/models/01JD/saliency.json, INTERPRET",
    "/v1/models/01JD/report.html, INTERPRET",
    "/v1/motif-databases, INTERPRET",
    "/v1/motif-matches, INTERPRET",
    "/v2, INTERPRET",
    "/v2/health/ready, INTERPRET",
    "/v2/models/tf12@champion/infer, INTERPRET",
  })
  void path_belongsToItsService(String path, Service owner) {
    assertThat(RouteTable.owner(PlainPath.segments(path))).contains(owner);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/v1", "/v1/", "/v1/unknown", "/v3/models", "/v1/models/01JD/secrets"})
  void otherPath_belongsToNobody(String path) {
    assertThat(RouteTable.owner(PlainPath.segments(path))).isEqualTo(Optional.empty());
  }

  @Test
  void modelNamedLikeASubresource_isStillAModel() {
    assertThat(RouteTable.owner(PlainPath.segments("/v1/models/score"))).contains(Service.TRAINER);
  }
}
