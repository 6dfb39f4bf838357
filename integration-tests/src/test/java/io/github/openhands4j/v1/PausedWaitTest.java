package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.simulator.Disturbance;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** A sandbox that is paused while its conversation is waited for. */
@Timeout(60)
class PausedWaitTest {

  private static final Logger WAITS =
      (Logger) LoggerFactory.getLogger("io.github.openhands4j.wait");

  private static final String ROWS = "/api/v1/app-conversations";
  private static final String RESUME = "/api/v1/sandboxes/.+/resume";

  /** As many as a client runs at the same time. */
  private static final int CALLBACKS = 16;

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client();
  private final Start start = client.conversations().start(V1World.request());
  private final LinkedBlockingQueue<Progress> pauses = new LinkedBlockingQueue<>();

  @AfterEach
  void close() {
    world.close();
  }

  private ConversationId paused() {
    world.settle();
    ConversationId id = start.awaitReady(V1World.LONG);
    world.conversation(id).sandbox().orElseThrow().pause();
    return id;
  }

  /** Two more reads of the conversation: whatever was to be done about the pause is done. */
  private void pollsGoOn() throws InterruptedException {
    long before = world.server.journal().count("GET", ROWS);
    assertThat(world.server.journal().await("GET", ROWS, before + 2, V1World.LONG)).isTrue();
  }

  private long resumes() {
    return world.server.journal().count("POST", RESUME);
  }

  @Test
  void programIsToldAndNothingIsResumedUnasked() throws InterruptedException {
    ConversationId id = paused();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    WAITS.addAppender(logged);

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(WaitOptions.within(V1World.LONG).onPaused(pauses::add))
            .toCompletableFuture();

    Progress told = pauses.poll(10, TimeUnit.SECONDS);
    assertThat(told).isNotNull();
    assertThat(told.handle().conversationId()).isEqualTo(id);
    assertThat(told.sandboxStatus()).isEqualTo(SandboxStatus.PAUSED);
    pollsGoOn();
    assertThat(wait).isNotDone();
    assertThat(resumes()).isZero();
    WAITS.detachAppender(logged);
    assertThat(logged.list)
        .filteredOn(line -> line.getLevel().equals(Level.WARN))
        .singleElement()
        .extracting(ILoggingEvent::getFormattedMessage, STRING)
        .contains("is paused", id.toString(), "resume=false");
  }

  @Test
  void sandboxIsResumedWhenThatIsWanted() throws InterruptedException {
    ConversationId id = paused();
    CountDownLatch runs = new CountDownLatch(1);

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(
                WaitOptions.within(V1World.LONG)
                    .onProgress(
                        news -> {
                          world.settle();
                          if (SandboxStatus.RUNNING.equals(news.sandboxStatus())) {
                            runs.countDown();
                          }
                        })
                    .onPaused(pauses::add)
                    .resumePaused())
            .toCompletableFuture();

    assertThat(runs.await(20, TimeUnit.SECONDS)).isTrue();
    assertThat(pauses.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(pauses).isEmpty();
    assertThat(resumes()).isEqualTo(1);
    assertThat(world.conversation(id).sandbox().orElseThrow().status().name()).isEqualTo("RUNNING");
    wait.cancel(false);
  }

  @Test
  void sandboxIsResumedWhileAllCallbacksBlock() throws InterruptedException {
    CountDownLatch blocked = new CountDownLatch(CALLBACKS);
    CountDownLatch over = new CountDownLatch(1);
    for (int i = 0; i < CALLBACKS; i++) {
      var unused = start.awaitReadyAsync(V1World.LONG).thenRun(() -> block(blocked, over));
    }
    paused();
    assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(WaitOptions.within(V1World.LONG).resumePaused())
            .toCompletableFuture();

    assertThat(world.server.journal().await("POST", RESUME, 1, V1World.LONG)).isTrue();
    over.countDown();
    wait.cancel(false);
  }

  @Test
  void sandboxIsResumedWhileItsListenerBlocks() throws InterruptedException {
    paused();
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch over = new CountDownLatch(1);

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(
                WaitOptions.within(V1World.LONG)
                    .onPaused(news -> block(blocked, over))
                    .resumePaused())
            .toCompletableFuture();

    assertThat(blocked.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(world.server.journal().await("POST", RESUME, 1, V1World.LONG)).isTrue();
    over.countDown();
    wait.cancel(false);
  }

  private static void block(CountDownLatch blocked, CountDownLatch over) {
    blocked.countDown();
    try {
      assertThat(over.await(30, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void listenerThatThrowsKeepsNoSandboxFromBeingResumed() throws InterruptedException {
    paused();

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(
                WaitOptions.within(V1World.LONG)
                    .onPaused(
                        news -> {
                          throw new AssertionError("from a listener");
                        })
                    .resumePaused())
            .toCompletableFuture();

    assertThat(world.server.journal().await("POST", RESUME, 1, V1World.LONG)).isTrue();
    assertThat(wait).isNotDone();
    wait.cancel(false);
  }

  @Test
  void resumeThatFailsEndsNoWait() throws InterruptedException {
    paused();
    world.server.disturbNext("POST", RESUME, Disturbance.notTaken().answer(500));

    CompletableFuture<Conversation> wait =
        start
            .awaitFinishedAsync(
                WaitOptions.within(V1World.LONG).onPaused(pauses::add).resumePaused())
            .toCompletableFuture();

    assertThat(pauses.poll(10, TimeUnit.SECONDS)).isNotNull();
    assertThat(world.server.journal().await("POST", RESUME, 1, V1World.LONG)).isTrue();
    pollsGoOn();
    assertThat(wait).isNotDone();
    wait.cancel(false);
  }
}
