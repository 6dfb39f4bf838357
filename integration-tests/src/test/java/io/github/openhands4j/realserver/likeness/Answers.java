package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.realserver.RecordedExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares two answers to the same request. */
final class Answers {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> HEADERS_THAT_COUNT =
      List.of("retry-after", "location", "allow");

  private Answers() {}

  /** The differences; ids that the answers show are learned. */
  static List<Difference> differences(RecordedExchange real, RecordedExchange simulated, Ids ids) {
    String request = real.method() + " " + real.target();
    List<Difference> found = new ArrayList<>();
    if (real.status() != simulated.status()) {
      found.add(new Difference(request, "status", told(real), told(simulated)));
      return found;
    }
    if (!type(real).equals(type(simulated))) {
      found.add(new Difference(request, "content-type", type(real), type(simulated)));
      return found;
    }
    for (String name : HEADERS_THAT_COUNT) {
      String here = header(real, name);
      String there = header(simulated, name);
      if (name.equals("allow") && words(here).equals(words(there))) {
        continue;
      }
      if (!Errors.neutral(ids.translate(here)).equals(Errors.neutral(there))) {
        found.add(new Difference(request, name, here, there));
      }
    }
    found.addAll(bodies(real, simulated, ids, request));
    return found;
  }

  private static List<Difference> bodies(
      RecordedExchange real, RecordedExchange simulated, Ids ids, String request) {
    if (type(real).equals("text/html")) {
      return List.of();
    }
    boolean json = type(real).equals("application/json") && !real.body().isEmpty();
    if (json && real.status() < 400 && !simulated.body().isEmpty()) {
      return Bodies.differences(parsed(real.body()), parsed(simulated.body()), ids, request);
    }
    String here = ids.translate(real.body());
    String there = simulated.body();
    boolean alike =
        (json && !there.isEmpty())
            ? Errors.essence(parsed(here)).equals(Errors.essence(parsed(there)))
            : Errors.neutral(here).equals(Errors.neutral(there));
    return alike ? List.of() : List.of(new Difference(request, "body", here, there));
  }

  private static Set<String> words(String list) {
    return Set.of(list.split(", *"));
  }

  private static String told(RecordedExchange exchange) {
    return exchange.status() + " " + exchange.body();
  }

  private static String type(RecordedExchange exchange) {
    return header(exchange, "content-type").replaceFirst(";.*", "").strip();
  }

  private static String header(RecordedExchange exchange, String name) {
    return exchange.headers().getOrDefault(name, "");
  }

  static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("no JSON: " + json, e);
    }
  }
}
