package org.motifworks.interpret.api;

import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.motifworks.contracts.matching.MatchingResult;
import org.motifworks.core.match.TomtomTsv;
import org.motifworks.interpret.match.BundledDatabase;
import org.motifworks.interpret.match.MatchLane;
import org.motifworks.interpret.match.MatchLimits;
import org.motifworks.interpret.match.MatchRequest;
import org.motifworks.interpret.match.Matching;
import org.motifworks.interpret.match.NamedMotifs;

/** Any motifs against any others. */
@Path("/v1")
@Blocking
public class MotifMatchResource {
  private static final String TSV = "text/tab-separated-values; charset=utf-8";
  private static final String IF_ASKED_FOR = "; qs=0.5"; // not to a client that takes anything

  private final RequestedMotifs motifs;
  private final MatchLane lane;

  MotifMatchResource(RequestedMotifs motifs, MatchLane lane) {
    this.motifs = motifs;
    this.lane = lane;
  }

  /** What can be matched against without bringing it. */
  @GET
  @Path("/motif-databases")
  @Produces(MediaType.APPLICATION_JSON)
  public List<BundledDatabase.Listed> databases() {
    return BundledDatabase.listed();
  }

  /** Matches what a JSON body says: {@link MatchRequest}. */
  @POST
  @Path("/motif-matches")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_JSON)
  public MatchingResult match(InputStream body) throws IOException {
    MatchRequest request = request(body);
    return matching(request).result(request.matches(), request.logos());
  }

  /** The same as Tomtom's table. */
  @POST
  @Path("/motif-matches")
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(TSV + IF_ASKED_FOR)
  public String table(InputStream body) throws IOException {
    MatchRequest request = request(body);
    return tsv(matching(request), request);
  }

  /** Matches the motif file that is the body, by what the address says. */
  @POST
  @Path("/motif-matches")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(MediaType.APPLICATION_JSON + IF_ASKED_FOR)
  public MatchingResult matchFile(InputStream body, @Context UriInfo address) throws IOException {
    MatchRequest request = fileRequest(body, address);
    return matching(request).result(request.matches(), request.logos());
  }

  /** The same as Tomtom's table. */
  @POST
  @Path("/motif-matches")
  @Consumes(MediaType.TEXT_PLAIN)
  @Produces(TSV)
  public String fileTable(InputStream body, @Context UriInfo address) throws IOException {
    MatchRequest request = fileRequest(body, address);
    return tsv(matching(request), request);
  }

  private Matching matching(MatchRequest request) {
    NamedMotifs queries = motifs.queries(request.queries());
    NamedMotifs targets = motifs.targets(request.targets());
    return lane.run(() -> Matching.of(queries, targets, request.settings()));
  }

  private static MatchRequest request(InputStream body) throws IOException {
    byte[] json = BoundedBody.bytes(body, MatchLimits.BODY, MatchLimits.ACTION);
    MatchRequest request = BoundedBody.parse(json, MatchRequest.READER);
    request.check();
    return request;
  }

  private static MatchRequest fileRequest(InputStream body, UriInfo address) throws IOException {
    byte[] text = BoundedBody.bytes(body, MatchLimits.BODY, MatchLimits.ACTION);
    MatchRequest request =
        FileMatchRequest.of(new String(text, StandardCharsets.UTF_8), address.getQueryParameters());
    request.check();
    return request;
  }

  private static String tsv(Matching matching, MatchRequest request) throws IOException {
    StringBuilder table = new StringBuilder();
    TomtomTsv.write(matching.best(request.matches()), table);
    return table.toString();
  }
}
