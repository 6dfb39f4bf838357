package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The place of a validation error: where the value stands in body, query or path.
 *
 * @param parts names and indexes from the outside in
 */
record Loc(List<JsonNode> parts) {

  /** The body, or a part of it by names. */
  static Loc body() {
    return new Loc(List.of(TextNode.valueOf("body")));
  }

  /** A query parameter. */
  static Loc query(String name) {
    return new Loc(List.of(TextNode.valueOf("query"))).at(name);
  }

  /** A path parameter. */
  static Loc path(String name) {
    return new Loc(List.of(TextNode.valueOf("path"))).at(name);
  }

  /** A field below this place. */
  Loc at(String name) {
    return plus(TextNode.valueOf(name));
  }

  /** An element below this place. */
  Loc at(int index) {
    return plus(IntNode.valueOf(index));
  }

  /** A character offset below this place. */
  Loc at(long offset) {
    return plus(LongNode.valueOf(offset));
  }

  private Loc plus(JsonNode part) {
    List<JsonNode> all = new ArrayList<>(parts);
    all.add(part);
    return new Loc(List.copyOf(all));
  }

  /** The place as the server writes it. */
  ArrayNode json() {
    return Json.array().addAll(parts);
  }
}
