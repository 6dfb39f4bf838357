package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.compat.internal.events.PackedEvent;
import io.github.openhands4j.compat.internal.events.V1Event;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Contents of those events of a log that were read at the agent server and were not seen at the app
 * server yet: they may never get there. Bounded: the oldest go first. Not thread-safe.
 */
final class Contents {

  private static final long ENTRY_BYTES = 150;

  /** An event that waits to be seen at the app server. */
  private record Waiting(long micros, String content) {}

  private final long mostBytes;
  private final BitSet stored = new BitSet();
  private final Map<String, Waiting> waiting = new LinkedHashMap<>();
  private final Map<Integer, String> kept = new HashMap<>();
  private long bytes;

  Contents(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  /** The app server has it: its content need not be held any more. */
  void stored(int position, String eventId) {
    stored.set(position);
    release(eventId);
  }

  /** Holds the content of an event, unless the app server has it or it is held already. */
  void hold(int position, V1Event event, long micros) {
    if (stored.get(position) || waiting.containsKey(event.id())) {
      return;
    }
    Waiting held = new Waiting(micros, PackedEvent.of(event));
    waiting.put(event.id(), held);
    bytes += sizeOf(held.content());
    Iterator<Waiting> oldest = waiting.values().iterator();
    while (bytes > mostBytes && oldest.hasNext()) {
      bytes -= sizeOf(oldest.next().content());
      oldest.remove();
    }
  }

  /** The content of a line of the log; a durable ledger has what there is no room for here. */
  void keep(int position, String content) {
    if (bytes + sizeOf(content) <= mostBytes) {
      kept.put(position, content);
      bytes += sizeOf(content);
    }
  }

  @Nullable String held(String eventId) {
    Waiting held = waiting.get(eventId);
    return held == null ? null : held.content();
  }

  @Nullable String kept(int position) {
    return kept.get(position);
  }

  /** Those that happened before a time and are still waiting. */
  List<Entry> waitingSince(long micros) {
    List<Entry> entries = new ArrayList<>();
    waiting.forEach(
        (id, held) -> {
          if (held.micros() <= micros) {
            entries.add(Entry.kept(id, held.content()));
          }
        });
    return entries;
  }

  void release(String eventId) {
    Waiting held = waiting.remove(eventId);
    if (held != null) {
      bytes -= sizeOf(held.content());
    }
  }

  long bytes() {
    return bytes + stored.size() / Byte.SIZE;
  }

  private static long sizeOf(String content) {
    return ENTRY_BYTES + content.length();
  }
}
