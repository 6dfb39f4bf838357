package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Set;

/**
 * What started a conversation.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record ConversationTrigger(@JsonValue String value) implements OpenWord {

  /** An issue resolver. */
  public static final ConversationTrigger RESOLVER = new ConversationTrigger("resolver");

  /** The web application. */
  public static final ConversationTrigger GUI = new ConversationTrigger("gui");

  /** A suggested task. */
  public static final ConversationTrigger SUGGESTED_TASK =
      new ConversationTrigger("suggested_task");

  /** A program that calls the API. */
  public static final ConversationTrigger OPENHANDS_API = new ConversationTrigger("openhands_api");

  /** Slack. */
  public static final ConversationTrigger SLACK = new ConversationTrigger("slack");

  /** The microagent pages of the web application. */
  public static final ConversationTrigger MICROAGENT_MANAGEMENT =
      new ConversationTrigger("microagent_management");

  /** Jira Cloud. */
  public static final ConversationTrigger JIRA = new ConversationTrigger("jira");

  /** Jira Data Center. */
  public static final ConversationTrigger JIRA_DC = new ConversationTrigger("jira_dc");

  /** Linear. */
  public static final ConversationTrigger LINEAR = new ConversationTrigger("linear");

  /** Bitbucket. */
  public static final ConversationTrigger BITBUCKET = new ConversationTrigger("bitbucket");

  /** An automation. */
  public static final ConversationTrigger AUTOMATION = new ConversationTrigger("automation");

  private static final Set<ConversationTrigger> KNOWN =
      Set.of(
          RESOLVER,
          GUI,
          SUGGESTED_TASK,
          OPENHANDS_API,
          SLACK,
          MICROAGENT_MANAGEMENT,
          JIRA,
          JIRA_DC,
          LINEAR,
          BITBUCKET,
          AUTOMATION);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConversationTrigger of(String value) {
    return new ConversationTrigger(value);
  }

  @Override
  public boolean isKnown() {
    return KNOWN.contains(this);
  }

  @Override
  public String toString() {
    return value;
  }
}
