package org.motifworks.trainer.series;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.motifworks.kit.page.Page;

/** Series of models. */
@Path("/v1/series")
@Produces(MediaType.APPLICATION_JSON)
public class SeriesResource {

  private final SeriesRegistry registry;
  private final Aliases aliases;

  SeriesResource(SeriesRegistry registry, Aliases aliases) {
    this.registry = registry;
    this.aliases = aliases;
  }

  /** Makes a series; the same request again answers the same. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response create(@NotNull @Valid SeriesRequest request) {
    SeriesView series = registry.create(request);
    return Response.created(URI.create("/v1/series/" + series.name())).entity(series).build();
  }

  @GET
  public List<SeriesView> list() {
    return registry.list();
  }

  @GET
  @Path("/{name}")
  public SeriesView series(@PathParam("name") String name) {
    return registry.view(name);
  }

  @PUT
  @Path("/{name}/rules")
  @Consumes(MediaType.APPLICATION_JSON)
  public SeriesView rules(@PathParam("name") String name, @NotNull @Valid PromotionRules rules) {
    return registry.changeRules(name, rules);
  }

  /** Which model to take in, by id or name. */
  public record VersionRequest(@NotBlank String model) {}

  @POST
  @Path("/{name}/versions")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response add(@PathParam("name") String name, @NotNull @Valid VersionRequest request) {
    SeriesView.Version version = registry.add(name, request.model());
    return Response.created(URI.create("/v1/models/" + name + "@" + version.version()))
        .entity(version)
        .build();
  }

  /** Newest first. */
  @GET
  @Path("/{name}/versions")
  public Page<SeriesView.Version> versions(
      @PathParam("name") String name,
      @QueryParam("before") @DefaultValue("2147483647") int before,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return registry.versions(name, before, limit);
  }

  /** What an alias stands for and has stood for, newest first. */
  @GET
  @Path("/{name}/aliases/{alias}")
  public List<AliasChange> history(
      @PathParam("name") String name,
      @PathParam("alias") String alias,
      @QueryParam("limit") @DefaultValue("50") @Min(1) @Max(500) int limit) {
    return aliases.history(name, alias, limit);
  }
}
