package io.github.openhands4j.v1.internal.client;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes typed answers of the raw door's plain values.
 *
 * @param mapper the JSON set-up
 */
record Typed(ObjectMapper mapper) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.http");

  /** One answer, which must be of the form. */
  <T> T of(Map<String, ? extends @Nullable Object> answer, Class<T> type) {
    T value = tried(answer, type);
    if (value == null) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE,
          200,
          "The answer is JSON, but not of the form of " + type.getSimpleName() + ".",
          null);
    }
    return value;
  }

  /** One page; rows of another form are set aside. */
  <T> Page<T> page(Page<Map<String, @Nullable Object>> page, Class<T> type) {
    List<T> rows = new ArrayList<>();
    List<@Nullable Object> unreadable = new ArrayList<>(page.unreadable());
    for (@Nullable Map<String, @Nullable Object> row : page.items()) {
      T value = row == null ? null : tried(row, type);
      if (value != null) {
        rows.add(value);
      } else if (row != null) {
        unreadable.add(row);
      }
    }
    return new Page<>(rows, page.nextPageToken(), unreadable);
  }

  /** The elements of a list inside an answer; that others are of another form is logged. */
  <T> List<T> list(Map<String, ? extends @Nullable Object> answer, String name, Class<T> type) {
    List<T> values = new ArrayList<>();
    int odd = 0;
    if (answer.get(name) instanceof List<?> elements) {
      for (Object element : elements) {
        T value = element == null ? null : tried(element, type);
        if (value != null) {
          values.add(value);
        } else if (element != null) {
          odd++;
        }
      }
    }
    if (odd > 0) {
      LOG.warn(
          "elements that cannot be read are left out of a list [list={}, type={}, elements={}]",
          name,
          type.getSimpleName(),
          odd);
    }
    return List.copyOf(values);
  }

  private <T> @Nullable T tried(Object plain, Class<T> type) {
    try {
      return mapper.convertValue(plain, type);
    } catch (IllegalArgumentException otherForm) {
      return null;
    }
  }
}
