package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.http.schema.Field;
import io.github.openhands4j.compat.internal.http.schema.Model;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One method on one path, and what a request of it must be. Immutable.
 *
 * @param method the HTTP method
 * @param template the path with {@code {name}} for what varies, {@code {name:path}} if that may
 *     hold slashes
 * @param handler what carries it out
 * @param query what its query may hold
 * @param body how its body is read
 * @param shape how its failures are told
 * @param ids what happens to ids that cannot be one
 * @param open whether it needs no key
 */
record Route(
    String method,
    Template template,
    Handler handler,
    Model query,
    BodyRule body,
    ErrorShape shape,
    IdRule ids,
    boolean open) {

  static Route of(String method, String template, ErrorShape shape, Handler handler) {
    return new Route(
        method,
        Template.of(template),
        handler,
        Model.of(),
        BodyRule.NONE,
        shape,
        IdRule.UNKNOWN,
        false);
  }

  /** The same with parts of its query. */
  Route query(Field... fields) {
    return new Route(method, template, handler, Model.of(fields), body, shape, ids, open);
  }

  /** The same with a body. */
  Route body(BodyRule rule) {
    return new Route(method, template, handler, query, rule, shape, ids, open);
  }

  /** The same, refusing ids that cannot be one with 400. */
  Route checkingId() {
    return new Route(method, template, handler, query, body, shape, IdRule.REFUSED, open);
  }

  /** The same for callers without a key. */
  Route withoutKey() {
    return new Route(method, template, handler, query, body, shape, ids, true);
  }

  boolean isWrite() {
    return !method.equals("GET");
  }

  /** A path with names for what varies. */
  record Template(String text, Pattern pattern, List<String> names) {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)(:path)?}");

    static Template of(String text) {
      StringBuilder regex = new StringBuilder();
      Matcher names = NAME.matcher(text);
      int from = 0;
      while (names.find()) {
        regex
            .append(Pattern.quote(text.substring(from, names.start())))
            .append(names.group(2) == null ? "([^/]+)" : "(.*)");
        from = names.end();
      }
      regex.append(Pattern.quote(text.substring(from)));
      return new Template(
          text,
          Pattern.compile(regex.toString(), Pattern.DOTALL),
          NAME.matcher(text).results().map(result -> result.group(1)).toList());
    }

    /** What varies, by name, if a path is of this form. */
    Optional<Map<String, String>> match(String path) {
      Matcher matcher = pattern.matcher(path);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parts = new LinkedHashMap<>();
      for (int i = 0; i < names.size(); i++) {
        parts.put(names.get(i), matcher.group(i + 1));
      }
      return Optional.of(parts);
    }
  }
}
