package io.github.openhands4j.compat;

import io.github.openhands4j.compat.operations.Fidelity;
import io.github.openhands4j.compat.operations.V0Operation;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Which V0 operations a program still uses and what it lost by them, since its client or router was
 * made. To see what is to be done before V0 can be left.
 *
 * <pre>{@code
 * V0Usage usage = V0OnV1.usage(client);
 * usage.calls().forEach((operation, calls) -> System.out.println(operation.counterpart()));
 * }</pre>
 *
 * @param calls how often each operation was called, in the order of the table; without those that
 *     were not
 * @param failures how many of these calls failed
 * @param losses how often something was left out or is missing, by its name on the V0 side
 */
public record V0Usage(
    Map<V0Operation, Long> calls, Map<V0Operation, Long> failures, Map<String, Long> losses) {

  public V0Usage {
    calls = copy(calls);
    failures = copy(failures);
    losses = Collections.unmodifiableMap(new TreeMap<>(losses));
  }

  /**
   * The calls of one faithfulness.
   *
   * @param fidelity the label
   * @return how many calls there were
   */
  public long calls(Fidelity fidelity) {
    return calls.entrySet().stream()
        .filter(each -> each.getKey().fidelity() == fidelity)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * One line.
   *
   * @return operations with their calls, label, failures and what to call on V1 instead, then
   *     losses
   */
  @Override
  public String toString() {
    String told =
        calls.entrySet().stream()
            .map(each -> each.getKey() + "=" + told(each.getKey(), each.getValue()))
            .collect(Collectors.joining("; "));
    return "calls: [" + told + "], losses: " + losses;
  }

  private String told(V0Operation operation, long count) {
    Long failed = failures.get(operation);
    return count
        + " "
        + operation.fidelity()
        + (failed == null ? "" : " (" + failed + " failed)")
        + (operation.instead().isEmpty() ? "" : " -> " + operation.instead());
  }

  private static Map<V0Operation, Long> copy(Map<V0Operation, Long> counts) {
    Map<V0Operation, Long> copy = new EnumMap<>(V0Operation.class);
    copy.putAll(counts);
    return Collections.unmodifiableMap(copy);
  }
}
