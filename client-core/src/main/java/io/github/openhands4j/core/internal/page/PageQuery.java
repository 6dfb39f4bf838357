package io.github.openhands4j.core.internal.page;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a walk asks for next, and whether it goes on. Not thread-safe. */
final class PageQuery {

  private final Map<String, Object> parameters;
  private final Set<String> tokens = new HashSet<>();

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
    if (token == null || !tokens.add(token)) {
      return false;
    }
    parameters.put("page_id", token);
    return true;
  }
}
