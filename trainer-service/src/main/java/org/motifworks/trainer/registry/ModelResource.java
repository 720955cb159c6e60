package org.motifworks.trainer.registry;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.motifworks.kit.artifact.Artifact;
import org.motifworks.kit.artifact.ArtifactStore;
import org.motifworks.kit.page.Page;
import org.motifworks.kit.problem.Problem;

/** The models there are, and their files. */
@Path("/v1/models")
public class ModelResource {

  private final Models models;
  private final ArtifactStore store;

  ModelResource(Models models, ArtifactStore store) {
    this.models = models;
    this.store = store;
  }

  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Page<ModelView> list(
      @QueryParam("before") String before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return models.list(Optional.ofNullable(before), limit);
  }

  @GET
  @Path("/{ref}")
  @Produces(MediaType.APPLICATION_JSON)
  public ModelView model(@PathParam("ref") String ref) {
    return models.named(ref);
  }

  /** One file of the model's folder, such as {@code predict.onnx}; its hash is in the manifest. */
  @GET
  @Path("/{ref}/artifacts/{name:.+}")
  public Response file(@PathParam("ref") String ref, @PathParam("name") String name) {
    ModelView model = models.named(ref);
    if (model.deletedAt() != null) throw deleted(model);
    Artifact artifact = store.open(model.ref());
    java.nio.file.Path file = artifact.file(name);
    String shown = name.substring(name.lastIndexOf('/') + 1);
    return Response.ok(file.toFile())
        .type(
            name.endsWith(".json")
                ? MediaType.APPLICATION_JSON
                : MediaType.APPLICATION_OCTET_STREAM)
        .header("Content-Disposition", "attachment; filename=\"" + shown + "\"")
        .header("Cache-Control", "public, max-age=31536000, immutable")
        .build();
  }

  private static Problem deleted(ModelView model) {
    return new Problem(
        410,
        "model.deleted",
        "A model that was deleted",
        "The files of model " + model.id() + " were given up after it was retired.",
        "Train it again: POST /v1/models/"
            + model.id()
            + "/reproduce, while its dataset is there.");
  }
}
