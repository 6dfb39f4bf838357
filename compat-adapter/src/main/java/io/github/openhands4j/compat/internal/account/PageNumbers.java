package io.github.openhands4j.compat.internal.account;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;

/**
 * V0's numbered pages over rows that only come one after the other; pure.
 *
 * @param rows the rows of the page
 * @param goesOn whether a row follows
 * @param <T> the type of a row
 */
record PageNumbers<T>(List<T> rows, boolean goesOn) {

  /**
   * Cuts a page out.
   *
   * @param all the rows; read as far as needed, one row further to see whether there is one
   * @param page the page, from 1; less is taken for 1
   * @param perPage its rows; less than 1 is taken for 1
   */
  static <T> PageNumbers<T> cut(Stream<T> all, int page, int perPage) {
    long before = (Math.max(page, 1) - 1L) * Math.max(perPage, 1);
    List<T> rows = new ArrayList<>();
    Iterator<T> walk = all.iterator();
    for (long i = 0; i < before && walk.hasNext(); i++) {
      walk.next();
    }
    while (rows.size() < Math.max(perPage, 1) && walk.hasNext()) {
      rows.add(walk.next());
    }
    return new PageNumbers<>(List.copyOf(rows), walk.hasNext());
  }
}
