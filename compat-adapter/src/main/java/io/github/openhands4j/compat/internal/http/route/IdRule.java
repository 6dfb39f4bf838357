package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.internal.rules.ConversationIdRule;

/** What happens to texts in the place of a conversation's id that cannot be one. */
enum IdRule {
  /** They are refused with 400. */
  REFUSED,
  /** They are ids of no conversation. */
  UNKNOWN;

  void check(String id) {
    try {
      ConversationIdRule.check(id);
    } catch (V0Exception wrong) {
      throw new Refusal(
          this == REFUSED
              ? Answers.text(wrong.status(), "application/json", wrong.body())
              : Answers.detail(404, "Conversation " + id + " not found"));
    }
  }
}
