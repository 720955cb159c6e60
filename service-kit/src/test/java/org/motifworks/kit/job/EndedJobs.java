package org.motifworks.kit.job;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers every ending it is told of. */
@Singleton
class EndedJobs implements JobListener {

  static final String PREFIX = "test-";

  private final Set<String> kinds = ConcurrentHashMap.newKeySet();
  private final List<Job> ended = new CopyOnWriteArrayList<>();

  void watch(String kind) {
    kinds.add(kind);
  }

  List<Job> of(String kind) {
    return ended.stream().filter(job -> job.kind().equals(kind)).toList();
  }

  @Override
  public Set<String> kinds() {
    return kinds;
  }

  @Override
  public void ended(Job job) {
    ended.add(job);
  }
}
