package io.github.openhands4j.simulator;

import java.util.AbstractList;
import java.util.List;

/** Finds places in lists of events that are sorted by time; times are compared as texts. */
final class SortedEvents {

  private SortedEvents() {}

  /** The index of the first event at or after a time. */
  static int firstFrom(List<StoredEvent> sorted, String timestamp) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (sorted.get(middle).timestamp().compareTo(timestamp) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** The index of the first event after a time. */
  static int firstAfter(List<StoredEvent> sorted, String timestamp) {
    return firstFrom(sorted, timestamp + '\0');
  }

  /** The same list seen from its end, without copying it. */
  static <T> List<T> reversed(List<T> list) {
    return new AbstractList<>() {
      @Override
      public T get(int index) {
        return list.get(list.size() - 1 - index);
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }
}
