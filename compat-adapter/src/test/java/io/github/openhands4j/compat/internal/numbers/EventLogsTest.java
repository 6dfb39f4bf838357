package io.github.openhands4j.compat.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.model.ConversationId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

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

    assertThat(logs.open(ConversationId.parse(String.format("%032x", 0xa0))).size()).isEqualTo(1);
    assertThat(logs.open(ConversationId.parse(String.format("%032x", 0xa0 + 19))).size())
        .isEqualTo(1);
    assertThat(logs.open(ConversationId.parse(String.format("%032x", 0xa1))).size()).isZero();
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
