package io.github.openhands4j.core.internal.batch;

import java.util.List;
import java.util.stream.IntStream;

/** Cuts ids into what the server takes in one request. */
public final class Batches {

  /** The most ids of one request; conversations take 99, start tasks one more. */
  public static final int MOST_IDS = 99;

  private Batches() {}

  /**
   * Cuts a list.
   *
   * @param ids the ids
   * @param <T> the type of an id
   * @return parts of up to {@link #MOST_IDS} ids, in order; none for an empty list
   */
  public static <T> List<List<T>> of(List<T> ids) {
    return IntStream.iterate(0, from -> from < ids.size(), from -> from + MOST_IDS)
        .mapToObj(from -> ids.subList(from, Math.min(ids.size(), from + MOST_IDS)))
        .toList();
  }
}
