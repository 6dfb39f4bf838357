package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.translate.Refusals;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.model.OpenWord;
import io.github.openhands4j.v0.V0Exception;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A request that was found to be in order.
 *
 * @param target what it asks for
 * @param path the variable parts of its path by name
 * @param query the parts of its query that were sent, read as what they stand for
 * @param body its body, read as what it stands for, or null
 * @param meter counts what is refused here and not by a client
 */
record Call(
    Target target,
    Map<String, String> path,
    Map<String, @Nullable Object> query,
    @Nullable Object body,
    UsageMeter meter) {

  /** Without what the query and the body hold: keys may be among it. */
  @Override
  public String toString() {
    return "Call[" + target + ", query=" + query.keySet() + "]";
  }

  /** Refuses an operation that no client is asked for, which counts as a call that failed. */
  V0Exception refused(V0Operation operation) {
    meter.refused(operation);
    return Refusals.of(operation);
  }

  /** The conversation's id as typed, or an empty text. */
  String id() {
    return path.getOrDefault("id", "");
  }

  @Nullable String text(String name) {
    return (String) query.get(name);
  }

  String requiredText(String name) {
    return (String) Objects.requireNonNull(query.get(name), name);
  }

  boolean flag(String name) {
    return Boolean.TRUE.equals(query.get(name));
  }

  /** A number of the query, cut to what fits. */
  @Nullable Integer number(String name) {
    BigInteger value = (BigInteger) query.get(name);
    return value == null ? null : (int) cut(value, Integer.MIN_VALUE, Integer.MAX_VALUE);
  }

  /** A number of the query, cut to what fits. */
  @Nullable Long longNumber(String name) {
    BigInteger value = (BigInteger) query.get(name);
    return value == null ? null : cut(value, Long.MIN_VALUE, Long.MAX_VALUE);
  }

  private static long cut(BigInteger value, long least, long most) {
    return value.max(BigInteger.valueOf(least)).min(BigInteger.valueOf(most)).longValue();
  }

  <W extends OpenWord> @Nullable W word(String name, Function<String, W> of) {
    String value = text(name);
    return value == null ? null : of.apply(value);
  }

  /** The body as an object, empty if there is none. */
  Map<String, @Nullable Object> object() {
    return object(body);
  }

  static Map<String, @Nullable Object> object(@Nullable Object value) {
    Map<String, @Nullable Object> object = new LinkedHashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, each) -> object.put(String.valueOf(key), each));
    }
    return object;
  }

  /** A text of the body, which the body's schema has found to be one. */
  String bodyText(String name) {
    return (String) Objects.requireNonNull(object().get(name), name);
  }

  /** The texts of a list in the body, none if there is no list. */
  List<String> bodyTexts(String name) {
    return object().get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
