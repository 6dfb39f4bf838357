package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads typed query parameters and collects what is wrong with them. */
final class QueryReader {

  private static final int MOST = 100;

  private final Target target;
  private final Violations found = new Violations();
  private final Checks checks = new Checks(found);

  /** For one request. */
  QueryReader(Target target) {
    this.target = target;
  }

  /** What is wrong so far. */
  Violations found() {
    return found;
  }

  /** A text, or null when absent. */
  @Nullable String text(String name) {
    return target.last(name).orElse(null);
  }

  /** A text that must be there; empty when it is not. */
  String required(String name) {
    Optional<String> given = target.last(name);
    if (given.isEmpty()) {
      found.missing(Loc.query(name), NullNode.getInstance());
    }
    return given.orElse("");
  }

  /** A whole number, or null when absent. */
  @Nullable Integer whole(String name) {
    Optional<String> given = target.last(name);
    given.ifPresent(value -> checks.whole(TextNode.valueOf(value), Loc.query(name)));
    return given.filter(value -> value.matches("[+-]?\\d{1,9}")).map(Integer::valueOf).orElse(null);
  }

  /** A repeated text; at least one is required. */
  List<String> texts(String name) {
    List<String> values = target.all(name);
    if (values.isEmpty()) {
      found.missing(Loc.query(name), NullNode.getInstance());
    }
    return values;
  }

  /** The page size: 1 to 100, 100 when absent. */
  int limit() {
    return limit(MOST, MOST);
  }

  /** The page size: 1 to {@code most}, or the fallback when absent. */
  int limit(int fallback, int most) {
    Optional<String> given = target.last("limit");
    if (given.isEmpty()) {
      return fallback;
    }
    TextNode input = TextNode.valueOf(given.get());
    Loc at = Loc.query("limit");
    try {
      int limit = Integer.parseInt(given.get());
      if (limit < 1) {
        found.add(
            "greater_than",
            at,
            "Input should be greater than 0",
            input,
            Json.object().put("gt", 0));
      } else if (limit > most) {
        found.add(
            "less_than_equal",
            at,
            "Input should be less than or equal to " + most,
            input,
            Json.object().put("le", most));
      }
      return limit;
    } catch (NumberFormatException e) {
      found.add(
          "int_parsing",
          at,
          "Input should be a valid integer, unable to parse string as an integer",
          input);
      return fallback;
    }
  }

  /** A time, or null when absent. */
  @Nullable Instant time(String name) {
    Optional<String> given = target.last(name);
    if (given.isEmpty()) {
      return null;
    }
    Optional<Instant> time = Timestamps.parse(given.get());
    if (time.isEmpty()) {
      String why = TimeErrors.why(given.get());
      found.add(
          "datetime_from_date_parsing",
          Loc.query(name),
          "Input should be a valid datetime or date, " + why,
          TextNode.valueOf(given.get()),
          Json.object().put("error", why));
    }
    return time.orElse(null);
  }

  /** A truth value, false when absent. */
  boolean truth(String name) {
    TextNode given = TextNode.valueOf(target.last(name).orElse("false"));
    checks.truth(given, Loc.query(name));
    return Checks.isTrue(given);
  }

  /** A UUID in hex, or null when absent. */
  @Nullable String uuid(String name) {
    Optional<String> given = target.last(name);
    given.ifPresent(value -> checks.uuid(TextNode.valueOf(value), Loc.query(name)));
    return given.flatMap(Uuids::hex).orElse(null);
  }

  /** The only allowed words of an enumeration without a name, or null when absent. */
  @Nullable String literal(String name, List<String> words) {
    Optional<String> given = target.last(name);
    given.ifPresent(value -> checks.literal(TextNode.valueOf(value), Loc.query(name), words));
    return given.orElse(null);
  }

  /** One of several words. */
  String oneOf(String name, List<String> words, String fallback) {
    String given = target.last(name).orElse(fallback);
    checks.oneOf(TextNode.valueOf(given), Loc.query(name), words);
    return given;
  }
}
