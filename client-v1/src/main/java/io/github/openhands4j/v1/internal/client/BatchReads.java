package io.github.openhands4j.v1.internal.client;

import feign.Request;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v1.internal.batch.Batches;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads objects by their ids, as many in a request as the server takes.
 *
 * @param calls carries the requests out
 */
record BatchReads(Calls calls) {

  /** Those that are known, by id, in the order asked for. */
  <K, T> Map<K, T> all(
      Collection<K> ids,
      Function<T, K> idOf,
      BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    Map<K, T> found = new LinkedHashMap<>();
    for (List<K> some : Batches.of(List.copyOf(new LinkedHashSet<>(ids)))) {
      for (@Nullable T row : calls.call(OperationClass.READ, times -> read.apply(some, times))) {
        if (row != null) {
          found.put(idOf.apply(row), row);
        }
      }
    }
    return found;
  }
}
