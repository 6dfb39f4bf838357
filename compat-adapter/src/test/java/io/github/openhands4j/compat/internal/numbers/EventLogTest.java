package io.github.openhands4j.compat.internal.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.internal.events.PackedEvent;
import io.github.openhands4j.compat.internal.events.V1Event;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EventLogTest {

  private static final int MANY = 100_000;
  private static final long FEW_MEGABYTES = 8L << 20;

  @Test
  void aHundredThousandEntriesTakeAFewMegabytesAndAreFoundAgain() {
    long seed = 7;
    Random chance = new Random(seed);
    EventLog log = new EventLog();
    List<Entry> entries = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      String id = new UUID(chance.nextLong(), chance.nextLong()).toString();
      Role role = i % 3 == 0 ? Role.STATS : Role.ACTION;
      entries.add(new Entry(id, 0, role, 1_000_000L * i, i, 1, null));
      log.append(log.size(), List.of(entries.get(i)));
    }

    assertThat(log.bytes()).isLessThan(FEW_MEGABYTES);
    for (int i = 0; i < MANY; i++) {
      assertThat(log.at(i)).isEqualTo(entries.get(i));
      assertThat(log.find(entries.get(i).eventId(), 0)).isEqualTo(i);
    }
    assertThat(log.find(new UUID(chance.nextLong(), 1).toString(), 0)).isEqualTo(-1);
  }

  @Test
  void idsThatAreNoUuidsAreKeptAsTheyAre() {
    EventLog log = new EventLog();
    log.append(0, List.of(entry("odd id", 0), entry("0B7F6A52-1111-4A6E-9A01-5B1C00000001", 0)));

    assertThat(log.at(0).eventId()).isEqualTo("odd id");
    assertThat(log.at(1).eventId()).isEqualTo("0B7F6A52-1111-4A6E-9A01-5B1C00000001");
    assertThat(log.find("odd id", 0)).isZero();
    assertThat(log.find("odd id", 1)).isEqualTo(-1);
    assertThat(log.find("other", 0)).isEqualTo(-1);
  }

  @Test
  void nothingIsAppendedToALogThatHasGrown() {
    EventLog log = new EventLog();
    assertThat(log.append(0, List.of(entry("a", 0)))).isTrue();
    assertThat(log.append(0, List.of(entry("b", 0)))).isFalse();
    assertThat(log.size()).isEqualTo(1);
  }

  @Test
  void contentsAreHeldUntilTheAppServerHasThemAndWithinABound() {
    EventLog log = new EventLog();
    List<V1Event> events = new ArrayList<>();
    for (int n = 0; n < 40; n++) {
      events.add(V1Events.message(n, noise(n)));
    }
    log.append(0, Numbering.plan(log, 0, events, false));
    log.hold(events.subList(0, 2));
    assertThat(PackedEvent.parse(String.valueOf(log.content(V1Events.id(1)))))
        .isEqualTo(events.get(1));

    log.stored(events.subList(0, 1));
    log.hold(events.subList(0, 1));
    assertThat(log.content(V1Events.id(0))).isNull();
    assertThat(log.content(V1Events.id(1))).isNotNull();
    assertThat(log.heldSince(Long.MAX_VALUE)).hasSize(1);

    log.hold(events);
    assertThat(log.bytes()).isBetween(8L << 20, 20L << 20);
    assertThat(log.content(V1Events.id(1))).isNull();
    assertThat(log.content(V1Events.id(39))).isNotNull();
  }

  /** A megabyte that cannot be compressed, in letters and digits. */
  private static String noise(int seed) {
    byte[] bytes = new byte[3 << 18];
    new Random(seed).nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  @Test
  void aLineReadsBackAsItsEntry() {
    Entry entry =
        new Entry("a\t\"id\"\n", 1, Role.MADE_STATE, Entry.NO_TIME, -1, 2, "error\nwhy\\not é");

    assertThat(entry.line()).doesNotContain("\n");
    assertThat(Entry.parse(entry.line())).isEqualTo(entry);
    assertThat(Entry.parse(entry("x", 0).line())).isEqualTo(entry("x", 0));
    assertThatThrownBy(() -> Entry.parse("[1,2")).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Entry.parse("[\"a\",0,\"NEWER\",1,1,1,null]"))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> Entry.parse("{}")).isInstanceOf(IllegalStateException.class);
  }

  private static Entry entry(String id, int part) {
    return new Entry(id, part, Role.OTHER, 0, Entry.NO_LINK, 0, null);
  }
}
