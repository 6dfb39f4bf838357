package io.github.openhands4j.v0.internal.direct;

import feign.Request;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v0.internal.rules.ConversationIdRule;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Carries out the calls on one conversation: its id is checked. The calls get it with the Feign
 * options.
 */
final class ItemCalls {

  private final RouteCalls routes;

  ItemCalls(RouteCalls routes) {
    this.routes = routes;
  }

  /**
   * Makes a call of any class.
   *
   * @return the answer, or null for the JSON literal
   */
  <T extends @Nullable Object> T make(
      OperationClass kind, String conversationId, BiFunction<String, Request.Options, T> call) {
    String id = ConversationIdRule.check(conversationId);
    return routes.make(kind, options -> call.apply(id, options));
  }

  /** A read. */
  <T extends @Nullable Object> T read(
      String conversationId, BiFunction<String, Request.Options, T> call) {
    return make(OperationClass.READ, conversationId, call);
  }

  /** A write that is sent again only if nothing of it was sent. */
  <T extends @Nullable Object> T write(
      String conversationId, BiFunction<String, Request.Options, T> call) {
    return make(OperationClass.OTHER_WRITE, conversationId, call);
  }

  /** Sends an action to the agent. */
  <T extends @Nullable Object> T act(
      String conversationId, BiFunction<String, Request.Options, T> call) {
    String id = ConversationIdRule.check(conversationId);
    return routes.act(options -> call.apply(id, options));
  }
}
