package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;
import org.motifworks.contracts.interpretation.SaliencyRule;

class ModelCacheTest {
  private final AtomicInteger loads = new AtomicInteger();
  private final Map<String, Recorded> sessions = new ConcurrentHashMap<>();
  private final ModelCache cache = new ModelCache(inTime(this::load), 250);

  @Test
  void acquire_bySeveralAtOnce_loadsOnce() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<ModelLease>> leases = new ArrayList<>();
    for (int i = 0; i < 32; i++) leases.add(threads.submit(() -> cache.acquire(ref('a'))));
    for (Future<ModelLease> lease : leases) lease.get().close();
    threads.shutdown();
    assertThat(loads).hasValue(1);
    assertThat(sessions.get(ref('a').key()).closed).isFalse();
  }

  @Test
  void acquire_overTheBound_closesTheLeastRecentlyUsed() {
    cache.acquire(ref('a')).close();
    cache.acquire(ref('b')).close();
    cache.acquire(ref('a')).close();
    cache.acquire(ref('c')).close();
    assertThat(sessions.get(ref('b').key()).closed).isTrue();
    assertThat(sessions.get(ref('a').key()).closed).isFalse();
    assertThat(cache.size()).isEqualTo(2);
  }

  @Test
  void evictedWhileInUse_staysOpenUntilTheLastUserHasGone() {
    ModelLease first = cache.acquire(ref('a'));
    ModelLease second = cache.acquire(ref('a'));
    cache.acquire(ref('b')).close();
    cache.acquire(ref('c')).close();
    Recorded evicted = sessions.get(ref('a').key());
    first.close();
    first.close(); // closing twice is one user less, not two
    assertThat(evicted.closed).isFalse();
    assertThat(second.session()).isSameAs(evicted);
    second.close();
    assertThat(evicted.closed).isTrue();
  }

  @Test
  void modelOfAnAlias_isUnloadedLast() {
    cache.pin("tf@champion", ref('a'));
    cache.acquire(ref('a')).close();
    cache.acquire(ref('b')).close();
    cache.acquire(ref('c')).close();
    assertThat(sessions.get(ref('b').key()).closed).isTrue();
    assertThat(sessions.get(ref('a').key()).closed).isFalse();
    cache.pin("tf@champion", ref('c')); // promoted: the one before is like any other
    cache.acquire(ref('d')).close();
    assertThat(sessions.get(ref('a').key()).closed).isTrue();
    assertThat(sessions.get(ref('c').key()).closed).isFalse();
  }

  @Test
  void modelsOfAliases_areUnloadedToo_whenTheyAloneAreTooMuch() {
    for (char name : new char[] {'a', 'b', 'c'}) cache.pin(name + "@champion", ref(name));
    for (char name : new char[] {'a', 'b', 'c'}) cache.acquire(ref(name)).close();
    assertThat(sessions.get(ref('a').key()).closed).isTrue();
    assertThat(cache.bytes()).isEqualTo(200);
  }

  @Test
  void modelThatGrowsInUse_isCountedAgain_andOthersMakeRoom() {
    cache.acquire(ref('a')).close();
    try (ModelLease lease = cache.acquire(ref('b'))) {
      sessions.get(lease.ref().key()).bytes = 200;
    }
    assertThat(sessions.get(ref('a').key()).closed).isTrue();
    assertThat(cache.bytes()).isEqualTo(200);
  }

  @Test
  void bytes_ofOneThatIsStillUsedAfterItHadToGo_count() {
    ModelLease lease = cache.acquire(ref('a'));
    cache.acquire(ref('b')).close();
    cache.acquire(ref('c')).close();
    assertThat(cache.size()).isEqualTo(2);
    assertThat(cache.bytes()).isEqualTo(300);
    lease.close();
    assertThat(cache.bytes()).isEqualTo(200);
  }

  @Test
  void acquire_afterAFailedLoad_triesAgain() {
    ModelCache failing =
        new ModelCache(
            inTime(
                ref -> {
                  if (loads.getAndIncrement() == 0) {
                    throw new InferenceException("model.corrupt", "first time");
                  }
                  return load(ref);
                }),
            250);
    assertThatThrownBy(() -> failing.acquire(ref('a'))).isInstanceOf(InferenceException.class);
    failing.acquire(ref('a')).close();
  }

  @Test
  void drain_waitsForUsersAndLendsNoMore() throws InterruptedException {
    ModelLease lease = cache.acquire(ref('a'));
    assertThat(cache.drain(Duration.ofMillis(20))).isFalse();
    assertThat(sessions.get(ref('a').key()).closed).isFalse();
    lease.close();
    assertThat(sessions.get(ref('a').key()).closed).isTrue();
    assertThatThrownBy(() -> cache.acquire(ref('a'))).isInstanceOf(IllegalStateException.class);
  }

  private LoadedModel load(ArtifactRef ref) {
    loads.incrementAndGet();
    Recorded session = new Recorded();
    sessions.put(ref.key(), session);
    return new LoadedModel(ref, null, Optional.empty(), session);
  }

  private static DeadlineLoader inTime(ModelLoader loader) {
    return new DeadlineLoader(loader, new LoadLimits(Duration.ofMinutes(1), 4));
  }

  private static ArtifactRef ref(char name) {
    return new ArtifactRef("models/" + name, String.valueOf(name).repeat(64));
  }

  /** A session that knows whether it was closed; it computes nothing. */
  private static final class Recorded implements InferenceSession {
    private volatile boolean closed;
    private volatile long bytes = 100;

    @Override
    public long bytes() {
      return bytes;
    }

    @Override
    public Prediction predict(TokenBatch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int layers() {
      throw new UnsupportedOperationException();
    }

    @Override
    public List<Activations> activations(TokenBatch batch) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Set<SaliencyRule> saliencyRules() {
      throw new UnsupportedOperationException();
    }

    @Override
    public float[] saliency(TokenBatch batch, int[] classes, SaliencyRule rule) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void close() {
      assertThat(closed).isFalse();
      closed = true;
    }
  }
}
