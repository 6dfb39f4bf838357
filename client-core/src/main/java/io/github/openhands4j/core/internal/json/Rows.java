package io.github.openhands4j.core.internal.json;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import java.io.IOException;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plain list that a server answered, read row by row. Rows are null where the server said null;
 * one of another form throws when it is asked for, and does not spoil the others.
 *
 * @param <T> the type of a row
 */
public final class Rows<T> extends AbstractList<@Nullable T> implements RandomAccess {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  /**
   * A row that is not of the expected form.
   *
   * @param json its plain JSON values
   * @param cause kind and place of what is wrong, without its values
   */
  record OddRow(Object json, IOException cause) {

    @Override
    public String toString() {
      return "unreadable";
    }
  }

  private final List<@Nullable T> items;
  private final Map<Integer, OddRow> odd;
  private final Supplier<String> operation;

  Rows(List<@Nullable T> items, Map<Integer, OddRow> odd) {
    this(items, odd, () -> "The server answered");
  }

  private Rows(List<@Nullable T> items, Map<Integer, OddRow> odd, Supplier<String> operation) {
    this.items = items;
    this.odd = odd;
    this.operation = operation;
  }

  /**
   * The rows of a list.
   *
   * @param list what an operation returned
   * @param <T> the type of a row
   * @return the same rows
   */
  public static <T> Rows<T> of(List<@Nullable T> list) {
    return list instanceof Rows<T> rows ? rows : new Rows<>(list, Map.of());
  }

  /**
   * The rows that are there and can be read. That others cannot is logged.
   *
   * @param list what an operation returned
   * @param <T> the type of a row
   * @return rows without nulls, in their order
   */
  public static <T> List<T> readable(List<@Nullable T> list) {
    Rows<T> rows = of(list);
    if (!rows.odd.isEmpty()) {
      LOG.warn(
          "rows that cannot be read are left out [answer={}, rows={}]",
          rows.operation.get(),
          rows.odd.keySet());
    }
    return rows.present();
  }

  /**
   * The rows that are there and can be read.
   *
   * @return rows without nulls, in their order
   */
  public List<T> present() {
    List<T> present = new ArrayList<>();
    for (@Nullable T row : items) {
      if (row != null) {
        present.add(row);
      }
    }
    return List.copyOf(present);
  }

  /**
   * The same rows, with a name for what they answer.
   *
   * @param named operation and status, for messages
   * @return the rows
   */
  public Rows<T> of(Supplier<String> named) {
    return new Rows<>(items, odd, named);
  }

  /**
   * The places of rows that are not of the expected form.
   *
   * @return places from 0 on, with the plain JSON values that are there
   */
  public Map<Integer, Object> odd() {
    Map<Integer, Object> values = new TreeMap<>();
    odd.forEach((place, row) -> values.put(place, row.json()));
    return values;
  }

  /**
   * Why a row cannot be read.
   *
   * @param place one of {@link #odd}
   * @return an exception without the row's values
   */
  public OpenHandsException failure(int place) {
    OddRow row = odd.get(place);
    return new UnreadableAnswerException(
        ErrorCode.ANSWER_UNREADABLE,
        200,
        operation.get() + ", but row " + place + " of its list is not of the expected form.",
        row == null ? null : row.cause());
  }

  @Override
  public @Nullable T get(int place) {
    T row = items.get(place);
    if (row == null && odd.containsKey(place)) {
      throw failure(place);
    }
    return row;
  }

  @Override
  public int size() {
    return items.size();
  }

  @Override
  public String toString() {
    List<@Nullable Object> shown = new ArrayList<>(items);
    odd.forEach(shown::set);
    return shown.toString();
  }
}
