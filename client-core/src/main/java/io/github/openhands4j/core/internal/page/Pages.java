package io.github.openhands4j.core.internal.page;

import io.github.openhands4j.model.Page;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The pages of a V1 list, each read when it is asked for. The walk ends with the last page, after
 * so many pages, or when a token repeats: a server that does not know a token begins anew.
 *
 * @param query parameters by wire name, without a page
 * @param most how many pages are read at the most
 * @param read reads the page that the parameters name
 * @param <T> the type of a row
 */
public record Pages<T>(
    Map<String, Object> query, int most, Function<Map<String, Object>, Page<T>> read)
    implements Iterable<Page<T>> {

  /**
   * The rows of all pages.
   *
   * @return the rows that are there, without nulls; reads no further than it is asked to
   */
  public Stream<T> rows() {
    return StreamSupport.stream(spliterator(), false)
        .flatMap(page -> page.items().stream())
        .filter(Objects::nonNull);
  }

  @Override
  public Iterator<Page<T>> iterator() {
    return new Walk();
  }

  private final class Walk implements Iterator<Page<T>> {

    private final PageQuery next = new PageQuery(query);
    private int pages;
    private boolean goesOn = true;

    @Override
    public boolean hasNext() {
      return goesOn && pages < most;
    }

    @Override
    public Page<T> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Page<T> page = read.apply(next.parameters());
      pages++;
      goesOn = next.goesOnTo(page.nextPageToken());
      return page;
    }
  }
}
