package io.github.openhands4j.compat.internal.http.route;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The form in which a family of routes tells what went wrong. */
@FunctionalInterface
interface ErrorShape {

  /** {@code {"status":"error","message":…,"msg_id":…}}: create and rename. */
  ErrorShape MESSAGE =
      (call, message, word) -> ordered("status", "error", "message", message, "msg_id", word);

  /** {@code {"status":"error","conversation_id":…,"message":…}}: start and stop. */
  ErrorShape RUNTIME =
      (call, message, word) ->
          ordered("status", "error", "conversation_id", call.id(), "message", message);

  /** {@code {"success":false,"error":…}}: messages. */
  ErrorShape SUCCESS = (call, message, word) -> ordered("success", false, "error", message);

  /** {@code {"detail":…}}: the framework's own. */
  ErrorShape DETAIL = (call, message, word) -> ordered("detail", message);

  /** {@code {"error":…}}: files, git, settings and secrets. */
  ErrorShape ERROR = (call, message, word) -> ordered("error", message);

  /** A JSON text: git providers. */
  ErrorShape TEXT = (call, message, word) -> message;

  /**
   * The body.
   *
   * @param call the request
   * @param message what went wrong
   * @param word what went wrong, for programs
   * @return a plain value
   */
  Object body(Call call, String message, String word);

  /** {@code {"error":…}} with what was asked for before it, as null. */
  static ErrorShape errorBeside(String payload) {
    return (call, message, word) -> ordered(payload, null, "error", message);
  }

  private static Map<String, @Nullable Object> ordered(@Nullable Object... pairs) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      body.put(String.valueOf(pairs[i]), pairs[i + 1]);
    }
    return body;
  }
}
