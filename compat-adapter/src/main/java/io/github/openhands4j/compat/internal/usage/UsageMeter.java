package io.github.openhands4j.compat.internal.usage;

import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.operations.V0Operation;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts calls, failures and losses of one client. Cheap and thread-safe. */
public final class UsageMeter {

  private final Map<V0Operation, LongAdder> calls = adders();
  private final Map<V0Operation, LongAdder> failures = adders();
  private final Map<String, LongAdder> losses = new ConcurrentHashMap<>();

  /** Creates a meter at zero. */
  public UsageMeter() {}

  /**
   * Counts a call.
   *
   * @param operation what is called
   */
  public void called(V0Operation operation) {
    Objects.requireNonNull(calls.get(operation)).increment();
  }

  /**
   * Counts a call, counted before, as failed.
   *
   * @param operation what was called
   */
  public void failed(V0Operation operation) {
    Objects.requireNonNull(failures.get(operation)).increment();
  }

  /**
   * Counts a call that was refused before any client was asked.
   *
   * @param operation what was called
   */
  public void refused(V0Operation operation) {
    called(operation);
    failed(operation);
  }

  /**
   * Counts something that was left out.
   *
   * @param field its name on the V0 side; a word of this library, never one of a caller
   */
  public void lost(String field) {
    losses.computeIfAbsent(field, name -> new LongAdder()).increment();
  }

  /**
   * What was counted.
   *
   * @return the counts now; calls that run meanwhile may be in or not
   */
  public V0Usage read() {
    Map<String, Long> lost = new TreeMap<>();
    losses.forEach((field, count) -> lost.put(field, count.sum()));
    return new V0Usage(counts(calls), counts(failures), lost);
  }

  private static Map<V0Operation, Long> counts(Map<V0Operation, LongAdder> adders) {
    Map<V0Operation, Long> counts = new EnumMap<>(V0Operation.class);
    adders.forEach(
        (operation, adder) -> {
          long count = adder.sum();
          if (count > 0) {
            counts.put(operation, count);
          }
        });
    return counts;
  }

  /** Never changed after this, so that any thread may read it. */
  private static Map<V0Operation, LongAdder> adders() {
    Map<V0Operation, LongAdder> adders = new EnumMap<>(V0Operation.class);
    for (V0Operation operation : V0Operation.values()) {
      adders.put(operation, new LongAdder());
    }
    return adders;
  }
}
