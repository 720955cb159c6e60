package org.motifworks.trainer.series;

import jakarta.validation.Valid;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.motifworks.trainer.registry.ModelView;

/** What models are called. */
@Path("/v1/models")
@Produces(MediaType.APPLICATION_JSON)
public class AliasResource {

  private final Aliases aliases;

  AliasResource(Aliases aliases) {
    this.aliases = aliases;
  }

  /** Gives an alias to a model. */
  @POST
  @Path("/{ref}/promote")
  @Consumes(MediaType.APPLICATION_JSON)
  public AliasChange promote(@PathParam("ref") String ref, @Valid AliasRequest request) {
    return aliases.promote(ref, said(request));
  }

  /** Gives an alias back to the model it had before. */
  @POST
  @Path("/{ref}/rollback")
  @Consumes(MediaType.APPLICATION_JSON)
  public AliasChange rollback(@PathParam("ref") String ref, @Valid AliasRequest request) {
    return aliases.rollback(ref, said(request));
  }

  /** Retires a model; its files stay. */
  @DELETE
  @Path("/{ref}")
  public ModelView retire(@PathParam("ref") String ref) {
    return aliases.retire(ref);
  }

  private static AliasRequest said(AliasRequest request) {
    return request == null ? AliasRequest.nothingSaid() : request;
  }
}
