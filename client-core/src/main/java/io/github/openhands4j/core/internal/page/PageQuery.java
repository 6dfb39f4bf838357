package io.github.openhands4j.core.internal.page;

import io.github.openhands4j.core.internal.memory.BoundedMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a walk asks for next, and whether it goes on. The tokens of the first thousand pages and of
 * the last thousand are remembered: servers begin anew, or stay where they are. Of those between
 * one is, which moves on whenever twice as many pages were read, so that any other circle is
 * noticed in the end. Not thread-safe.
 */
final class PageQuery {

  private static final int REMEMBERED = 1_000;

  private final Map<String, Object> parameters;
  private final Set<String> first = new HashSet<>();
  private final Map<String, Boolean> latest = BoundedMap.ofLatestAdded(REMEMBERED);
  private @Nullable String mark;
  private long sinceMark;
  private long untilNextMark = REMEMBERED;

  /** The first page of a query. */
  PageQuery(Map<String, Object> query) {
    this.parameters = new HashMap<>(query);
  }

  /** Parameters by wire name. */
  Map<String, Object> parameters() {
    return parameters;
  }

  /** Turns to the page after one; false if there is none, or it was read: a server began anew. */
  boolean goesOnTo(@Nullable String token) {
    if (token == null || first.contains(token) || latest.containsKey(token) || token.equals(mark)) {
      return false;
    }
    remember(token);
    parameters.put("page_id", token);
    return true;
  }

  private void remember(String token) {
    if (first.size() < REMEMBERED) {
      first.add(token);
      return;
    }
    latest.put(token, true);
    if (mark == null || ++sinceMark == untilNextMark) {
      mark = token;
      sinceMark = 0;
      untilNextMark *= 2;
    }
  }
}
