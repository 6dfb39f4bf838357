package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Compares two lists of events by shape: there must be the same kinds, and all events of a kind
 * together must have the same keys, types and nulls.
 */
final class EventShapes {

  private static final String NOTHING = "nothing";

  private final String request;
  private final List<Difference> found = new ArrayList<>();

  private EventShapes(String request) {
    this.request = request;
  }

  /** The differences, each with the kind of event in front of its place. */
  static List<Difference> differences(
      String request, List<JsonNode> real, List<JsonNode> simulated) {
    EventShapes shapes = new EventShapes(request);
    Map<String, List<JsonNode>> here = byKind(real);
    Map<String, List<JsonNode>> there = byKind(simulated);
    for (String kind : union(here.keySet().stream(), there.keySet().stream())) {
      shapes.compare(
          here.getOrDefault(kind, List.of()), there.getOrDefault(kind, List.of()), kind + " $");
    }
    return shapes.found;
  }

  private static Map<String, List<JsonNode>> byKind(List<JsonNode> events) {
    return events.stream()
        .collect(Collectors.groupingBy(EventShapes::kind, TreeMap::new, Collectors.toList()));
  }

  /** What an event is of, who made it and what it is about. */
  private static String kind(JsonNode event) {
    return Stream.of("/kind", "/source", "/key", "/action/kind", "/observation/kind")
        .map(place -> event.at(place).asText())
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private void compare(List<JsonNode> real, List<JsonNode> simulated, String place) {
    String here = shapes(real);
    String there = shapes(simulated);
    if (!here.equals(there)) {
      found.add(new Difference(request, place, here, there));
    }
    List<JsonNode> objectsHere = real.stream().filter(JsonNode::isObject).toList();
    List<JsonNode> objectsThere = simulated.stream().filter(JsonNode::isObject).toList();
    if (!objectsHere.isEmpty() && !objectsThere.isEmpty()) {
      for (String name : union(names(objectsHere), names(objectsThere))) {
        Function<JsonNode, JsonNode> field = object -> object.path(name);
        compare(
            objectsHere.stream().map(field).toList(),
            objectsThere.stream().map(field).toList(),
            place + "." + name);
      }
    }
    List<JsonNode> elementsHere = elements(real);
    List<JsonNode> elementsThere = elements(simulated);
    if (!elementsHere.isEmpty() && !elementsThere.isEmpty()) {
      compare(elementsHere, elementsThere, place + "[]");
    }
  }

  private static String shapes(List<JsonNode> values) {
    return values.isEmpty()
        ? NOTHING
        : values.stream().map(Shape::of).distinct().sorted().collect(Collectors.joining(" or "));
  }

  private static Stream<String> names(List<JsonNode> objects) {
    return objects.stream().flatMap(object -> object.properties().stream()).map(Map.Entry::getKey);
  }

  private static List<JsonNode> elements(List<JsonNode> values) {
    return values.stream()
        .filter(JsonNode::isArray)
        .flatMap(list -> StreamSupport.stream(list.spliterator(), false))
        .toList();
  }

  private static Set<String> union(Stream<String> some, Stream<String> others) {
    return Stream.concat(some, others).collect(Collectors.toCollection(TreeSet::new));
  }
}
