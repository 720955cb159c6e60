package org.motifworks.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.motifworks.core.jaspar.JasparDatabase;
import org.motifworks.core.motif.Motif;

class RelevantFactorsTest {
  private static final List<Motif> JASPAR = JasparDatabase.jaspar2016().motifs();

  @Test
  void paperFactor_standsForThePapersGroup() {
    RelevantFactors factors = RelevantFactors.of(List.of("NFYB", "SP1"), JASPAR);
    assertThat(factors.factorOf(motif("MA0502.1"))).contains("NFYB");
    assertThat(factors.factorOf(motif("MA0060.2"))).contains("NFYB"); // NFYA, in the group
    assertThat(factors.factorOf(motif("MA0139.1"))).isEmpty();
  }

  @Test
  void otherClass_standsForMotifsOfItsName_caseAside() {
    RelevantFactors factors = RelevantFactors.of(List.of("ctcf"), JASPAR);
    assertThat(factors.factorOf(motif("MA0139.1"))).contains("ctcf");
  }

  @Test
  void familyName_standsForItsMembers() {
    RelevantFactors factors = RelevantFactors.of(List.of("Foxa"), JASPAR);
    assertThat(JASPAR)
        .filteredOn(motif -> factors.factorOf(motif).isPresent())
        .extracting(motif -> motif.name().toUpperCase(java.util.Locale.ROOT))
        .contains("FOXA1", "FOXA2")
        .allMatch(name -> name.startsWith("FOXA"));
  }

  @Test
  void classesThatNameNoFactor_makeNothingRelevant() {
    RelevantFactors factors = RelevantFactors.of(List.of("enhancer", "silencer"), JASPAR);
    assertThat(factors.known()).isFalse();
  }

  private static Motif motif(String id) {
    return JasparDatabase.jaspar2016().find(id).orElseThrow();
  }
}
