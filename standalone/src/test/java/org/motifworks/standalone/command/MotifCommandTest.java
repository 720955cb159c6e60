package org.motifworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.motifworks.core.motif.Motif;
import org.motifworks.core.motif.io.MotifFile;
import org.motifworks.core.motif.io.MotifFileFormat;
import org.motifworks.core.motif.io.MotifFiles;
import org.motifworks.standalone.terminal.Terminal;
import org.w3c.dom.Element;

/** The motif commands; nothing runs. */
class MotifCommandTest {

  private static final String MOTIFS =
      ">CTGA\tone\t6.5\n.25\t.25\t.25\t.25\n.97\t.01\t.01\t.01\n.01\t.01\t.97\t.01\n"
          + ">NN\tdead\t6.5\n0\t0\t0\t0\n"
          + ">NN\tflat\t6.5\n.25\t.25\t.25\t.25\n.3\t.2\t.2\t.3\n";

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void convert_writesAnotherFormat_andTellsWhatIsLeftOut() throws IOException {
    Path file = Files.writeString(folder.resolve("found.motif"), MOTIFS);

    assertThat(run("motif", "convert", file.toString(), "--to", "plain"))
        .isEqualTo(ExitCode.FAILED);

    assertThat(out)
        .hasToString(
            ">one\n0.250000\t0.250000\t0.250000\t0.250000\n"
                + "0.970000\t0.010000\t0.010000\t0.010000\n"
                + "0.010000\t0.010000\t0.970000\t0.010000\n"
                + ">flat\n0.250000\t0.250000\t0.250000\t0.250000\n"
                + "0.300000\t0.200000\t0.200000\t0.300000\n");
    assertThat(err)
        .hasToString(
            "warning: left out: "
                + file
                + " line 6: motif dead, column 1 is all zero\n2 motifs from homer to plain\n");
  }

  @Test
  void convert_ofABundledDatabaseToAFile_hasEveryMotif() throws IOException {
    Path file = folder.resolve("new/jaspar.meme");

    assertThat(run("motif", "convert", "jaspar2016", "--to=meme", "--out=" + file)).isZero();

    MotifFile back = MotifFiles.read(file);
    assertThat(back.format()).isEqualTo(MotifFileFormat.MEME);
    assertThat(back.motifs()).hasSize(519);
    assertThat(file.getParent()).isDirectoryNotContaining(one -> one.toString().endsWith(".part"));
    assertThat(out.size()).isZero();
  }

  @Test
  void convert_readsStandardInputInTheFormatItIsTold() {
    InputStream before = System.in;
    try {
      System.setIn(
          new ByteArrayInputStream("1 2\n3 4\n5 6\n7 8\n".getBytes(StandardCharsets.UTF_8)));
      assertThat(run("motif", "convert", "-", "--from", "PLAIN", "--to", "jaspar")).isZero();
    } finally {
      System.setIn(before);
    }
    assertThat(out).hasToString(">motif-1\nA [ 1 2 ]\nC [ 3 4 ]\nG [ 5 6 ]\nT [ 7 8 ]\n");
  }

  @Test
  void convert_thatFails_leavesTheOldFileAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("rna.meme"), "MEME version 4\nALPHABET= ACGU\n");
    Path old = Files.writeString(folder.resolve("old.meme"), "old");

    int exit = run("motif", "convert", file.toString(), "--to=meme", "--out=" + old);

    assertThat(exit).isEqualTo(ExitCode.REFUSED);
    assertThat(old).hasContent("old");
    assertThat(err)
        .asString()
        .contains("rna.meme line 2: RNA alphabet 'ACGU': only DNA motifs (ACGT) are read");
  }

  @Test
  void unknownFormat_isAUsageErrorThatNamesTheFormats() {
    assertThat(run("motif", "convert", "jaspar", "--to", "stamp")).isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().contains("'stamp' is no motif format: meme, jaspar");
  }

  @Test
  void logo_ofOneMotif_isAnSvgDocument() throws Exception {
    assertThat(run("motif", "logo", "jaspar2016", "--motif", "ctcf", "--reverse-complement"))
        .isZero();

    Element svg =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(new ByteArrayInputStream(out.toByteArray()))
            .getDocumentElement();
    assertThat(svg.getTagName()).isEqualTo("svg");
    assertThat(svg.getAttribute("aria-label")).isEqualTo("MA0139.1 CTCF (reverse complement)");
  }

  @Test
  void logos_ofAllMotifs_areFilesNamedById_noneLostToARepeatedId() throws IOException {
    String text = ">a/b\n1 0 0 0\n>x\n1 0 0 0\n>X\n0 1 0 0\n";
    Path file = Files.writeString(folder.resolve("m.txt"), text);
    Path logos = folder.resolve("logos");

    assertThat(run("motif", "logo", file.toString(), "--out", logos.toString())).isZero();

    assertThat(logos)
        .isDirectoryContaining(one -> one.endsWith("a-b.svg"))
        .isDirectoryContaining(one -> one.endsWith("x.svg"))
        .isDirectoryContaining(one -> one.endsWith("X-2.svg"));
    assertThat(Files.readString(logos.resolve("X-2.svg"))).contains("<title>X</title>");
  }

  @Test
  void logo_ofSeveralMotifsOrAnUnknownOne_saysWhatToDo() {
    assertThat(run("motif", "logo", "jaspar2016")).isEqualTo(ExitCode.USAGE);
    assertThat(err).asString().contains("One drawing for 519 motifs").contains("--out DIR");
    assertThat(run("motif", "logo", "jaspar2016", "--motif=NONE")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("No motif NONE");
  }

  @Test
  void trim_keepsInformativeSpansInTheInputsFormat_andTellsWhatVanishes() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("found.motif"), MOTIFS.replace("0\t0\t0\t0", "1\t0\t0\t0"));

    assertThat(run("motif", "trim", file.toString(), "--padding=0")).isZero();

    assertThat(out.toString(StandardCharsets.UTF_8).lines().toList())
        .startsWith(">AG\tone\t2.169336", "0.970000\t0.010000\t0.010000\t0.010000")
        .hasSize(5);
    assertThat(err)
        .hasToString(
            "warning: nothing is left of motif flat\n"
                + "3 motifs, 1 trimmed, 1 without anything left\n");
  }

  @Test
  void trim_ofCounts_keepsCounts_andTheSharpenedRuleKeepsFlatMotifs() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("m.txt"), ">x\n5 5 5 5\n20 0 0 1\n5 5 5 5\n>flat\n5 5 5 5\n");

    assertThat(run("motif", "trim", file.toString(), "--bits=1", "--padding=0", "--to=jaspar"))
        .isZero();
    assertThat(out).hasToString(">x\nA [ 20 ]\nC [ 0 ]\nG [ 0 ]\nT [ 1 ]\n");

    out.reset();
    assertThat(run("motif", "trim", file.toString(), "--rule=sharpened")).isZero();
    List<Motif> kept = MotifFiles.read("out", out.toString(StandardCharsets.UTF_8)).motifs();
    assertThat(kept).extracting(Motif::id).containsExactly("x", "flat");

    assertThat(run("motif", "trim", file.toString(), "--rule=sharpened", "--bits=1"))
        .isEqualTo(ExitCode.USAGE);
    assertThat(run("motif", "trim", file.toString(), "--bits=1.9")).isEqualTo(ExitCode.REFUSED);
    assertThat(err).asString().contains("No motif has a column of more than 1.9 bits.");
  }

  @Test
  void everyCommand_explainsItself() {
    for (String command : List.of("convert", "logo", "trim")) {
      assertThat(run("motif", command, "--help")).isZero();
    }
    assertThat(out).asString().contains("Koo and").contains("jaspar2016");
  }

  private int run(String... arguments) {
    PrintStream plainOut = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream plainErr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return Interpreter.run(new Session(Terminal.plain(plainOut, plainErr), Map.of()), arguments);
  }
}
