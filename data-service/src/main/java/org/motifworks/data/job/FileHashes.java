package org.motifworks.data.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.motifworks.data.input.ServerFile;
import org.motifworks.kit.job.JobContext;

/** Hashes a job's files one after the other, in a thread beside the one that imports them. */
public final class FileHashes implements AutoCloseable {
  private final JobContext context;
  private final ExecutorService thread;

  public FileHashes(JobContext context) {
    this.context = context;
    this.thread =
        Executors.newSingleThreadExecutor(task -> new Thread(task, "sha256-" + context.id()));
  }

  /** Begins; what is returned waits for the SHA-256. */
  public Supplier<String> of(ServerFile file) {
    Future<String> hash = thread.submit(file::sha256);
    return () -> KeptAlive.during(context, () -> result(hash));
  }

  private static String result(Future<String> hash) {
    try {
      return hash.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) throw new UncheckedIOException(io);
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while a file is hashed");
    }
  }

  /** Ends what still runs. */
  @Override
  public void close() {
    thread.shutdownNow();
  }
}
