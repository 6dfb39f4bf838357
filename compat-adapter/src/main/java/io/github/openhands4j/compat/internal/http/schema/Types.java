package io.github.openhands4j.compat.internal.http.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The types that requests are made of. Texts from a query are read as what they stand for. */
public final class Types {

  private Types() {}

  /**
   * Anything at all.
   *
   * @return a type that finds nothing wrong
   */
  public static Type any() {
    return (value, place, problems) -> value;
  }

  /**
   * A text.
   *
   * @return the type
   */
  public static Type text() {
    return (value, place, problems) -> {
      if (!(value instanceof String)) {
        problems.add("string_type", place, "Input should be a valid string", value);
      }
      return value;
    };
  }

  /**
   * A text of a bounded length.
   *
   * @param least the fewest characters
   * @param most the most characters
   * @return the type
   */
  public static Type text(int least, int most) {
    return (value, place, problems) -> {
      text().read(value, place, problems);
      if (value instanceof String text) {
        int length = text.codePointCount(0, text.length());
        if (length < least) {
          problems.add(
              "string_too_short",
              place,
              "String should have at least " + counted(least),
              value,
              Map.of("min_length", least));
        } else if (length > most) {
          problems.add(
              "string_too_long",
              place,
              "String should have at most " + counted(most),
              value,
              Map.of("max_length", most));
        }
      }
      return value;
    };
  }

  private static String counted(int characters) {
    return characters + (characters == 1 ? " character" : " characters");
  }

  /**
   * One of a few words.
   *
   * @param words the words, in the server's order
   * @return the type
   */
  public static Type word(List<String> words) {
    String expected = alternatives(words);
    return (value, place, problems) -> {
      if (!(value instanceof String text) || !words.contains(text)) {
        problems.add(
            "enum", place, "Input should be " + expected, value, Map.of("expected", expected));
      }
      return value;
    };
  }

  private static String alternatives(List<String> words) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      String between = i == words.size() - 1 ? " or " : ", ";
      text.append(i == 0 ? "" : between).append('\'').append(words.get(i)).append('\'');
    }
    return text.toString();
  }

  /**
   * A class of the server, which no JSON can hold.
   *
   * @param name the class's name
   * @return a type that refuses everything
   */
  public static Type classOf(String name) {
    return (value, place, problems) -> {
      problems.add(
          "is_subclass_of",
          place,
          "Input should be a subclass of " + name,
          value,
          Map.of("class", name));
      return value;
    };
  }

  /**
   * A type or null.
   *
   * @param type the type
   * @return the wider type
   */
  public static Type nullable(Type type) {
    return (value, place, problems) -> value == null ? null : type.read(value, place, problems);
  }

  /**
   * A list.
   *
   * @param type what each element must be
   * @return the type
   */
  public static Type list(Type type) {
    return sequence(type, "list");
  }

  /**
   * A list that the server declared as a tuple.
   *
   * @param type what each element must be
   * @return the type
   */
  public static Type tuple(Type type) {
    return sequence(type, "tuple");
  }

  private static Type sequence(Type type, String kind) {
    return (value, place, problems) -> {
      if (!(value instanceof List<?> sent)) {
        problems.add(kind + "_type", place, "Input should be a valid " + kind, value);
        return value;
      }
      List<@Nullable Object> read = new ArrayList<>();
      for (int i = 0; i < sent.size(); i++) {
        read.add(type.read(sent.get(i), place.at(i), problems));
      }
      return read;
    };
  }

  /**
   * An object of any keys.
   *
   * @param keys what each key must be
   * @param values what each value must be
   * @return the type
   */
  public static Type map(Type keys, Type values) {
    return (value, place, problems) -> {
      if (!(value instanceof Map<?, ?> sent)) {
        problems.add("dict_type", place, "Input should be a valid dictionary", value);
        return value;
      }
      Map<String, @Nullable Object> read = new LinkedHashMap<>();
      sent.forEach(
          (key, each) -> {
            Place at = place.at(String.valueOf(key));
            keys.read(key, at.at("[key]"), problems);
            read.put(String.valueOf(key), values.read(each, at, problems));
          });
      return read;
    };
  }

  /**
   * A type that reads something else first.
   *
   * @param before what to make of the value that was sent
   * @param type what must come out of it
   * @return the type
   */
  public static Type after(UnaryOperator<@Nullable Object> before, Type type) {
    return (value, place, problems) -> type.read(before.apply(value), place, problems);
  }

  /**
   * A type with a rule on top.
   *
   * @param type the type
   * @param rule what is wrong with a value that has the type, in the server's words
   * @return the narrower type
   */
  public static Type ruled(Type type, Function<Object, Optional<String>> rule) {
    return (value, place, problems) -> {
      int before = problems.count();
      Object read = type.read(value, place, problems);
      if (read != null && problems.count() == before) {
        rule.apply(read).ifPresent(why -> problems.ruled(place, why, value));
      }
      return read;
    };
  }
}
