package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads query parameters as the server does; what is wrong with them is noted. */
final class Query {

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
    Optional<JsonNode> read =
        request.parameter(name).map(text -> values(name).whole(Json.of(text)));
    return read.isPresent() && read.get().isIntegralNumber()
        ? OptionalLong.of(read.get().longValue())
        : OptionalLong.empty();
  }

  long integer(String name, long byDefault) {
    return integer(name).orElse(byDefault);
  }

  boolean truth(String name, boolean byDefault) {
    return request
        .parameter(name)
        .map(text -> values(name).truth(Json.of(text)).booleanValue())
        .orElse(byDefault);
  }

  private Values values(String name) {
    return new Values(List.of("query", name), problems);
  }

  Optional<String> word(String name, List<String> words) {
    Optional<String> text = request.parameter(name);
    text.filter(value -> !words.contains(value))
        .ifPresent(value -> problems.notAWord(List.of("query", name), Json.of(value), words));
    return text;
  }
}
