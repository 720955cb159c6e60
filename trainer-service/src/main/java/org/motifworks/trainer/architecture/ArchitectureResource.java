package org.motifworks.trainer.architecture;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.motifworks.core.architecture.Architecture;
import org.motifworks.core.architecture.ArchitecturePresets;

/** Presets, and at the same time examples of how an architecture is written. */
@Path("/v1/architectures")
public class ArchitectureResource {

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public List<Architecture> presets() {
    return ArchitecturePresets.names().stream().map(ArchitecturePresets::named).toList();
  }
}
