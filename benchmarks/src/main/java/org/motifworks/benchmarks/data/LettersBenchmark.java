package org.motifworks.benchmarks.data;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.motifworks.core.sequence.DnaAlphabet;
import org.motifworks.core.sequence.ReverseComplement;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Bases in memory, from letters to tokens and on, on one core. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
@OperationsPerInvocation(LettersBenchmark.BASES)
public class LettersBenchmark {
  static final int BASES = 1 << 20;
  private static final int SEQUENCE = 256;

  private final byte[] letters = RandomBases.letters(BASES);
  private final byte[] softMasked = letters.clone();
  private final byte[] unknown = new byte[BASES];
  private final byte[] rna = letters.clone();
  private final byte[] ambiguous = letters.clone();
  private final byte[] tokens = RandomBases.tokens(BASES);
  private final byte[] into = new byte[BASES];
  private final String[] strings = new String[BASES / SEQUENCE];

  @Setup
  public void prepare() {
    for (int i = 0; i < BASES; i++) if (i / 300 % 2 == 0) softMasked[i] |= 0x20;
    Arrays.fill(unknown, (byte) 'N');
    for (int i = 0; i < BASES; i++) if (rna[i] == 'T') rna[i] = 'U';
    for (int i = 0; i < BASES; i += 97) ambiguous[i] = 'R';
    for (int i = 0; i < strings.length; i++) {
      strings[i] = new String(letters, i * SEQUENCE, SEQUENCE, StandardCharsets.US_ASCII);
    }
  }

  @Benchmark
  public byte[] copy() {
    System.arraycopy(letters, 0, into, 0, BASES);
    return into;
  }

  @Benchmark
  public byte[] tokenise() {
    DnaAlphabet.tokenise(letters, 0, BASES, into, 0);
    return into;
  }

  /** Upper and lower case in turn, as repeats are marked in a genome. */
  @Benchmark
  public byte[] tokeniseSoftMasked() {
    DnaAlphabet.tokenise(softMasked, 0, BASES, into, 0);
    return into;
  }

  /** A gap of a genome. */
  @Benchmark
  public byte[] tokeniseUnknown() {
    DnaAlphabet.tokenise(unknown, 0, BASES, into, 0);
    return into;
  }

  @Benchmark
  public byte[] tokeniseRna() {
    DnaAlphabet.tokenise(rna, 0, BASES, into, 0);
    return into;
  }

  /** An IUPAC code every hundred letters. */
  @Benchmark
  public byte[] tokeniseAmbiguous() {
    DnaAlphabet.tokenise(ambiguous, 0, BASES, into, 0);
    return into;
  }

  /** As they come in JSON. */
  @Benchmark
  public int tokeniseStrings() {
    int length = 0;
    for (String each : strings) length += DnaAlphabet.tokenise(each).length;
    return length;
  }

  /** In place. */
  @Benchmark
  public byte[] reverseComplement() {
    ReverseComplement.inPlace(tokens);
    return tokens;
  }

  @Benchmark
  public String format() {
    return DnaAlphabet.format(tokens);
  }
}
