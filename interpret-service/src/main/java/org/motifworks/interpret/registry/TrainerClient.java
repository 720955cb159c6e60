package org.motifworks.interpret.registry;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The trainer-service, over HTTP. */
@Path("/v1/models")
@RegisterRestClient(configKey = "trainer")
public interface TrainerClient {

  /** A model by its id or another name the trainer knows. */
  @GET
  @Path("/{ref}")
  TrainedModel model(@PathParam("ref") String ref);
}
