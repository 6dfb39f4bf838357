package io.github.openhands4j.simulator.v0;

import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * One method on one path.
 *
 * @param path the whole path; its first group is what the handler gets, the id as a rule
 * @param takesBody whether a broken JSON body is refused before everything else
 * @param door who may come in
 * @param handler answers; gets an empty text where the path has no group
 */
record Route(
    String method,
    Pattern path,
    boolean takesBody,
    Door door,
    BiFunction<String, V0Request, V0Reply> handler) {

  /** What is asked of a caller. */
  enum Door {
    /** Nothing. */
    OPEN,
    /** On the Cloud any key, right or wrong. */
    ANY_KEY,
    /** The right key. */
    KEY
  }

  /** A route without a JSON body. */
  static Route of(String method, String path, BiFunction<String, V0Request, V0Reply> handler) {
    return new Route(method, Pattern.compile(path, Pattern.DOTALL), false, Door.KEY, handler);
  }

  /** A route with a JSON body. */
  static Route withBody(
      String method, String path, BiFunction<String, V0Request, V0Reply> handler) {
    return new Route(method, Pattern.compile(path, Pattern.DOTALL), true, Door.KEY, handler);
  }

  /** The same for other callers. */
  Route behind(Door otherDoor) {
    return new Route(method, path, takesBody, otherDoor, handler);
  }

  /** The same with the server's check of ids before it. */
  Route checked() {
    return new Route(
        method,
        path,
        takesBody,
        door,
        (id, request) -> IdRules.refusal(id).orElseGet(() -> handler.apply(id, request)));
  }
}
