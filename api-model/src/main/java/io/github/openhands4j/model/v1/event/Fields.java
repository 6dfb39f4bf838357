package io.github.openhands4j.model.v1.event;

import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.TextContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a JSON object, read as what they should be. What is absent is null, empty or false;
 * what is of another type is a misfit.
 *
 * @param json the object
 */
record Fields(Map<String, @Nullable Object> json) {

  /** A field is of another type. */
  static final class Misfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Misfit(String name, String wanted) {
      super("its field " + name + " is no " + wanted, null, false, false);
    }

    String reason() {
      return Objects.requireNonNull(getMessage());
    }
  }

  @Nullable Object any(String name) {
    return json.get(name);
  }

  private <T> @Nullable T as(String name, Class<T> type, String wanted) {
    Object value = json.get(name);
    if (value == null || type.isInstance(value)) {
      return type.cast(value);
    }
    throw new Misfit(name, wanted);
  }

  @Nullable String text(String name) {
    return as(name, String.class, "text");
  }

  String textOr(String name, String otherwise) {
    return Objects.requireNonNullElse(text(name), otherwise);
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(as(name, Boolean.class, "truth value"));
  }

  @Nullable Double number(String name) {
    Number number = as(name, Number.class, "number");
    return number == null ? null : number.doubleValue();
  }

  @Nullable Long integer(String name) {
    Number number = as(name, Number.class, "number");
    return number == null ? null : whole(name, number);
  }

  long integerOr(String name, long otherwise) {
    return Objects.requireNonNullElse(integer(name), otherwise);
  }

  private static long whole(String name, @Nullable Object value) {
    if (value instanceof Number number && number.doubleValue() == number.longValue()) {
      return number.longValue();
    }
    throw new Misfit(name, "whole number");
  }

  private List<?> list(String name) {
    List<?> list = as(name, List.class, "array");
    return list == null ? List.of() : list;
  }

  List<String> texts(String name) {
    return list(name).stream().map(value -> textOf(name, value)).toList();
  }

  private static String textOf(String name, @Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw new Misfit(name, "array of texts");
  }

  List<Long> integers(String name) {
    return list(name).stream().map(value -> whole(name, value)).toList();
  }

  private static Map<String, @Nullable Object> objectOf(String name, @Nullable Object value) {
    if (value instanceof Map<?, ?>) {
      return Raw.objectOrEmpty(value);
    }
    throw new Misfit(name, "array of objects");
  }

  List<Map<String, @Nullable Object>> objects(String name) {
    List<Map<String, @Nullable Object>> objects = new ArrayList<>();
    list(name).forEach(value -> objects.add(objectOf(name, value)));
    return objects;
  }

  Map<String, @Nullable Object> object(String name) {
    return Raw.objectOrEmpty(as(name, Map.class, "object"));
  }

  /** The parts of a message; a plain text is one part. */
  List<ContentBlock> content(String name) {
    if (json.get(name) instanceof String text) {
      return List.of(TextContent.of(text));
    }
    return objects(name).stream().map(ContentBlock::fromJson).toList();
  }

  /** An object within, read further; null if there is none. */
  <T> @Nullable T part(String name, Function<Fields, T> read) {
    Map<?, ?> part = as(name, Map.class, "object");
    return part == null ? null : read.apply(new Fields(Raw.objectOrEmpty(part)));
  }

  /** An object within that must be there. */
  Fields needed(String name) {
    Fields part = part(name, fields -> fields);
    if (part == null) {
      throw new Misfit(name, "object");
    }
    return part;
  }

  /** Objects within, read further. */
  <T> List<T> each(String name, Function<Fields, T> read) {
    return objects(name).stream().map(object -> read.apply(new Fields(object))).toList();
  }
}
