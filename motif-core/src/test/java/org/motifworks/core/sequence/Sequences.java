package org.motifworks.core.sequence;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Token arrays for property tests, N included. */
class Sequences extends DomainContextBase {

  @Provide
  Arbitrary<byte[]> tokens() {
    return Arbitraries.bytes().between((byte) 0, (byte) 4).array(byte[].class).ofMaxSize(300);
  }
}
