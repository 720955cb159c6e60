package org.motifworks.worker.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.motifworks.contracts.bench.Comparison;

/**
 * Training as the product does it, one process of one thread a slot, all at once, beside one
 * process of the library that may use the whole machine.
 */
final class TrainingDuel implements AutoCloseable {

  private static final int SGEMM_ROUNDS = 5;

  private final List<TrainingProcess> slots = new ArrayList<>();
  private final List<TrainingProcess> library = new ArrayList<>();

  TrainingDuel(String architecture, int slots, Path folder) throws IOException {
    try {
      for (int i = 0; i < slots; i++) {
        this.slots.add(TrainingProcess.product(architecture, folder));
      }
      library.add(TrainingProcess.library(architecture, folder));
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  Comparison measure(Duration patience) throws Exception {
    for (TrainingProcess slot : slots) {
      slot.ready();
    }
    double difference = library.get(0).ready();
    Comparison rates = Duel.of(epoch(slots), epoch(library), patience);
    return new Comparison(rates.rate(), rates.libraryRate(), rates.ratio(), difference);
  }

  /** Matrix products of all slots at once, in 10^9 operations a second. */
  double sgemmGflops() throws IOException, InterruptedException {
    double side = TrainingMain.SIDE;
    double operations = 2 * side * side * side * TrainingMain.PRODUCTS * slots.size();
    double[] rates = new double[SGEMM_ROUNDS];
    together(slots, "sgemm");
    for (int i = 0; i < SGEMM_ROUNDS; i++) {
      long start = System.nanoTime();
      together(slots, "sgemm");
      rates[i] = operations / (System.nanoTime() - start);
    }
    return Duel.median(rates, SGEMM_ROUNDS);
  }

  private static Contender epoch(List<TrainingProcess> processes) {
    return new Contender() {
      @Override
      public int sequences() {
        return TrainingMain.SEQUENCES * processes.size();
      }

      @Override
      public float[] run() throws IOException, InterruptedException {
        together(processes, "epoch");
        return new float[0];
      }
    };
  }

  private static void together(List<TrainingProcess> processes, String work)
      throws IOException, InterruptedException {
    for (TrainingProcess process : processes) {
      process.ask(work);
    }
    for (TrainingProcess process : processes) {
      process.answer();
    }
  }

  @Override
  public void close() {
    slots.forEach(TrainingProcess::close);
    library.forEach(TrainingProcess::close);
  }
}
