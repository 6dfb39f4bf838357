package io.github.openhands4j.faults.stub;

import io.github.openhands4j.model.ConversationId;

/** Reads of start tasks that show a start further than it is. */
public final class TaskAnswers {

  private TaskAnswers() {}

  /**
   * The start in a state.
   *
   * @param status the state's word
   * @return a behavior for one read
   */
  public static Behavior state(String status) {
    return exchange -> exchange.answer(200, in(status, exchange));
  }

  /**
   * The start with its conversation.
   *
   * @param id the conversation
   * @return a behavior for one read
   */
  public static Behavior ready(ConversationId id) {
    return exchange ->
        exchange.answer(
            200,
            in("READY", exchange)
                .replace(
                    "\"app_conversation_id\":null",
                    "\"app_conversation_id\":\"" + id.hex() + "\""));
  }

  /**
   * The start, failed.
   *
   * @param detail why
   * @return a behavior for one read
   */
  public static Behavior failed(String detail) {
    return exchange ->
        exchange.answer(
            200, in("ERROR", exchange).replace("\"detail\":null", "\"detail\":\"" + detail + "\""));
  }

  private static String in(String status, Exchange exchange) {
    return exchange.properAnswer().replace("\"WORKING\"", "\"" + status + "\"");
  }
}
