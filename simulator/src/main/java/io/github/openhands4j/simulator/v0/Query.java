package io.github.openhands4j.simulator.v0;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads query parameters as the server does; what is wrong with them is noted. */
final class Query {

  private static final List<String> YES = List.of("true", "1", "yes", "y", "on", "t");
  private static final List<String> NO = List.of("false", "0", "no", "n", "off", "f");

  private final V0Request request;
  private final Problems problems;

  Query(V0Request request, Problems problems) {
    this.request = request;
    this.problems = problems;
  }

  Optional<String> text(String name) {
    return request.parameter(name);
  }

  /** A text that has to be there; without it, an empty one. */
  String required(String name) {
    Optional<String> value = request.parameter(name);
    if (value.isEmpty()) {
      problems.missing(List.of("query", name), Json.MAPPER.nullNode());
    }
    return value.orElse("");
  }

  OptionalLong integer(String name) {
    Optional<String> text = request.parameter(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      return OptionalLong.of(Long.parseLong(text.get().strip()));
    } catch (NumberFormatException e) {
      problems.add(
          "int_parsing",
          List.of("query", name),
          "Input should be a valid integer, unable to parse string as an integer",
          Json.of(text.get()));
      return OptionalLong.empty();
    }
  }

  long integer(String name, long byDefault) {
    return integer(name).orElse(byDefault);
  }

  boolean truth(String name, boolean byDefault) {
    Optional<String> text = request.parameter(name).map(value -> value.toLowerCase(Locale.ROOT));
    if (text.isEmpty() || YES.contains(text.get())) {
      return text.isEmpty() ? byDefault : true;
    }
    if (!NO.contains(text.get())) {
      problems.add(
          "bool_parsing",
          List.of("query", name),
          "Input should be a valid boolean, unable to interpret input",
          Json.of(request.parameter(name).orElse("")));
    }
    return false;
  }

  Optional<String> word(String name, List<String> words) {
    Optional<String> text = request.parameter(name);
    text.filter(value -> !words.contains(value))
        .ifPresent(value -> problems.notAWord(List.of("query", name), Json.of(value), words));
    return text;
  }
}
