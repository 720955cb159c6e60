package org.motifworks.interpret.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.motifworks.contracts.artifact.ArtifactRef;

/** Loads that do not end in time; those of {@code h...} hang until they are let go. */
class DeadlineLoaderTest {
  private static final LoadLimits LIMITS = new LoadLimits(Duration.ofMillis(200), 2);

  private final CountDownLatch letGo = new CountDownLatch(1);
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicInteger closed = new AtomicInteger();
  private final DeadlineLoader loader = new DeadlineLoader(this::load, LIMITS);

  @AfterEach
  void end() {
    letGo.countDown();
  }

  @Test
  void soundModel_isLoaded_whileAnotherHangs() {
    assertRefused("h1", "model.load-late");
    assertThat(loader.load(ref("a")).ref()).isEqualTo(ref("a"));
    assertThat(loader.late().artifacts()).containsExactly("models/h1");
    assertThat(loader.late().full()).isFalse();
  }

  @Test
  void sameArtifact_isNotBegunAgain_whileItsLoadGoesOn() {
    assertRefused("h1", "model.load-late");
    assertRefused("h1", "model.load-late");
    assertThat(begun).hasValue(1);
  }

  @Test
  void asManyAsThereArePlaces_refuseEveryOther_untilOneEnds() {
    assertRefused("h1", "model.load-late");
    assertRefused("h2", "model.load-late");
    assertThat(loader.late().full()).isTrue();
    assertRefused("a", "model.loads-stuck");
    letGo.countDown();
    await().atMost(Duration.ofSeconds(30)).until(() -> loader.late().artifacts().isEmpty());
    assertThat(loader.load(ref("a")).ref()).isEqualTo(ref("a"));
  }

  @Test
  void modelThatComesTooLate_isClosed() {
    assertRefused("h1", "model.load-late");
    letGo.countDown();
    await().atMost(Duration.ofSeconds(30)).until(() -> closed.get() == 1);
  }

  @Test
  void modelWithoutMemory_isRefusedLikeAnyOther() {
    assertRefused("memory", "model.too-large");
    assertThat(loader.late().artifacts()).isEmpty();
  }

  private void assertRefused(String name, String code) {
    assertThatThrownBy(() -> loader.load(ref(name)))
        .isInstanceOfSatisfying(
            InferenceException.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private LoadedModel load(ArtifactRef ref) {
    begun.incrementAndGet();
    if (ref.key().startsWith("models/memory")) throw new OutOfMemoryError("no room");
    if (ref.key().startsWith("models/h")) awaitEnd();
    return new LoadedModel(ref, null, Optional.empty(), session());
  }

  private void awaitEnd() {
    try {
      letGo.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A session that counts its closing; it holds and computes nothing. */
  private InferenceSession session() {
    return (InferenceSession)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {InferenceSession.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals("close")) closed.incrementAndGet();
              return method.getReturnType() == long.class ? 0L : null;
            });
  }

  private static ArtifactRef ref(String name) {
    return new ArtifactRef("models/" + name, "%064x".formatted(name.hashCode()));
  }
}
