package org.motifworks.gateway.settings;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** Where the services behind the gateway are: {@code http} or {@code https}, without a path. */
@ConfigMapping(prefix = "motifworks.services")
public interface ServiceSettings {

  /** Base address of data-service. */
  @WithDefault("http://localhost:8081")
  URI dataUrl();

  /** Base address of trainer-service. */
  @WithDefault("http://localhost:8082")
  URI trainerUrl();

  /** Base address of interpret-service. */
  @WithDefault("http://localhost:8083")
  URI interpretUrl();
}
