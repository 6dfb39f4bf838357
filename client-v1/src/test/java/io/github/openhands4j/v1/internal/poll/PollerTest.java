package io.github.openhands4j.v1.internal.poll;

import static io.github.openhands4j.v1.testing.Samples.conversationId;
import static io.github.openhands4j.v1.testing.Samples.handle;
import static io.github.openhands4j.v1.testing.Samples.taskId;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.limits.ReadBudget;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.StartTaskId;
import io.github.openhands4j.v1.testing.Samples;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

/** The driver in real time, on reads that tests script by their number. */
@Timeout(20)
class PollerTest {

  private static final Duration MINUTE = Duration.ofMinutes(1);

  private final AtomicInteger taskReads = new AtomicInteger();
  private final List<List<StartTaskId>> asked = new CopyOnWriteArrayList<>();
  private final AtomicInteger conversationReads = new AtomicInteger();
  private final List<Poller> pollers = new ArrayList<>();

  @AfterEach
  void close() {
    pollers.forEach(Poller::close);
  }

  private Poller poller(IntFunction<AppConversationStartTask> answer) {
    PollReads reads =
        new PollReads() {
          @Override
          public BatchAnswer<StartTaskId, AppConversationStartTask> tasks(List<StartTaskId> ids) {
            asked.add(ids);
            return new BatchAnswer<>(List.of(answer.apply(taskReads.incrementAndGet())), Map.of());
          }

          @Override
          public BatchAnswer<ConversationId, AppConversation> conversations(
              List<ConversationId> ids) {
            conversationReads.incrementAndGet();
            return new BatchAnswer<>(List.of(), Map.of());
          }
        };
    Poller poller =
        new Poller(
            reads,
            new ReadBudget(600),
            new Stirs(),
            new OddWords(),
            TimeSource.system(),
            Runnable::run);
    pollers.add(poller);
    return poller;
  }

  private static AppConversationStartTask working() {
    return Samples.task(1, AppConversationStartTaskStatus.WORKING, conversationId(1)).build();
  }

  private static AppConversationStartTask ready() {
    return Samples.task(1, AppConversationStartTaskStatus.READY, conversationId(1))
        .appConversationId(conversationId(1))
        .build();
  }

  private static CompletableFuture<Verdict> await(Poller poller, WaitListener listener) {
    return poller.await(
        handle(1), WaitState.of(Goal.READY, taskId(1), conversationId(1)), MINUTE, listener);
  }

  @Test
  void readThatThrowsSomethingOddEndsNoWait() throws Exception {
    Poller poller =
        poller(
            read -> {
              if (read == 1) {
                throw new IllegalStateException("odd");
              }
              if (read == 2) {
                throw new NoSuchMethodError("two versions of a library on the class path");
              }
              return ready();
            });

    assertThat(await(poller, progress -> {}).get()).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(taskReads).hasValue(3);
  }

  @Test
  void listenerThatThrowsEndsNoWait() throws Exception {
    Poller poller = poller(read -> read == 1 ? working() : ready());

    CompletableFuture<Verdict> wait =
        await(
            poller,
            progress -> {
              throw new IllegalStateException("a listener's own trouble");
            });

    assertThat(wait.get()).isEqualTo(new Verdict.Ready(conversationId(1)));
  }

  @Test
  void rateLimitLeavesTheOtherReadsOfTheTickOut() throws Exception {
    AtomicInteger readsOfOther = new AtomicInteger(-1);
    CountDownLatch firstTick = new CountDownLatch(1);
    CountDownLatch bothWait = new CountDownLatch(1);
    Poller poller =
        poller(
            read -> {
              if (read == 1) {
                firstTick.countDown();
                waitFor(bothWait);
                return working();
              }
              if (read == 2) {
                throw Samples.answer(429);
              }
              readsOfOther.set(conversationReads.get());
              return ready();
            });
    CompletableFuture<Verdict> wait = await(poller, progress -> {});
    waitFor(firstTick);
    CompletableFuture<Verdict> other =
        poller.await(
            handle(2),
            WaitState.of(Goal.FINISHED, null, conversationId(2)),
            MINUTE,
            progress -> {});
    bothWait.countDown();

    assertThat(wait.get()).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(readsOfOther).as("reads of the other wait before the third").hasValue(0);
    assertThat(other).isNotDone();
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void closeEndsWaitsWithTheirHandlesAndWaitsAfterItFailTheSameWay() {
    Poller poller = poller(read -> working());
    CompletableFuture<Verdict> before = await(poller, progress -> {});
    poller.close();
    CompletableFuture<Verdict> after = await(poller, progress -> {});

    for (CompletableFuture<Verdict> wait : List.of(before, after)) {
      assertThatThrownBy(wait::get)
          .isInstanceOf(ExecutionException.class)
          .cause()
          .isInstanceOfSatisfying(
              ClientClosedException.class, e -> assertThat(e.handle()).contains(handle(1)));
    }
  }

  @Test
  void canceledWaitIsNoLongerAskedForWhileAnotherGoesOn() throws Exception {
    Poller poller = poller(read -> ready());
    CompletableFuture<Verdict> canceled =
        poller.await(
            handle(2),
            WaitState.of(Goal.READY, taskId(2), conversationId(2)),
            MINUTE,
            progress -> {});
    canceled.cancel(false);

    assertThat(await(poller, progress -> {}).get()).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(asked.get(asked.size() - 1)).containsExactly(taskId(1));
  }

  @Test
  void canceledWaitIsNoLongerReadForAndALaterOneStartsAnew() throws Exception {
    Poller poller = poller(read -> read < 3 ? working() : ready());
    CountDownLatch seen = new CountDownLatch(1);
    CompletableFuture<Verdict> canceled = await(poller, progress -> seen.countDown());
    waitFor(seen);
    canceled.cancel(false);
    int reads = taskReads.get();
    CompletableFuture<Verdict> later = await(poller, progress -> {});

    assertThat(later.get()).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(reads).isEqualTo(1);
    assertThat(taskReads).hasValue(3);
  }

  @Test
  void listenerThatTakesItsTimeStartsNoThreads() throws Exception {
    joinTimers(); // of other tests
    CountDownLatch firstRead = new CountDownLatch(1);
    CountDownLatch bothWait = new CountDownLatch(1);
    Poller poller =
        poller(
            read -> {
              if (read == 1) {
                return working();
              }
              waitFor(bothWait);
              return ready();
            });
    List<String> timers = new CopyOnWriteArrayList<>();
    CompletableFuture<Verdict> quick = await(poller, progress -> firstRead.countDown());
    waitFor(firstRead);
    AtomicInteger told = new AtomicInteger();
    CompletableFuture<Verdict> slow =
        await(
            poller,
            progress -> {
              if (quick.isDone() && told.getAndIncrement() == 0) {
                joinTimers(); // nothing is left to be waited for
                timers().forEach(thread -> timers.add(thread.getName()));
              }
            });
    bothWait.countDown();

    assertThat(slow.get()).isEqualTo(new Verdict.Ready(conversationId(1)));
    assertThat(told).hasValue(1);
    assertThat(timers).isEmpty();
  }

  private static List<Thread> timers() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("openhands4j-poller-timer"))
        .toList();
  }

  private static void joinTimers() {
    for (Thread timer : timers()) {
      try {
        timer.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Test
  void stateThatThisReleaseDoesNotKnowIsWarnedOfOnceAndEndsNoWait() throws Exception {
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.wait");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      AppConversationStartTaskStatus odd = AppConversationStartTaskStatus.of("DREAMING\nof sheep");
      Poller poller =
          poller(read -> read < 3 ? Samples.task(1, odd, conversationId(1)).build() : ready());

      assertThat(await(poller, progress -> {}).get())
          .isEqualTo(new Verdict.Ready(conversationId(1)));
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .filteredOn(event -> event.getLevel() == Level.WARN)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "a state that this release does not know ends no wait"
                + " [kind=AppConversationStartTaskStatus, word=DREAMING of sheep]");
  }

  @Test
  void statesOfSandboxAndAgentAreWarnedOfTooAndNotForEver() {
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.wait");
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      OddWords words = new OddWords();
      words.saw(null);
      words.saw(SandboxStatus.RUNNING);
      words.saw(SandboxStatus.of("FLYING"));
      words.saw(ConversationExecutionStatus.of("FLYING"));
      words.saw(SandboxStatus.of("FLYING"));
      assertThat(log.list).hasSize(2);

      for (int word = 0; word < 1_000; word++) {
        words.saw(SandboxStatus.of("WORD_" + word));
      }
      assertThat(log.list).hasSize(100);
    } finally {
      logger.detachAppender(log);
    }
  }
}
