package io.github.openhands4j.compat.internal.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.internal.events.V1Event;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.numbers.TableLedger;
import io.github.openhands4j.compat.internal.numbers.V1Events;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Events arrive in any order at either server, and are read in any pages by two processes with one
 * ledger, and some of them never get to the app server: a number always shows the same event.
 */
class AnyOrderTest {

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");
  private static final List<String> STATUSES = List.of("idle", "running", "finished", "error");
  private static final int SEEDS = 40;
  private static final int EVENTS = 80;

  private final Map<Long, Event> seen = new HashMap<>();

  @Test
  void aNumberAlwaysShowsTheSameEvent() {
    long first = Long.getLong("seed", 1L);
    for (long seed = first; seed < first + SEEDS; seed++) {
      seen.clear();
      run(seed, new Random(seed));
    }
  }

  private void run(long seed, Random chance) {
    List<V1Event> coming = events(chance);
    Collections.shuffle(coming, chance);
    MemorySource source = new MemorySource(1 + chance.nextInt(20));
    TableLedger ledger = new TableLedger();
    List<EventReader> readers =
        List.of(
            new EventReader(source, new EventLogs(ledger), TimeSource.system()),
            new EventReader(source, new EventLogs(ledger), TimeSource.system()));
    while (!coming.isEmpty()) {
      arrive(coming, source, chance);
      read(seed, readers.get(chance.nextInt(2)), query(chance), chance);
    }
    readers.forEach(reader -> check(seed, reader.all(row(chance), sandbox(chance)).toList()));
    source.live.clear(); // the sandbox is gone, and with it what it alone had
    for (EventReader reader : readers) {
      List<Event> all = reader.all(row(chance), sandbox(chance)).toList();
      assertThat(all).extracting(Event::id).as("seed %d", seed).isSorted().doesNotHaveDuplicates();
      assertThat(all.get(all.size() - 1).id()).as("seed %d", seed).isEqualTo(all.size() - 1L);
      check(seed, all);
    }
  }

  private static void arrive(List<V1Event> coming, MemorySource source, Random chance) {
    for (int n = 1 + chance.nextInt(8); n > 0 && !coming.isEmpty(); n--) {
      V1Event event = coming.remove(coming.size() - 1);
      if (chance.nextInt(3) == 0) {
        source.live.add(event);
      }
      if (!source.live.contains(event) || chance.nextBoolean()) {
        source.store(event);
      }
    }
  }

  private void read(long seed, EventReader reader, EventQuery query, Random chance) {
    check(seed, reader.page(row(chance), sandbox(chance), query).events());
  }

  private void check(long seed, List<Event> events) {
    for (Event event : events) {
      long id = Objects.requireNonNull(event.id());
      Event before = seen.putIfAbsent(id, event);
      assertThat(event)
          .as("seed %d, number %d", seed, id)
          .isEqualTo(before == null ? event : before);
      assertThat(event.cause() == null || event.cause() < id).as("seed %d", seed).isTrue();
    }
  }

  private static EventQuery query(Random chance) {
    return EventQuery.builder()
        .startId(chance.nextBoolean() ? null : Long.valueOf(chance.nextInt(EVENTS)))
        .endId(chance.nextBoolean() ? null : Long.valueOf(chance.nextInt(EVENTS)))
        .reverse(chance.nextBoolean())
        .limit(chance.nextInt(101))
        .build();
  }

  private static SandboxState sandbox(Random chance) {
    SandboxState[] states = SandboxState.values();
    return states[chance.nextInt(states.length)];
  }

  private static AppConversation row(Random chance) {
    return AppConversation.builder()
        .id(ID)
        .llmModel("model " + chance.nextInt(2))
        .executionStatus(
            ConversationExecutionStatus.of(STATUSES.get(chance.nextInt(STATUSES.size()))))
        .build();
  }

  private static List<V1Event> events(Random chance) {
    List<V1Event> events = new ArrayList<>();
    for (int n = 0; n < EVENTS; n++) {
      String call = "call " + chance.nextInt(EVENTS / 4);
      int action = chance.nextInt(EVENTS);
      events.add(
          switch (chance.nextInt(9)) {
            case 0, 1 -> V1Events.command(n, call, "answer " + n / 3);
            case 2, 3 -> V1Events.output(n, action, call);
            case 4 -> V1Events.stats(n, n);
            case 5 -> V1Events.state(n, STATUSES.get(chance.nextInt(STATUSES.size())));
            case 6 -> V1Events.error(n, call);
            case 7 -> V1Events.failure(n);
            default -> V1Events.message(n, "text " + n);
          });
    }
    return events;
  }
}
