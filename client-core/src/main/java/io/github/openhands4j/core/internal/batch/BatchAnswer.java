package io.github.openhands4j.core.internal.batch;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.json.Rows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a server answered for ids: rows, and of which ids it has rows that cannot be read. Those of
 * the others that have no row are not known to it.
 *
 * @param rows the rows that can be read, in any order
 * @param odd why the rows of some ids cannot be read
 * @param <K> the type of an id
 * @param <T> the type of a row
 */
public record BatchAnswer<K, T>(List<T> rows, Map<K, OpenHandsException> odd) {

  /**
   * The row of the only id that was asked for. A row of another is not it, whatever its place.
   *
   * @param id the id
   * @param answer what was answered for it
   * @param idOf the id of a row
   * @param <K> the type of an id
   * @param <T> the type of a row
   * @return the row, or empty if the server does not know the id
   * @throws OpenHandsException if its row is there and cannot be read
   */
  public static <K, T> Optional<T> only(K id, List<@Nullable T> answer, Function<T, K> idOf) {
    BatchAnswer<K, T> read = of(List.of(id), answer, idOf);
    OpenHandsException odd = read.odd().get(id);
    if (odd != null) {
      throw odd;
    }
    return read.rows().stream().filter(row -> id.equals(idOf.apply(row))).findFirst();
  }

  /**
   * Tells whose rows are whose.
   *
   * @param asked the ids
   * @param answer what was answered for them
   * @param idOf the id of a row
   * @param <K> the type of an id
   * @param <T> the type of a row
   * @return the answer by id
   */
  public static <K, T> BatchAnswer<K, T> of(
      List<K> asked, List<@Nullable T> answer, Function<T, K> idOf) {
    Rows<T> all = Rows.of(answer);
    List<T> rows = all.present();
    if (all.odd().isEmpty()) {
      return new BatchAnswer<>(rows, Map.of());
    }
    List<K> rowless = new ArrayList<>(asked);
    rows.forEach(row -> rowless.remove(idOf.apply(row)));
    Map<K, OpenHandsException> odd = new LinkedHashMap<>();
    all.odd()
        .keySet()
        .forEach(
            place -> {
              OpenHandsException failure = all.failure(place);
              K there = asked.size() == all.size() ? asked.get(place) : null;
              // Rows come in the order asked for; one that is not in its place may be anybody's.
              List<K> whose = there != null && rowless.contains(there) ? List.of(there) : rowless;
              whose.forEach(id -> odd.putIfAbsent(id, failure));
            });
    return new BatchAnswer<>(rows, odd);
  }
}
