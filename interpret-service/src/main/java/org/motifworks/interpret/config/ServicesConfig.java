package org.motifworks.interpret.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;

/** The other services. */
@ConfigMapping(prefix = "motifworks.services")
public interface ServicesConfig {

  /** The trainer-service, which knows the models. */
  @WithDefault("http://localhost:8082")
  URI trainerUrl();
}
