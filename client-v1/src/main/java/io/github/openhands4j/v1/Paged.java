package io.github.openhands4j.v1;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.Page;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A list of the server that is read page by page, as far as its reader goes.
 *
 * <pre>{@code
 * for (AppConversation conversation : client.conversations().list(ConversationQuery.all())) {
 *   System.out.println(conversation.title());
 * }
 * }</pre>
 *
 * <ul>
 *   <li>Nothing is asked before the first row is wanted. Each walk begins anew.
 *   <li>A short or empty page does not end it; only the last page does, and a token that repeats.
 *   <li>Lists move while they are read: a row that comes again is left out. One that is new, or was
 *       pushed on to a page read before, may be missing.
 *   <li>Each page is a read call with its own time, repeated as such. Walks throw {@link
 *       OpenHandsException}.
 * </ul>
 *
 * <p>Thread-safe; its iterators and streams are for one thread each.
 *
 * @param <T> the type of a row
 */
public interface Paged<T> extends Iterable<T> {

  /**
   * The pages as the server gives them, with rows that come again, and with what is unreadable.
   *
   * @return one walk for each iterator
   */
  Iterable<Page<T>> pages();

  /**
   * The rows of all pages, each once.
   *
   * @return a new walk, which reads a page when it is wanted
   */
  @Override
  Iterator<T> iterator();

  /**
   * The rows of all pages, each once.
   *
   * @return a new walk, which reads a page when it is wanted; it needs no closing
   */
  default Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * A list that is there already, for tests.
   *
   * @param rows its rows
   * @param <T> the type of a row
   * @return the rows as one page
   */
  static <T> Paged<T> of(List<T> rows) {
    Page<T> page = new Page<>(rows, null);
    return new Paged<>() {
      @Override
      public Iterable<Page<T>> pages() {
        return List.of(page);
      }

      @Override
      public Iterator<T> iterator() {
        return page.items().iterator();
      }
    };
  }
}
