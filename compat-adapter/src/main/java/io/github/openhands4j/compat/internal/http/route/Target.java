package io.github.openhands4j.compat.internal.http.route;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a request asks for.
 *
 * @param origin what stands before the path: scheme and authority if they were given, and what a
 *     gateway puts before the paths of V0
 * @param path the decoded path
 * @param rawQuery the query as it came, without its mark
 * @param query the decoded query; of a repeated name, the last value
 */
record Target(String origin, String path, String rawQuery, Map<String, String> query) {

  /** Without authority and query, where keys may stand. */
  @Override
  public String toString() {
    return "Target[path=" + path + "]";
  }

  private static final Pattern PARTS =
      Pattern.compile("(?:([A-Za-z][A-Za-z0-9+.-]*://[^/?#]*))?([^?#]*)(?:\\?([^#]*))?(?:#.*)?");

  /**
   * Reads a target.
   *
   * @param target path and query, or a whole URL
   * @param prefix what may stand before the paths of V0, without a slash at its end
   */
  static Target of(String target, String prefix) {
    Matcher parts = PARTS.matcher(target);
    if (!parts.matches()) {
      return new Target("", target, "", Map.of());
    }
    String origin = parts.group(1) == null ? "" : parts.group(1);
    String whole = parts.group(2);
    boolean below = whole.equals(prefix) || whole.startsWith(prefix + "/");
    String path = below ? whole.substring(prefix.length()) : whole;
    String query = parts.group(3) == null ? "" : parts.group(3);
    return new Target(
        below ? origin + prefix : origin,
        PercentText.decode(path.isEmpty() ? "/" : path),
        query,
        parse(query));
  }

  private static Map<String, String> parse(String query) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      if (!pair.isEmpty()) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        values.put(decode(name), equals < 0 ? "" : decode(pair.substring(equals + 1)));
      }
    }
    return values;
  }

  private static String decode(String text) {
    return PercentText.decode(text.replace('+', ' '));
  }
}
