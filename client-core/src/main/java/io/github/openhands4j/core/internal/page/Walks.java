package io.github.openhands4j.core.internal.page;

import java.util.Iterator;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Makes streams of rows that are read as they are taken. */
public final class Walks {

  private Walks() {}

  /**
   * A stream of what is left of a walk.
   *
   * @param walk gives the rows, none of them null; read no further than the stream is
   * @param <T> the type of a row
   * @return the rows in their order
   */
  public static <T> Stream<T> stream(Iterator<T> walk) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
  }
}
