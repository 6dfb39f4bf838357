package io.github.openhands4j.compat.internal.http.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with a request, in the order it is found. Not thread-safe. */
public final class Problems {

  private final List<Map<String, @Nullable Object>> found = new ArrayList<>();

  /** Creates an empty collection. */
  public Problems() {}

  /**
   * Whether nothing was found.
   *
   * @return true if the request may go on
   */
  public boolean isEmpty() {
    return found.isEmpty();
  }

  /**
   * The body of the refusal.
   *
   * @return {@code {"detail": […]}}, which repeats what was sent
   */
  public Map<String, Object> body() {
    return Map.of("detail", List.copyOf(found));
  }

  int count() {
    return found.size();
  }

  void add(String type, Place place, String message, @Nullable Object input) {
    add(type, place, message, input, Map.of());
  }

  void add(
      String type,
      Place place,
      String message,
      @Nullable Object input,
      Map<String, Object> context) {
    Map<String, @Nullable Object> problem = new LinkedHashMap<>();
    problem.put("type", type);
    problem.put("loc", place.steps());
    problem.put("msg", message);
    problem.put("input", input);
    if (!context.isEmpty()) {
      problem.put("ctx", context);
    }
    found.add(problem);
  }

  /**
   * Notes that something required is not there.
   *
   * @param place where it was expected
   * @param received what was there in its place, or around it
   */
  public void missing(Place place, @Nullable Object received) {
    add("missing", place, "Field required", received);
  }

  /**
   * Notes that a body is not JSON.
   *
   * @param offset where
   * @param why the parser's words
   */
  public void brokenJson(int offset, String why) {
    add("json_invalid", Place.BODY.at(offset), "JSON decode error", Map.of(), Map.of("error", why));
  }

  /**
   * Notes what a rule of the server's own says; the server showed the rule's error as an empty
   * object.
   *
   * @param place where
   * @param why the rule's words
   * @param input what was sent
   */
  public void ruled(Place place, String why, @Nullable Object input) {
    add("value_error", place, "Value error, " + why, input, Map.of("error", Map.of()));
  }
}
