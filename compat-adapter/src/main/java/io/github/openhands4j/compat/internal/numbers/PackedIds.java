package io.github.openhands4j.compat.internal.numbers;

import io.github.openhands4j.model.internal.UuidText;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The ids of the entries of a log and where they are: 16 bytes for an id, 8 for its place. Not
 * thread-safe.
 */
final class PackedIds {

  private static final int FIRST_SIZE = 16;
  private static final int PARTS = 31;
  private static final int NONE = -1;

  /** Multiplying by it spreads keys over the table. */
  private static final int SPREAD = 0x9E3779B9;

  private static final int SHIFT = 7;

  private long[] high = new long[FIRST_SIZE];
  private long[] low = new long[FIRST_SIZE];
  private byte[] parts = new byte[FIRST_SIZE];
  private int[] table = emptyTable(2 * FIRST_SIZE);
  private int size;

  /** Ids that are no UUIDs as servers write them. */
  private final Map<Integer, String> odd = new HashMap<>();

  void add(String id, int part) {
    if (size == high.length) {
      grow();
    }
    UUID key = key(id);
    high[size] = key.getMostSignificantBits();
    low[size] = key.getLeastSignificantBits();
    parts[size] = (byte) part;
    if (!key.toString().equals(id)) {
      odd.put(size, id);
    }
    table[slot(key, part)] = size;
    size++;
  }

  /** The place of an id, the last one if there are several; -1 if there is none. */
  int find(String id, int part) {
    return table[slot(key(id), part)];
  }

  String get(int place) {
    String text = odd.get(place);
    return text != null ? text : new UUID(high[place], low[place]).toString();
  }

  int part(int place) {
    return parts[place];
  }

  long bytes() {
    return high.length * (2L * Long.BYTES + 1)
        + (long) table.length * Integer.BYTES
        + odd.values().stream().mapToLong(text -> 100L + 2L * text.length()).sum();
  }

  private static UUID key(String id) {
    try {
      return UuidText.parse(id, "event");
    } catch (IllegalArgumentException odd) {
      return UUID.nameUUIDFromBytes(id.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Where a key is in the table, or where it would be. */
  private int slot(UUID key, int part) {
    int mask = table.length - 1;
    int slot = (((key.hashCode() * PARTS + part) * SPREAD) >>> SHIFT) & mask;
    while (table[slot] != NONE && !isAt(table[slot], key, part)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isAt(int place, UUID key, int part) {
    return high[place] == key.getMostSignificantBits()
        && low[place] == key.getLeastSignificantBits()
        && parts[place] == part;
  }

  private void grow() {
    int length = size + (size >> 1);
    high = Arrays.copyOf(high, length);
    low = Arrays.copyOf(low, length);
    parts = Arrays.copyOf(parts, length);
    if (table.length < 2 * length) {
      table = emptyTable(table.length * 2);
      for (int place = 0; place < size; place++) {
        table[slot(new UUID(high[place], low[place]), parts[place])] = place;
      }
    }
  }

  private static int[] emptyTable(int length) {
    int[] empty = new int[length];
    Arrays.fill(empty, NONE);
    return empty;
  }
}
