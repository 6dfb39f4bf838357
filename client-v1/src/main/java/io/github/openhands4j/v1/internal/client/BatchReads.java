package io.github.openhands4j.v1.internal.client;

import feign.Request;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads objects by their ids, as many in a request as the server takes.
 *
 * @param calls carries the requests out
 */
record BatchReads(Calls calls) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  /** One, if it is known. */
  <K, T> Optional<T> one(
      K id, Function<T, K> idOf, BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    List<@Nullable T> answer =
        calls.call(OperationClass.READ, times -> read.apply(List.of(id), times));
    return BatchAnswer.only(id, answer, idOf);
  }

  /** Those that are known and can be read, by id, in the order asked for. */
  <K, T> Map<K, T> all(
      Collection<K> ids,
      Function<T, K> idOf,
      BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    Map<K, T> found = new LinkedHashMap<>();
    for (List<K> some : Batches.of(List.copyOf(new LinkedHashSet<>(ids)))) {
      BatchAnswer<K, T> answer = answer(some, idOf, read);
      answer.rows().forEach(row -> found.put(idOf.apply(row), row));
      if (!answer.odd().isEmpty()) {
        LOG.warn("rows that cannot be read are left out [ids={}]", answer.odd().keySet());
      }
    }
    return found;
  }

  private <K, T> BatchAnswer<K, T> answer(
      List<K> ids,
      Function<T, K> idOf,
      BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    return BatchAnswer.of(
        ids, calls.call(OperationClass.READ, times -> read.apply(ids, times)), idOf);
  }
}
