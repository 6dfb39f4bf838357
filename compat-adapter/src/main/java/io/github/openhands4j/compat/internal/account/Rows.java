package io.github.openhands4j.compat.internal.account;

import feign.Request;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.Page;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Rows of V1's paged lists, read as far as they are asked for. */
final class Rows {

  private static final int LARGEST_PAGE = 100;

  /** So many requests are about a minute's budget; a longer list is cut. */
  private static final int MOST_PAGES = 50;

  /** One V1 list: a page for parameters. */
  @FunctionalInterface
  interface Source<T> {
    /** Reads a page. */
    Page<T> read(Map<String, Object> query, Request.Options times);
  }

  private final Calls calls;

  Rows(Calls calls) {
    this.calls = calls;
  }

  /** The rows in the server's order; a request for each hundred of them. */
  <T> Stream<T> of(Map<String, Object> query, Source<T> source) {
    Map<String, Object> first = new HashMap<>(query);
    first.put("limit", LARGEST_PAGE);
    return new Pages<>(
            first,
            MOST_PAGES,
            next -> calls.call(OperationClass.READ, times -> source.read(next, times)))
        .rows();
  }
}
