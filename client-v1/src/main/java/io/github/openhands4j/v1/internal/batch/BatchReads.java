package io.github.openhands4j.v1.internal.batch;

import feign.Request;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.batch.BatchAnswer;
import io.github.openhands4j.core.internal.batch.Batches;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
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
public record BatchReads(Calls calls) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  /**
   * Reads one, in the usual time of a read.
   *
   * @param id the id
   * @param idOf the id of a row
   * @param read the operation
   * @param <K> the type of an id
   * @param <T> the type of a row
   * @return the row, or empty if the server does not know the id
   * @throws OpenHandsException if the call fails, or the row is there and cannot be read
   */
  public <K, T> Optional<T> one(
      K id, Function<T, K> idOf, BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    return BatchAnswer.only(
        id, calls.call(OperationClass.READ, times -> read.apply(List.of(id), times)), idOf);
  }

  /**
   * Reads one.
   *
   * @param id the id
   * @param deadline the end of the call
   * @param idOf the id of a row
   * @param read the operation
   * @param <K> the type of an id
   * @param <T> the type of a row
   * @return the row, or empty if the server does not know the id
   * @throws OpenHandsException if the call fails, or the row is there and cannot be read
   */
  public <K, T> Optional<T> one(
      K id,
      Deadline deadline,
      Function<T, K> idOf,
      BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    return BatchAnswer.only(
        id,
        calls.call(OperationClass.READ, deadline, times -> read.apply(List.of(id), times)),
        idOf);
  }

  /**
   * Reads many; those that cannot be read are left out and logged.
   *
   * @param ids the ids
   * @param idOf the id of a row
   * @param read the operation
   * @param <K> the type of an id
   * @param <T> the type of a row
   * @return those that are known, by id, in the order asked for
   * @throws OpenHandsException if a call fails
   */
  public <K, T> Map<K, T> all(
      Collection<K> ids,
      Function<T, K> idOf,
      BiFunction<List<K>, Request.Options, List<@Nullable T>> read) {
    Map<K, T> found = new LinkedHashMap<>();
    for (List<K> some : Batches.of(List.copyOf(new LinkedHashSet<>(ids)))) {
      BatchAnswer<K, T> answer =
          BatchAnswer.of(
              some, calls.call(OperationClass.READ, times -> read.apply(some, times)), idOf);
      answer.rows().forEach(row -> found.put(idOf.apply(row), row));
      if (!answer.odd().isEmpty()) {
        LOG.warn("rows that cannot be read are left out [ids={}]", answer.odd().keySet());
      }
    }
    return found;
  }
}
