package org.motifworks.interpret.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.core.match.ColumnDistance;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MatchThreshold;
import org.motifworks.core.motif.Background;
import org.motifworks.kit.problem.Problem;

class MatchOptionsTest {

  @Test
  void whatIsLeftOut_isTomtomsDefault() {
    assertThat(MatchOptions.DEFAULTS.over(Background.UNIFORM))
        .isEqualTo(MatchSettings.tomtomDefaults());
  }

  @Test
  void everySetting_isTaken() throws Exception {
    Background background = new Background(0.3, 0.2, 0.2, 0.3);
    assertThat(
            options(
                    "{'distance':'pearson','completeScores':false,'minOverlap':5,"
                        + "'reverseComplements':false,'pseudoCount':0,'eValue':10}")
                .over(background))
        .isEqualTo(
            new MatchSettings(
                ColumnDistance.PEARSON, false, 5, false, 0, background, MatchThreshold.eValue(10)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'distance':'kullback'}             | distance    | ed or pearson",
        "{'minOverlap':0}                    | minOverlap  | 1 or more",
        "{'pseudoCount':-1}                  | pseudoCount | 0 (none)",
        "{'pseudoCount':'NaN'}               | pseudoCount | 0 (none)",
        "{'eValue':-1}                       | eValue      | 0 or more",
        "{'eValue':'Infinity'}               | eValue      | 0 or more",
        "{'qValue':1.5}                      | qValue      | between 0 and 1",
        "{'eValue':1,'qValue':0.5}           | qValue      | one of the two",
      })
  void wrongSetting_isNamed_withWhatItMayBe(String json, String setting, String allowed) {
    assertThatThrownBy(() -> options(json).over(Background.UNIFORM))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> {
              assertThat(problem.status()).isEqualTo(422);
              assertThat(problem.code()).isEqualTo("match.setting");
              assertThat(problem.details().where()).containsEntry("setting", setting);
              assertThat(problem.details().action()).contains(allowed);
            });
  }

  private static MatchOptions options(String json) throws Exception {
    return Json.mapper().readValue(json.replace('\'', '"'), MatchOptions.class);
  }
}
