package io.github.openhands4j.compat.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.compat.EventLedger;
import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.reading.EventReader;
import io.github.openhands4j.compat.internal.reading.EventSource;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.compat.testing.StillTime;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class EventLogsTest {

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");
  private static final int READERS = 8;
  private static final int EVENTS = 300;

  @Test
  void readersAtTheSameTimeGiveTheSameNumbers() throws Exception {
    EventLogs logs = new EventLogs(null);

    readAtOnce(IntStream.range(0, READERS).mapToObj(i -> logs).toList(), 1);

    assertThat(numbered(logs)).doesNotHaveDuplicates().hasSize(EVENTS);
  }

  @Test
  void processesWithOneLedgerGiveTheSameNumbers() throws Exception {
    TableLedger ledger = new TableLedger();
    List<EventLogs> processes =
        IntStream.range(0, READERS).mapToObj(i -> new EventLogs(ledger)).toList();

    readAtOnce(processes, 2);

    List<String> first = numbered(new EventLogs(ledger));
    assertThat(first).doesNotHaveDuplicates().hasSize(EVENTS);
    processes.forEach(process -> assertThat(numbered(process)).isEqualTo(first));
  }

  @Test
  void entriesMadeForAShorterLogAreRefused() {
    for (EventLogs logs : List.of(new EventLogs(null), new EventLogs(new TableLedger()))) {
      EventLog log = logs.open(ID);
      List<Entry> one = Numbering.plan(log, 0, List.of(V1Events.message(1, "a")), false);
      List<Entry> other = Numbering.plan(log, 0, List.of(V1Events.message(2, "b")), false);

      assertThat(logs.append(ID, log, 0, one)).isTrue();
      assertThat(logs.append(ID, log, 0, other)).isFalse();
      assertThat(numbered(logs)).containsExactly(V1Events.id(1));
    }
  }

  @Test
  void theLogLongestNotReadGoesFirst() {
    EventLogs logs = new EventLogs(null, 10_000);
    for (int i = 0; i < 20; i++) {
      ConversationId id = ConversationId.parse(String.format("%032x", 0xa0 + i));
      append(logs, id, List.of(V1Events.message(1, "a")));
      logs.open(ConversationId.parse(String.format("%032x", 0xa0)));
    }

    assertThat(logs.holds(other(0))).isTrue();
    assertThat(logs.holds(other(19))).isTrue();
    assertThat(logs.holds(other(1))).isFalse();
  }

  /** Each conversation has one large event, which the agent server alone has. */
  private record LargeEvents(V1Event event) implements EventSource {

    @Override
    public Iterator<List<V1Event>> stored(ConversationId id, @Nullable String since) {
      return Collections.emptyIterator();
    }

    @Override
    public Iterator<List<V1Event>> live(AppConversation conversation, @Nullable String since) {
      return List.of(List.of(event)).iterator();
    }

    @Override
    public boolean isLeftAlone(ConversationId id) {
      return false;
    }

    @Override
    public List<V1Event> byIds(ConversationId id, Collection<String> eventIds) {
      return List.of();
    }
  }

  @Test
  void contentsThatAreHeldTakeRoomToo() {
    EventLogs logs = new EventLogs(null, 4 << 20);
    String text =
        new Random(1)
            .ints(1 << 20, 'a', 'z' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    EventReader reader =
        new EventReader(
            new LargeEvents(V1Events.message(1, text)),
            logs,
            new StillTime(Instant.parse("2026-08-20T13:00:00Z")));

    for (int i = 0; i < 20; i++) {
      AppConversation row =
          AppConversation.builder().id(other(i)).sandboxStatus(SandboxStatus.RUNNING).build();
      reader.page(row, SandboxState.UP, EventQuery.builder().build());
    }

    assertThat(logs.holds(other(0))).isFalse();
    assertThat(logs.holds(other(19))).isTrue();
  }

  @Test
  void aLogThatIsStillReadIsNeverDoubled() {
    EventLogs logs = new EventLogs(null, 1);
    EventLog log = logs.open(ID);
    append(logs, ID, List.of(V1Events.message(1, "a")));

    for (int i = 0; i < 20; i++) {
      append(logs, other(i), List.of(V1Events.message(1, "a")));
    }
    append(logs, ID, List.of(V1Events.message(2, "b")));

    assertThat(logs.open(ID)).isSameAs(log);
    assertThat(log.size()).isEqualTo(2);
  }

  @Test
  void droppedNumbersAreWarnedOfOnceUnlessALedgerHasThem() {
    assertThat(warningsOf(new EventLogs(null, 1))).hasSize(1);
    assertThat(warningsOf(new EventLogs(new TableLedger(), 1))).isEmpty();
    assertThat(warningsOf(new EventLogs(null))).isEmpty();
  }

  private static List<ILoggingEvent> warningsOf(EventLogs logs) {
    Logger logger = (Logger) LoggerFactory.getLogger("io.github.openhands4j.compat");
    ListAppender<ILoggingEvent> warnings = new ListAppender<>();
    warnings.start();
    logger.addAppender(warnings);
    try {
      for (int i = 0; i < 5; i++) {
        append(logs, other(i), oneMessage());
      }
    } finally {
      logger.detachAppender(warnings);
    }
    return List.copyOf(warnings.list);
  }

  private static ConversationId other(int i) {
    return ConversationId.parse(String.format("%032x", 0xa0 + i));
  }

  @Test
  void aSlowLedgerKeepsReadersOfOtherConversationsNotWaiting() throws Exception {
    CountDownLatch reached = new CountDownLatch(2);
    CountDownLatch mayEnd = new CountDownLatch(1);
    TableLedger table = new TableLedger();
    EventLedger slow =
        new EventLedger() {
          @Override
          public List<String> read(ConversationId conversation, int from) {
            waitIfSlow(conversation, from == 1);
            return table.read(conversation, from);
          }

          @Override
          public boolean append(ConversationId conversation, int from, List<String> lines) {
            waitIfSlow(conversation, from == 1);
            return table.append(conversation, from, lines);
          }

          private void waitIfSlow(ConversationId conversation, boolean second) {
            if (second && (conversation.equals(other(0)) || conversation.equals(other(1)))) {
              reached.countDown();
              try {
                assertThat(mayEnd.await(10, TimeUnit.SECONDS)).isTrue();
              } catch (InterruptedException e) {
                throw new AssertionError(e);
              }
            }
          }
        };
    EventLogs logs = new EventLogs(slow);
    EventLog zero = logs.open(other(0));
    EventLog one = logs.open(other(1));
    logs.append(other(0), zero, 0, Numbering.plan(zero, 0, oneMessage(), false));
    logs.append(other(1), one, 0, Numbering.plan(one, 0, oneMessage(), false));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Future<?>> waiting =
          List.of(
              threads.submit(() -> logs.open(other(0))),
              threads.submit(() -> append(logs, other(1), List.of(V1Events.message(2, "b")))));
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();

      Future<?> other = threads.submit(() -> append(logs, other(2), oneMessage()));
      other.get(10, TimeUnit.SECONDS);

      assertThat(waiting).noneMatch(Future::isDone);
      mayEnd.countDown();
      for (Future<?> each : waiting) {
        each.get(10, TimeUnit.SECONDS);
      }
    } finally {
      mayEnd.countDown();
      threads.shutdownNow();
    }
  }

  @Test
  void aReaderWhoWaitsForASlowLedgerCanBeInterrupted() throws Exception {
    CountDownLatch reached = new CountDownLatch(1);
    CountDownLatch mayEnd = new CountDownLatch(1);
    EventLogs logs =
        new EventLogs(
            new EventLedger() {
              @Override
              public List<String> read(ConversationId conversation, int from) {
                reached.countDown();
                try {
                  assertThat(mayEnd.await(20, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                  throw new AssertionError(e);
                }
                return List.of();
              }

              @Override
              public boolean append(ConversationId conversation, int from, List<String> lines) {
                return true;
              }
            });
    FutureTask<Boolean> interrupted =
        new FutureTask<>(
            () -> {
              assertThatThrownBy(() -> logs.open(ID)).isInstanceOf(CallInterruptedException.class);
              return Thread.currentThread().isInterrupted();
            });
    Thread second = new Thread(interrupted, "second reader");
    second.setDaemon(true);
    ExecutorService threads = Executors.newSingleThreadExecutor();
    try {
      Future<?> first = threads.submit(() -> logs.open(ID));
      assertThat(reached.await(10, TimeUnit.SECONDS)).isTrue();
      second.start();

      second.interrupt();

      assertThat(interrupted.get(10, TimeUnit.SECONDS)).isTrue();
      assertThat(first).isNotDone();
      mayEnd.countDown();
      first.get(10, TimeUnit.SECONDS);
    } finally {
      mayEnd.countDown();
      threads.shutdownNow();
    }
  }

  private static List<V1Event> oneMessage() {
    return List.of(V1Events.message(1, "a"));
  }

  /** Each reader takes the same events in an order and in pages of its own. */
  private static void readAtOnce(List<EventLogs> readers, long seed) throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(readers.size());
    try {
      CountDownLatch go = new CountDownLatch(1);
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < readers.size(); i++) {
        EventLogs logs = readers.get(i);
        Random chance = new Random(seed * 100 + i);
        running.add(
            threads.submit(
                () -> {
                  go.await();
                  read(logs, chance);
                  return null;
                }));
      }
      go.countDown();
      for (Future<?> reader : running) {
        reader.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("seed " + seed, e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }

  private static void read(EventLogs logs, Random chance) {
    List<V1Event> events = new ArrayList<>();
    IntStream.range(0, EVENTS).forEach(n -> events.add(V1Events.message(n, "text")));
    Collections.shuffle(events, chance);
    int from = 0;
    while (from < events.size()) {
      int to = Math.min(events.size(), from + 1 + chance.nextInt(10));
      append(logs, ID, events.subList(from, to));
      from = to;
    }
  }

  private static void append(EventLogs logs, ConversationId id, List<V1Event> events) {
    EventLog log = logs.open(id);
    int size = log.size();
    while (!logs.append(id, log, size, Numbering.plan(log, size, events, false))) {
      size = log.size();
    }
  }

  private static List<String> numbered(EventLogs logs) {
    EventLog log = logs.open(ID);
    return IntStream.range(0, log.numbers())
        .mapToObj(number -> log.at(log.positionOf(number)).eventId())
        .toList();
  }
}
