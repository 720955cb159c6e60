package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.motifworks.contracts.json.Json;
import org.motifworks.contracts.matching.MatchedTarget;
import org.motifworks.contracts.matching.MatchingResult;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.motif.Background;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.PositionProbabilityMatrix;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.standalone.terminal.Terminal;

/** The match command from its words to its bytes; nothing else runs. */
class MatchCommandTest {

  private static final String REFERENCE = "reference/tomtom/";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private Path queries;
  private Path withDead;

  /** Two copies of CTCF, one reversed; a part of MAFK; a motif that is nothing. */
  @BeforeEach
  void writeQueries() throws IOException {
    Motif ctcf = jaspar("MA0139.1");
    double[][] faint = {{0.3, 0.25, 0.25, 0.2}, {0.25, 0.3, 0.2, 0.25}};
    List<Motif> motifs =
        List.of(
            new Motif("f1", "", ctcf.matrix(), 100),
            new Motif("f2", "", ctcf.matrix().reverseComplement(), 100),
            new Motif("f3", "<i>", jaspar("MA0496.1").matrix().slice(4, 10), 100),
            new Motif("f4", "", PositionProbabilityMatrix.of(faint), 100));
    StringBuilder text = new StringBuilder();
    MotifFiles.write(MotifFileFormat.MEME, Background.UNIFORM, motifs, text);
    queries = Files.writeString(folder.resolve("queries.meme"), text);
    text.append("\nMOTIF dead\nletter-probability matrix: alength= 4 w= 1 nsites= 1\n0 0 0 0\n");
    withDead = Files.writeString(folder.resolve("dead.meme"), text);
  }

  @Test
  void tsv_isTomtomsTable_andSaysHowItWasMade() {
    assertThat(run(queries.toString(), "jaspar2016", "--evalue", "0.1")).isZero();

    List<String> lines = printed().lines().toList();
    assertThat(lines.get(0)).startsWith("Query_ID\tTarget_ID\tOptimal_offset\tp-value");
    assertThat(lines.get(1)).startsWith("f1\tMA0139.1\t0\t").endsWith("\t+");
    assertThat(lines).anyMatch(line -> line.startsWith("f2\tMA0139.1\t0\t") && line.endsWith("-"));
    assertThat(lines)
        .contains(
            "# motifworks match " + queries + " jaspar2016 --evalue 0.1",
            "# distance ed, E-value <= 0.1, complete scores, min-overlap 1, both strands,"
                + " motif-pseudo 0.1, background 0.25 0.25 0.25 0.25",
            "# 3 of 4 motifs match JASPAR CORE 2016 vertebrates (519 motifs); 0 left out.");
  }

  @Test
  void unreadableMotif_isTold_andTheOthersAreMatched() {
    assertThat(run(withDead.toString(), "jaspar2016")).isEqualTo(ExitCode.FAILED);
    assertThat(printed()).contains("f1\tMA0139.1").contains(" 1 left out.");
    assertThat(err).asString().contains("warning: ").contains("motif dead, column 1 is all zero");
    assertThat(run(queries.toString(), withDead.toString())).isEqualTo(ExitCode.FAILED);
  }

  @Test
  void secondMotifOfAnId_isTold_andLeftOutOfQueriesAndDatabase() throws IOException {
    Path twice = folder.resolve("twice.meme");
    String again = "\nMOTIF f2\nletter-probability matrix: alength= 4 w= 1 nsites= 1\n1 0 0 0\n";
    Files.writeString(twice, Files.readString(queries) + again);
    assertThat(run(queries.toString(), queries.toString(), "--qvalue", "1")).isZero();
    String once = rows(printed());
    out.reset();
    assertThat(run(twice.toString(), twice.toString(), "--qvalue", "1")).isZero();
    assertThat(rows(printed())).isEqualTo(once);
    assertThat(err)
        .asString()
        .contains("left out: 1 of " + twice + ", whose ids earlier motifs have");
  }

  /** Rows, order and digits of the reference program's own outputs; skipped where they are not. */
  @ParameterizedTest
  @CsvSource({
    "default, ''",
    "paper, --evalue 0.1",
    "ed_full_thresh10, --evalue 10",
    "minov5, --evalue 0.1 --min-overlap 5",
    "norc, --evalue 0.1 --no-reverse-complement",
    "pseudo0, --evalue 0.1 --motif-pseudo 0",
    "incomplete, --evalue 0.1 --incomplete-scores",
    "pearson, --evalue 0.1 --distance pearson",
    "pearson_minov5, --evalue 10 --distance pearson --min-overlap 5"
  })
  void tsv_isTheReferencePrograms(String setting, String options) throws IOException {
    String words = reference("trimmed-motifs.meme") + " jaspar2016 " + options;
    assertThat(run(words.strip().split(" +"))).isZero();
    String expected = Files.readString(reference("trimmed-motifs/tomtom_" + setting + ".tsv"));
    assertThat(rows(printed())).isEqualTo(rows(expected));
  }

  @Test
  void json_isAMatchingResult_withCoverageGroupsAndRejected() throws IOException {
    assertThat(run(withDead.toString(), "jaspar2016", "--evalue", "0.1", "--json"))
        .isEqualTo(ExitCode.FAILED);

    MatchingResult result = Json.mapper().readValue(printed(), MatchingResult.class);
    assertThat(result.settings().distance()).isEqualTo("ed");
    assertThat(result.database().motifs()).isEqualTo(519);
    assertThat(result.queries())
        .extracting(query -> query.id())
        .containsExactly("f1", "f2", "f3", "f4");
    assertThat(result.queries().get(0).matches().get(0).partial()).isFalse();
    MatchedTarget mafk = result.queries().get(2).matches().get(0);
    assertThat(mafk.targetName()).isEqualTo("MAFK");
    assertThat(mafk.coverage()).isBetween(0.6, 0.75);
    assertThat(mafk.partial()).isTrue();
    assertThat(result.groups()).hasSize(1);
    assertThat(result.groups().get(0).members())
        .extracting(member -> member.strand())
        .containsExactly("+", "-");
    assertThat(result.counts().withMatch()).isEqualTo(3);
    assertThat(result.counts().jasparMatchPercent()).isEqualTo(75);
    assertThat(result.rejected()).extracting(motif -> motif.id()).containsExactly("dead");
    JsonNode again = Json.mapper().readTree(Json.mapper().writeValueAsString(result));
    assertThat(Json.mapper().readTree(printed())).isEqualTo(again);
  }

  @Test
  void html_isAPageOfItsOwn_writtenToAFile() throws IOException {
    Path file = folder.resolve("matches.html");
    assertThat(
            run(
                queries.toString(),
                "jaspar2016",
                "--format",
                "html",
                "--evalue=0.1",
                "--out",
                file.toString()))
        .isZero();

    assertThat(Files.readString(file))
        .startsWith("<!DOCTYPE html>")
        .contains("Euclidean distance (ed)", "JASPAR CORE 2016 vertebrates")
        .doesNotContain("http:", "https:", "<i>\"");
    assertThat(out).hasToString("");
    assertThat(folder).isDirectoryNotContaining("glob:**.part");
    assertThat(err)
        .asString()
        .contains("3 of 4 motifs match JASPAR CORE 2016 vertebrates: " + file);
  }

  @Test
  void database_canBeAFile_andQueriesStandardInput() throws IOException {
    var standardInput = System.in;
    System.setIn(Files.newInputStream(queries));
    try {
      assertThat(run("-", queries.toString(), "--distance", "pearson")).isZero();
    } finally {
      System.setIn(standardInput);
    }
    assertThat(printed()).contains("\nf1\tf1\t0\t", "# distance pearson, q-value <= 0.5");
  }

  @ParameterizedTest
  @CsvSource({
    "--distance euclid, '--distance takes ed or pearson, not ''euclid''.'",
    "--evalue -1, '--evalue must be 0 or more, not -1.0.'",
    "--evalue NaN, '--evalue must be 0 or more, not NaN.'",
    "--qvalue 1.5, '--qvalue must be between 0 and 1, not 1.5.'",
    "--evalue 1 --qvalue 0.5, '--evalue and --qvalue exclude each other.'",
    "--min-overlap 0, '--min-overlap must be 1 or more, not 0.'",
    "--min-overlap two, 'Invalid value for option ''--min-overlap'': ''two'' is not an int'",
    "--motif-pseudo -0.1, '--motif-pseudo must be 0 or more, not -0.1.'",
    "--format xml, '--format takes tsv, json or html, not ''xml''.'",
    "--json --format html, '--json and --format html ask for different things.'"
  })
  void wrongOption_isOneSentence(String options, String sentence) {
    String words = queries + " jaspar2016 " + options;
    assertThat(run(words.split(" "))).isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().startsWith("error: " + sentence + "\n");
    assertThat(out).hasToString("");
  }

  @Test
  void standardInputTwice_isAWrongCommandLine() {
    assertThat(run("-", "-")).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void fileThatIsNotThere_orNotOfMotifs_isRefused_byNameAndLine() throws IOException {
    assertThat(run(folder.resolve("none.meme").toString(), "jaspar")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("No such file").contains("none.meme");

    Path wrong =
        Files.writeString(folder.resolve("wrong.meme"), "MEME version 4\n\nALPHABET= XY\n");
    err.reset();
    assertThat(run(wrong.toString(), "jaspar")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("wrong.meme line 3");

    err.reset();
    assertThat(run(folder.toString(), "jaspar")).isEqualTo(ExitCode.REFUSED);
  }

  @Test
  void out_makesMissingFolders_andIsNoFolderItself() {
    Path file = folder.resolve("new/matches.tsv");
    assertThat(run(queries.toString(), "jaspar2016", "--out", file.toString())).isZero();
    assertThat(file).isNotEmptyFile();
    assertThat(run(queries.toString(), "jaspar2016", "--out", folder.toString()))
        .isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().contains("A folder, not a file");
  }

  /** As when {@code | head} has seen enough. */
  @Test
  void readerThatGoesAway_endsItQuietly() {
    PrintStream closed =
        new PrintStream(
            new FilterOutputStream(OutputStream.nullOutputStream()) {
              @Override
              public void write(byte[] bytes, int offset, int length) throws IOException {
                throw new IOException("Broken pipe");
              }
            },
            true,
            StandardCharsets.UTF_8);
    assertThat(run(closed, queries.toString(), "jaspar2016")).isZero();
    assertThat(err.toString(StandardCharsets.UTF_8).lines().toList())
        .allMatch(line -> line.startsWith("warning: "));
  }

  private int run(String... words) {
    return run(new PrintStream(out, true, StandardCharsets.UTF_8), words);
  }

  private int run(PrintStream standardOutput, String... words) {
    Terminal terminal =
        Terminal.plain(standardOutput, new PrintStream(err, true, StandardCharsets.UTF_8));
    String[] all = new String[words.length + 1];
    all[0] = "match";
    System.arraycopy(words, 0, all, 1, words.length);
    return Interpreter.run(new Session(terminal, Map.of()), all);
  }

  private String printed() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String rows(String tsv) {
    return tsv.substring(0, tsv.indexOf("\n#"));
  }

  private static Motif jaspar(String id) {
    return MotifDatabase.jaspar2016().motifs().stream()
        .filter(motif -> motif.id().equals(id))
        .findFirst()
        .orElseThrow();
  }

  private static Path reference(String file) {
    String named = System.getenv("MOTIFWORKS_SHARED");
    Path shared = named == null ? null : Path.of(named);
    for (Path up = Path.of("").toAbsolutePath();
        shared == null && up != null;
        up = up.getParent()) {
      if (Files.exists(up.resolve("shared").resolve(REFERENCE))) shared = up.resolve("shared");
    }
    assumeTrue(
        shared != null && Files.exists(shared.resolve(REFERENCE + file)),
        "no reference data: " + file);
    return shared.resolve(REFERENCE + file);
  }
}
