package io.github.openhands4j.compat.http;

import io.github.openhands4j.compat.V0Usage;
import io.github.openhands4j.compat.internal.http.route.Dispatcher;
import io.github.openhands4j.core.ConfigurationException;
import java.util.Objects;

/**
 * Answers requests of the removed V0 API from V1, byte for byte as the server did, without being
 * one: whatever holds an HTTP request can ask it.
 *
 * <pre>{@code
 * try (V0Router router = V0Router.builder().options(ClientOptions.fromEnv()).build();
 *     V0Response answer = router.answer(request)) {
 *   answer.body().transferTo(out);
 * }
 * }</pre>
 *
 * <ul>
 *   <li>What is wrong with a request is told in the server's words (422 and its like); what fails
 *       below, in the form of the route's family.
 *   <li>A create whose outcome is unknown is answered 409 with {@code "msg_id":
 *       "COMPAT$START_OUTCOME_UNKNOWN"} and the conversation's id. It must not be repeated; ask for
 *       the id. No answer to a write invites an HTTP client to repeat it.
 *   <li>Records hold the address the request came to as {@code url}, and no {@code
 *       session_api_key}.
 *   <li>Each key has a client of its own, see {@link KeySource}.
 * </ul>
 *
 * Thread-safe. Make one and share it; closing it ends its open calls.
 */
public final class V0Router implements AutoCloseable {

  private final Dispatcher dispatcher;

  V0Router(Dispatcher dispatcher) {
    this.dispatcher = dispatcher;
  }

  /**
   * A router with all settings from system properties and the environment, whose callers bring
   * their keys.
   *
   * @return a new router
   * @throws ConfigurationException if a setting is refused
   */
  public static V0Router fromEnv() {
    return builder().build();
  }

  /**
   * A builder of routers.
   *
   * @return a new builder
   */
  public static V0RouterBuilder builder() {
    return new V0RouterBuilder();
  }

  /**
   * Answers a request. Never throws for what is wrong with it or fails below: that is an answer
   * too. Whether it may be repeated is as with V0; a create must not be.
   *
   * @param request the request
   * @return its answer, to be closed; a trajectory or a zip file is made while it is read
   */
  public V0Response answer(V0Request request) {
    return answer(Objects.requireNonNull(request, "request"), "");
  }

  /** Answers a request whose path has something before V0's own. */
  V0Response answer(V0Request request, String prefix) {
    return dispatcher.answer(request, prefix);
  }

  /**
   * Which V0 operations were asked for so far, with all keys together, and what was lost by them.
   * Requests that were answered before that, such as 401 and 422, are not among them. The same
   * stands in the log, once, when the router is closed.
   *
   * @return the counts
   */
  public V0Usage usage() {
    return dispatcher.usage();
  }

  /** Closes the clients of all keys, and with them the bodies that are still being read. */
  @Override
  public void close() {
    dispatcher.close();
  }
}
