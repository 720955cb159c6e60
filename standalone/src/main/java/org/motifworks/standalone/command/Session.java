package org.motifworks.standalone.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.motifworks.contracts.json.Json;
import org.motifworks.standalone.api.Api;
import org.motifworks.standalone.home.DataFolder;
import org.motifworks.standalone.home.ProjectHome;
import org.motifworks.standalone.job.JobFollower;
import org.motifworks.standalone.supervisor.DetachedSupervisor;
import org.motifworks.standalone.supervisor.SystemSettings;
import org.motifworks.standalone.supervisor.SystemStatus;
import org.motifworks.standalone.terminal.Terminal;

/** What one invocation of the command line has from the outside: terminal, environment, folders. */
public final class Session {

  private static final String FOLDER_VARIABLE = "MOTIFWORKS_FOLDER";
  private static final String URL_VARIABLE = "MOTIFWORKS_URL";

  private final Terminal terminal;
  private final Map<String, String> environment;
  private Optional<Path> chosenFolder = Optional.empty();
  private boolean json;

  public Session(Terminal terminal, Map<String, String> environment) {
    this.terminal = terminal;
    this.environment = Map.copyOf(environment);
  }

  void chooseFolder(Path folder) {
    chosenFolder = Optional.of(folder);
  }

  void chooseJson(boolean wanted) {
    json = wanted;
  }

  public Terminal terminal() {
    return terminal;
  }

  /** Whether the caller is a script that reads JSON. */
  public boolean json() {
    return json;
  }

  ProjectHome home() {
    return ProjectHome.find();
  }

  /** {@code --home-folder}, else {@code MOTIFWORKS_FOLDER}, else {@code .motifworks} at home. */
  DataFolder folder() {
    return new DataFolder(
        chosenFolder
            .or(() -> Optional.ofNullable(environment.get(FOLDER_VARIABLE)).map(Path::of))
            .orElseGet(() -> home().folder().resolve(".motifworks")));
  }

  DetachedSupervisor supervisor() {
    return new DetachedSupervisor(folder());
  }

  SystemSettings settings() {
    try {
      return SystemSettings.of(environment);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(ExitCode.USAGE, "A wrong setting", e.getMessage(), "");
    }
  }

  boolean traces() {
    return environment.containsKey("MOTIFWORKS_TRACE");
  }

  /** A system elsewhere, named by {@code MOTIFWORKS_URL}. */
  Optional<URI> remote() {
    return Optional.ofNullable(environment.get(URL_VARIABLE)).map(URI::create);
  }

  /**
   * The API of the system that runs.
   *
   * @throws CommandFailure when none does
   */
  Api api() {
    return new Api(remote().orElseGet(this::localPage));
  }

  private URI localPage() {
    SystemStatus running =
        supervisor()
            .running()
            .orElseThrow(
                () ->
                    new CommandFailure(
                        ExitCode.UNREACHABLE,
                        "Motifworks is not running",
                        "Nothing runs on the folder " + folder().folder() + ".",
                        "Start it with: ./motifworks up"));
    return URI.create(running.page());
  }

  JobFollower follower(Api api) {
    return new JobFollower(api, terminal);
  }

  /** A result for people. */
  void print(String text) {
    terminal.out().print(text);
    if (!text.endsWith("\n")) terminal.out().println();
    terminal.out().flush();
  }

  /** A result for scripts. */
  void print(JsonNode document) {
    try {
      print(
          Json.mapper()
              .writer()
              .with(SerializationFeature.INDENT_OUTPUT)
              .writeValueAsString(document));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("A JSON document that cannot be written", e);
    }
  }

  /** A remark that is no result; silent for scripts. */
  void remark(String text) {
    if (!json) terminal.err().println(text);
  }
}
