package io.github.openhands4j.compat.internal.numbers;

import java.util.Arrays;

/** A growing list of ascending ints. Not thread-safe. */
final class Ints {

  private static final int FIRST_SIZE = 8;

  private int[] values = new int[FIRST_SIZE];
  private int size;

  void add(int value) {
    if (size == values.length) {
      values = Arrays.copyOf(values, size + (size >> 1));
    }
    values[size++] = value;
  }

  int get(int index) {
    return values[index];
  }

  int size() {
    return size;
  }

  /** How many are smaller than a value. */
  int below(int value) {
    int found = Arrays.binarySearch(values, 0, size, value);
    return found < 0 ? -found - 1 : found;
  }

  long bytes() {
    return (long) values.length * Integer.BYTES;
  }
}
