package io.github.openhands4j.benchmarks.waiting;

import java.lang.management.ManagementFactory;

/** How much of the heap is in use once everything that nobody holds is gone. */
final class Heap {

  private static final int COLLECTIONS = 5;

  private Heap() {}

  /** Collects several times, since what is dropped in one collection may hold on to more. */
  static long usedBytes() {
    for (int i = 0; i < COLLECTIONS; i++) {
      System.gc();
    }
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
