package io.github.openhands4j.v1.internal.page;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.v1.Paged;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * A list behind calls.
 *
 * @param query parameters by wire name, without a page
 * @param key what tells a row from the others
 * @param read reads the page that the parameters name
 * @param <T> the type of a row
 */
public record PagedCalls<T>(
    Map<String, Object> query, Function<T, Object> key, Function<Map<String, Object>, Page<T>> read)
    implements Paged<T> {

  /** Rows come again when others are added to the head of a list, so on one of the next pages. */
  private static final int REMEMBERED = 10_000;

  @Override
  public Iterable<Page<T>> pages() {
    return new Pages<>(query, Integer.MAX_VALUE, read);
  }

  @Override
  public Iterator<T> iterator() {
    Map<Object, Boolean> seen = BoundedMap.ofLatestAdded(REMEMBERED);
    return new Pages<>(query, Integer.MAX_VALUE, read)
        .rows()
        .filter(row -> seen.put(keyOf(row), true) == null)
        .iterator();
  }

  /** Rows without a key of their own are told apart by all they say. */
  private Object keyOf(T row) {
    Object own = key.apply(row);
    return own.equals("") ? Objects.requireNonNull(row) : own;
  }

  @Override
  public String toString() {
    return "Paged" + query.keySet();
  }
}
