package org.motifworks.benchmarks.matching;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.TimeUnit;
import org.motifworks.core.match.MatchSettings;
import org.motifworks.core.match.MotifDatabase;
import org.motifworks.core.match.MotifMatcher;
import org.motifworks.core.match.QueryMatches;
import org.motifworks.core.motif.Motif;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Filters 19 wide against JASPAR, with the paper's settings; p-, E- and q-values. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 4)
@Fork(1)
public class MotifMatcherBenchmark {
  /** Which queries, which database. */
  public enum Work {
    FILTERS_30_JASPAR_2016(30, MotifDatabase.jaspar2016()),
    FILTERS_1000_NEWEST_JASPAR(1000, MotifDatabase.newestJaspar());

    final MotifDatabase database;
    final List<Motif> filters;

    Work(int count, MotifDatabase database) {
      this.database = database;
      this.filters = NoisyFilters.of(count, database.motifs());
    }
  }

  @Param public Work work;

  @Param({"1", "2"})
  public int threads;

  private ForkJoinPool pool;
  private MotifMatcher matcher;

  @Setup
  public void prepare() {
    pool = new ForkJoinPool(threads);
    matcher = new MotifMatcher(work.database, MatchSettings.paper());
  }

  @TearDown
  public void close() {
    pool.shutdownNow();
  }

  @Benchmark
  public List<QueryMatches> match() throws InterruptedException, ExecutionException {
    return pool.submit(() -> matcher.match(work.filters)).get(); // its streams run in this pool
  }
}
