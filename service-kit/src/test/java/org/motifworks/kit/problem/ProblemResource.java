package org.motifworks.kit.problem;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.sql.SQLException;
import org.jboss.logging.Logger;
import org.motifworks.kit.sql.SqlFailure;

/** Goes wrong in every way. */
@Path("/test")
public class ProblemResource {

  private static final Logger LOG = Logger.getLogger(ProblemResource.class);

  /** A request with rules. */
  public record Settings(@NotNull String name, @Min(1) int sequences) {}

  @POST
  @Path("settings")
  public Settings settings(@Valid Settings settings) {
    return settings;
  }

  @GET
  @Path("problem")
  public String problem() {
    throw new Problem(
            422,
            "fasta.invalid-letter",
            "A letter that is no nucleotide",
            "line 4: '*'.",
            "Remove it.")
        .at("line", 4);
  }

  @GET
  @Path("outage")
  public String outage() {
    throw new IllegalStateException(
        new SqlFailure(new SQLException("secret: terminating connection", "57P01")));
  }

  /** Goes well, and says so in the log. */
  @GET
  @Path("said")
  public void said(@QueryParam("say") String words) {
    LOG.info(words);
  }

  @GET
  @Path("mistake")
  public String mistake() {
    throw new IllegalStateException("jdbc:postgresql://secret");
  }
}
