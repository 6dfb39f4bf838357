package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Compares JSON bodies by shape and learns ids on the way. Values count only as ids: what stands
 * for something of the real server must go on standing for it.
 */
final class Bodies {

  private static final Pattern BATCH = Pattern.compile("[^?]*\\?(.*&)?ids?=.*");
  private static final Pattern EVENTS = Pattern.compile("[^?]*/events/search(\\?.*)?");
  private static final List<String> KIND_OF_EVENT =
      List.of("kind", "source", "key", "action", "observation");

  private final Ids ids;
  private final String request;
  private final List<Difference> found = new ArrayList<>();

  Bodies(Ids ids, String request) {
    this.ids = ids;
    this.request = request;
  }

  /** The differences between two bodies. */
  static List<Difference> differences(JsonNode real, JsonNode simulated, Ids ids, String request) {
    Bodies bodies = new Bodies(ids, request);
    if (real.isArray() && simulated.isArray() && BATCH.matcher(request).matches()) {
      bodies.batch(real, simulated);
    } else {
      bodies.compare(real, simulated, "$");
    }
    return bodies.found;
  }

  /** A list in the order of the request's ids, null where there is nothing. */
  private void batch(JsonNode real, JsonNode simulated) {
    if (real.size() != simulated.size()) {
      note("$", real.size() + " elements", simulated.size() + " elements");
      return;
    }
    for (int i = 0; i < real.size(); i++) {
      if (!isForeign(real.path(i))) {
        compare(real.path(i), simulated.path(i), "$[" + i + "]");
      }
    }
  }

  private void compare(JsonNode real, JsonNode simulated, String place) {
    if (real.isObject() && simulated.isObject()) {
      fields(real, simulated, place);
    } else if (real.isArray() && simulated.isArray()) {
      elements(real, simulated, place + "[]");
    } else if (!Shape.of(real).equals(Shape.of(simulated))) {
      note(place, Shape.of(real), Shape.of(simulated));
    }
  }

  private void fields(JsonNode real, JsonNode simulated, String place) {
    TreeSet<String> names = new TreeSet<>();
    real.fieldNames().forEachRemaining(names::add);
    simulated.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      JsonNode here = real.path(name);
      JsonNode there = simulated.path(name);
      if (Shape.ID_FIELDS.contains(name)
          && here.isTextual()
          && there.isTextual()
          && !isNumber(here.textValue())) {
        identify(here.textValue(), there.textValue(), place + "." + name);
      }
      if (name.equals("detail") && here.isTextual() && there.isTextual()) {
        words(here.textValue(), there.textValue(), place + ".detail");
      } else if (!isEndOfFewer(name, real, simulated)) {
        compare(here, there, place + "." + name);
      }
    }
  }

  /** Lists of the account hold what others made; of a conversation's events none is left out. */
  private boolean isEndOfFewer(String name, JsonNode real, JsonNode simulated) {
    return name.equals("next_page_id")
        && real.path(name).isTextual()
        && simulated.path(name).isNull()
        && (!EVENTS.matcher(request).matches()
            || simulated.path("items").size() < real.path("items").size());
  }

  private void identify(String real, String simulated, String place) {
    Optional<String> known = ids.of(real);
    ids.learn(real, simulated);
    if (known.isPresent() && !known.get().equals(Ids.plain(simulated))) {
      note(place, real + ", which is " + known.get() + " here", simulated);
    }
  }

  private void words(String real, String simulated, String place) {
    if (!Errors.neutral(ids.translate(real)).equals(Errors.neutral(simulated))) {
      note(place, real, simulated);
    }
  }

  private void elements(JsonNode real, JsonNode simulated, String place) {
    for (JsonNode element : elementsOf(simulated)) {
      List<JsonNode> others = counterparts(element, real);
      if (others.isEmpty() && !isEvent(element) && ids.isKnownHere(idOf(element))) {
        note(place, "it is not in the list", idOf(element));
      }
      if (!others.isEmpty() && others.stream().noneMatch(other -> isLike(other, element))) {
        compare(others.get(0), element, place);
      } else {
        others.stream()
            .filter(other -> isLike(other, element))
            .findFirst()
            .ifPresent(other -> compare(other, element, place));
      }
    }
    for (JsonNode element : elementsOf(real)) {
      ids.of(idOf(element))
          .filter(id -> elementsOf(simulated).stream().noneMatch(e -> has(id, e)))
          .filter(id -> !isEvent(element))
          .ifPresent(id -> note(place, idOf(element), "it is not in the list"));
    }
  }

  /** What an element of a simulated list is to be held against; of several one must be alike. */
  private List<JsonNode> counterparts(JsonNode element, JsonNode real) {
    List<JsonNode> all = elementsOf(real);
    if (isEvent(element)) {
      return all.stream()
          .filter(
              other ->
                  KIND_OF_EVENT.stream()
                      .allMatch(name -> other.path(name).equals(element.path(name))))
          .toList();
    }
    if (!element.has("id") || isNumber(idOf(element))) {
      return all;
    }
    return all.stream()
        .filter(
            other -> ids.of(other.path("id").asText()).filter(id -> has(id, element)).isPresent())
        .toList();
  }

  private boolean isLike(JsonNode real, JsonNode simulated) {
    Ids scratch = ids.copy();
    return differences(real, simulated, scratch, request).isEmpty();
  }

  private boolean isForeign(JsonNode real) {
    return !idOf(real).isEmpty() && ids.of(idOf(real)).isEmpty();
  }

  private static boolean isEvent(JsonNode element) {
    return element.has("timestamp")
        && (element.has("kind") || element.has("action") || element.has("observation"));
  }

  /** Numbers are ids of others, such as git providers, of which each server has its own. */
  private static boolean isNumber(String id) {
    return id.matches("\\d{1,18}");
  }

  private static boolean has(String id, JsonNode element) {
    return Ids.plain(idOf(element)).equals(id);
  }

  private static String idOf(JsonNode element) {
    return element.path(element.has("id") ? "id" : "conversation_id").asText();
  }

  private static List<JsonNode> elementsOf(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).toList();
  }

  private void note(String place, String real, String simulated) {
    found.add(new Difference(request, place, real, simulated));
  }
}
