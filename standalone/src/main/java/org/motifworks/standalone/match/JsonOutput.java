package org.motifworks.standalone.match;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.Writer;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.matching.DuplicateMotifs;
import org.motifworks.contracts.matching.MatchedMotif;
import org.motifworks.contracts.matching.MatchingCounts;
import org.motifworks.contracts.matching.MatchingResult;
import org.motifworks.contracts.matching.MatchingSettings;
import org.motifworks.core.match.MatchCounts;
import org.motifworks.core.match.QueryMatches;

/** A {@link MatchingResult}, written as it grows: a query a line, the counts last. */
final class JsonOutput implements MatchOutput {

  private final JsonGenerator json;
  private final Writer out;

  JsonOutput(MatchRun run, Writer out) throws IOException {
    this.out = out;
    json = Json.mapper().createGenerator(out);
    json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
    json.writeStartObject();
    json.writeStringField("format", MatchingResult.FORMAT);
    json.writePOJOField("settings", MatchingSettings.of(run.settings()));
    json.writePOJOField(
        "database",
        new MatchingResult.TargetDatabase(run.database().name(), run.database().motifs().size()));
    json.writePOJOField("rejected", run.rejected());
    json.writePOJOField("groups", run.groups().stream().map(DuplicateMotifs::of).toList());
    json.writeArrayFieldStart("queries");
  }

  @Override
  public void add(QueryMatches query) throws IOException {
    json.writeRaw('\n');
    json.writePOJO(MatchedMotif.of(query, MatchRun.NO_FACTORS));
    json.flush();
  }

  @Override
  public void end(MatchCounts counts) throws IOException {
    json.writeEndArray();
    json.writePOJOField("counts", MatchingCounts.of(counts));
    json.writeEndObject();
    json.close();
    out.append('\n');
  }
}
