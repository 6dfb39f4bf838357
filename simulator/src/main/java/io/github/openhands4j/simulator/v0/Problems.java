package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Collects what is wrong with a request, in the form of a 422. */
final class Problems {

  private final ArrayNode list = Json.MAPPER.createArrayNode();

  boolean isEmpty() {
    return list.isEmpty();
  }

  V0Reply reply() {
    ObjectNode body = Json.object();
    body.set("detail", list);
    return V0Reply.json(422, body);
  }

  ObjectNode add(String type, List<?> loc, String msg, JsonNode input) {
    ObjectNode problem = list.addObject();
    problem.put("type", type);
    problem.set("loc", Json.of(loc));
    problem.put("msg", msg);
    problem.set("input", input);
    return problem;
  }

  void missing(List<?> loc, JsonNode received) {
    add("missing", loc, "Field required", received);
  }

  void extra(List<?> loc, JsonNode value) {
    add("extra_forbidden", loc, "Extra inputs are not permitted", value);
  }

  void notText(List<?> loc, JsonNode value) {
    add("string_type", loc, "Input should be a valid string", value);
  }

  void notList(List<?> loc, JsonNode value) {
    add("list_type", loc, "Input should be a valid list", value);
  }

  /** What a rule of the server's own says. */
  void value(List<?> loc, String rule, JsonNode value) {
    add("value_error", loc, "Value error, " + rule, value).putObject("ctx").putObject("error");
  }

  void notObject(List<?> loc, JsonNode value) {
    add(
        "model_attributes_type",
        loc,
        "Input should be a valid dictionary or object to extract fields from",
        value);
  }

  void notAWord(List<?> loc, JsonNode value, List<String> words) {
    String expected = expected(words);
    add("enum", loc, "Input should be " + expected, value)
        .set("ctx", Json.object("expected", expected));
  }

  /** The words as Pydantic enumerates them: {@code 'a', 'b' or 'c'}. */
  private static String expected(List<String> words) {
    return IntStream.range(0, words.size())
        .mapToObj(
            i -> (i == 0 ? "" : i == words.size() - 1 ? " or " : ", ") + "'" + words.get(i) + "'")
        .collect(Collectors.joining());
  }
}
