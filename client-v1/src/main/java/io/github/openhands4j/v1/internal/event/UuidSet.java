package io.github.openhands4j.v1.internal.event;

import java.util.Arrays;
import java.util.UUID;

/**
 * UUIDs in one array of numbers: a walk over very many events remembers ids all the time, and as
 * objects they are most of what a collector has to move. Not thread-safe.
 */
final class UuidSet {

  private static final int USUAL_PLACES = 16;

  /** Two numbers a place, both zero where nobody is. */
  private long[] places = new long[2 * USUAL_PLACES];

  private int taken;
  private boolean hasZero;

  int size() {
    return taken + (hasZero ? 1 : 0);
  }

  /** Forgets all, and keeps the room for as many. */
  void clear() {
    Arrays.fill(places, 0);
    taken = 0;
    hasZero = false;
  }

  boolean contains(UUID id) {
    return isZero(id) ? hasZero : isAt(place(id), id);
  }

  /** False if it was there. */
  boolean add(UUID id) {
    if (isZero(id)) {
      boolean isNew = !hasZero;
      hasZero = true;
      return isNew;
    }
    int place = place(id);
    if (isAt(place, id)) {
      return false;
    }
    put(place, id.getMostSignificantBits(), id.getLeastSignificantBits());
    taken++;
    if (4 * taken > places.length) { // half of the places
      grow();
    }
    return true;
  }

  private static boolean isZero(UUID id) {
    return (id.getMostSignificantBits() | id.getLeastSignificantBits()) == 0;
  }

  /** Where an id is, or would be. */
  private int place(UUID id) {
    return place(id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private int place(long high, long low) {
    int mask = places.length / 2 - 1;
    int place = Long.hashCode((high ^ Long.rotateLeft(low, 17)) * 0x9E3779B97F4A7C15L) & mask;
    while (!isFree(place) && !isAt(place, high, low)) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private boolean isFree(int place) {
    return (places[2 * place] | places[2 * place + 1]) == 0;
  }

  private boolean isAt(int place, UUID id) {
    return isAt(place, id.getMostSignificantBits(), id.getLeastSignificantBits());
  }

  private boolean isAt(int place, long high, long low) {
    return places[2 * place] == high && places[2 * place + 1] == low;
  }

  private void put(int place, long high, long low) {
    places[2 * place] = high;
    places[2 * place + 1] = low;
  }

  private void grow() {
    long[] before = places;
    places = new long[2 * before.length];
    for (int i = 0; i < before.length; i += 2) {
      if ((before[i] | before[i + 1]) != 0) {
        put(place(before[i], before[i + 1]), before[i], before[i + 1]);
      }
    }
  }
}
