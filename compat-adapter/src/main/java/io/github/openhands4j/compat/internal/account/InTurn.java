package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.core.internal.page.Walks;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The rows of several lists, one list after the other, read no further than they are taken. A
 * flat-mapped stream would read a whole list as soon as its iterator is asked for one row.
 */
final class InTurn<K, T> implements Iterator<T> {

  private final Iterator<K> keys;
  private final Function<? super K, Stream<T>> list;
  private Iterator<T> current = Collections.emptyIterator();

  private InTurn(List<K> keys, Function<? super K, Stream<T>> list) {
    this.keys = keys.iterator();
    this.list = list;
  }

  static <K, T> Stream<T> rows(List<K> keys, Function<? super K, Stream<T>> list) {
    return Walks.stream(new InTurn<>(keys, list));
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && keys.hasNext()) {
      current = list.apply(keys.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return current.next();
  }
}
