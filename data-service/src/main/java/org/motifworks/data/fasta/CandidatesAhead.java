package org.motifworks.data.fasta;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Goes on reading in another thread while candidates are taken: the same ones in the same order,
 * and in its place what went wrong.
 */
final class CandidatesAhead implements Iterator<Optional<Candidate>>, AutoCloseable {

  private static final int BLOCK_RECORDS = 4096;
  private static final int BLOCK_BASES = 1 << 20;

  private final Iterator<Optional<Candidate>> source;
  private Iterator<Optional<Candidate>> taken = Collections.emptyIterator();
  private CompletableFuture<Block> next;

  /** Until it is closed, {@code source} is used by one other thread at a time. */
  CandidatesAhead(Iterator<Optional<Candidate>> source) {
    this.source = source;
    this.next = CompletableFuture.supplyAsync(this::read);
  }

  /** What was read, and what then went wrong. */
  private record Block(List<Optional<Candidate>> read, Optional<RuntimeException> problem) {}

  @Override
  public boolean hasNext() {
    if (taken.hasNext()) return true;
    Block block = next.join();
    if (block.read().isEmpty()) {
      if (block.problem().isPresent()) throw block.problem().get();
      return false;
    }
    taken = block.read().iterator();
    next =
        block.problem().isPresent()
            ? CompletableFuture.completedFuture(new Block(List.of(), block.problem()))
            : CompletableFuture.supplyAsync(this::read);
    return true;
  }

  @Override
  public Optional<Candidate> next() {
    if (!hasNext()) throw new NoSuchElementException();
    return taken.next();
  }

  /** Waits until the source is not used any more. */
  @Override
  public void close() {
    next.join();
  }

  private Block read() {
    List<Optional<Candidate>> read = new ArrayList<>();
    int bases = 0;
    try {
      while (read.size() < BLOCK_RECORDS && bases < BLOCK_BASES && source.hasNext()) {
        Optional<Candidate> candidate = source.next();
        read.add(candidate);
        bases += candidate.map(each -> each.tokens().length).orElse(0);
      }
      return new Block(read, Optional.empty());
    } catch (RuntimeException e) {
      return new Block(read, Optional.of(e));
    }
  }
}
