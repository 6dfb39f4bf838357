package io.github.openhands4j.realserver.twin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds every field in which two transcripts of one program differ. */
final class Comparison {

  /** Stands for a field, or a whole step, that one side does not have. */
  static final String NOTHING = "nothing";

  private final List<Difference> differences = new ArrayList<>();

  private Comparison() {}

  /** The differences, in the order of the program. */
  static List<Difference> of(
      Map<String, @Nullable Object> v0, Map<String, @Nullable Object> adapter) {
    Comparison comparison = new Comparison();
    for (String step : union(v0.keySet(), adapter.keySet())) {
      if (v0.containsKey(step) && adapter.containsKey(step)) {
        comparison.compare(step, "", v0.get(step), adapter.get(step));
      } else {
        comparison.add(step, "", sideOf(v0, step), sideOf(adapter, step));
      }
    }
    return comparison.differences;
  }

  private void compare(String step, String field, @Nullable Object v0, @Nullable Object adapter) {
    if (v0 instanceof Map<?, ?> left && adapter instanceof Map<?, ?> right) {
      if (field.isEmpty() && !left.keySet().equals(right.keySet())) {
        // One gave an answer and the other threw: no field of one is a field of the other.
        add(step, "", Trees.json(left), Trees.json(right));
        return;
      }
      for (Object key : union(left.keySet(), right.keySet())) {
        String inner = field.isEmpty() ? key.toString() : field + "." + key;
        if (left.containsKey(key) && right.containsKey(key)) {
          compare(step, inner, left.get(key), right.get(key));
        } else {
          add(step, inner, sideOf(left, key), sideOf(right, key));
        }
      }
    } else if (v0 instanceof List<?> left && adapter instanceof List<?> right) {
      compareLists(step, field, left, right);
    } else if (!Objects.equals(v0, adapter)) {
      add(step, field, Trees.json(v0), Trees.json(adapter));
    }
  }

  private void compareLists(String step, String field, List<?> v0, List<?> adapter) {
    if (v0.size() != adapter.size()) {
      add(step, field, Trees.json(v0), Trees.json(adapter));
      return;
    }
    for (int i = 0; i < v0.size(); i++) {
      compare(step, field + "[" + i + "]", v0.get(i), adapter.get(i));
    }
  }

  private void add(String step, String field, String v0, String adapter) {
    differences.add(new Difference(step, field, v0, adapter));
  }

  private static String sideOf(Map<?, ?> side, Object key) {
    return side.containsKey(key) ? Trees.json(side.get(key)) : NOTHING;
  }

  private static <T> Set<T> union(Set<? extends T> first, Set<? extends T> second) {
    Set<T> all = new LinkedHashSet<>(first);
    all.addAll(second);
    return all;
  }
}
