package org.motifworks.trainer.imported;

import io.smallrye.common.annotation.Blocking;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.net.URI;
import org.motifworks.trainer.registry.ModelName;
import org.motifworks.trainer.registry.ModelView;

/** Where models that were made elsewhere come in. */
@Path("/v1/models/import")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
public class ImportResource {

  private final Imports imports;

  ImportResource(Imports imports) {
    this.imports = imports;
  }

  /**
   * Takes an ONNX file as the body and makes it a version of a series. The same file again is the
   * version there is.
   *
   * @param name of the series; made, without a test split, when there is none
   * @param classes names parted by commas; those of the series when left out, else made up
   * @param file its name, for people
   * @param actor who sends it
   */
  @POST
  @Consumes(MediaType.APPLICATION_OCTET_STREAM)
  public Response take(
      @QueryParam("name")
          @NotNull
          @Pattern(
              regexp = "[A-Za-z0-9][A-Za-z0-9._-]{0,99}",
              message = "must be 1 to 100 letters, digits, '.', '_' or '-'")
          String name,
      @QueryParam("classes") String classes,
      @QueryParam("file") @Size(max = 200) String file,
      @QueryParam("actor") @Size(max = 200) String actor,
      InputStream body) {
    imports.requireAllowed();
    Imports.Taken taken = imports.take(ImportRequest.of(name, classes, file, actor), body);
    ModelView model = taken.model();
    ModelName known = model.named();
    URI location = URI.create("/v1/models/" + known.series() + "@" + known.version());
    return Response.status(taken.made() ? 201 : 200).location(location).entity(model).build();
  }
}
