package io.github.openhands4j.core.internal.page;

import io.github.openhands4j.core.internal.json.LazyPage;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A walk over the rows of all pages of a V1 list that holds one row at a time. It ends as {@link
 * Pages} do. For one thread.
 *
 * @param <T> the type of a row
 */
public final class LazyPages<T> implements Iterator<T> {

  private final PageQuery query;
  private final Function<Map<String, Object>, LazyPage<T>> read;
  private @Nullable LazyPage<T> page;
  private boolean ended;

  /**
   * A walk that has not begun.
   *
   * @param query parameters by wire name, without a page or with the first one
   * @param read reads the page that the parameters name
   */
  public LazyPages(Map<String, Object> query, Function<Map<String, Object>, LazyPage<T>> read) {
    this.query = new PageQuery(query);
    this.read = read;
  }

  @Override
  public boolean hasNext() {
    while (!ended) {
      LazyPage<T> current = page;
      if (current == null) {
        page = read.apply(query.parameters());
      } else if (current.hasNext()) {
        return true;
      } else {
        ended = !query.goesOnTo(current.nextPageToken());
        page = null;
      }
    }
    return false;
  }

  @Override
  public T next() {
    LazyPage<T> current = hasNext() ? page : null;
    if (current == null) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
