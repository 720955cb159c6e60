package org.motifworks.gateway.relay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAddressTest {

  @ParameterizedTest
  @CsvSource({
    "http://trainer:8082/v1/runs/1?a=b, /v1/runs/1?a=b",
    "/v1/runs/1, /v1/runs/1",
    "http://trainer:9999/v1/runs/1, http://trainer:9999/v1/runs/1",
    "https://elsewhere/x, https://elsewhere/x",
    "not a uri, not a uri",
  })
  void locationOfTheService_losesItsHost(String location, String expected) {
    ServiceAddress address = ServiceAddress.of(Service.TRAINER, URI.create("http://trainer:8082"));
    assertThat(address.publicLocation(location)).isEqualTo(expected);
  }
}
