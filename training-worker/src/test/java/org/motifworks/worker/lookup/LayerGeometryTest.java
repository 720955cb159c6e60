package org.motifworks.worker.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.motifworks.core.architecture.PoolSpec;

class LayerGeometryTest {

  @Test
  void suitsLookUps_isFalse_whereArraysWouldOutgrowTheHeap() {
    LayerGeometry whole = new LayerGeometry(200, 32, 19, 1, PoolSpec.of(1));
    assertThat(whole.suitsLookUps(100)).isTrue();
    assertThat(whole.suitsLookUps(8192)).isFalse();
    LayerGeometry wide = new LayerGeometry(2000, 4096, 1001, 1, PoolSpec.of(2000));
    assertThat(wide.suitsLookUps(2)).isFalse();
    assertThat(new LayerGeometry(200, 30, 19, 1, PoolSpec.of(25)).suitsLookUps(2)).isFalse();
  }
}
