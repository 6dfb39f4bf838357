package io.github.openhands4j.model.v1;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The phase a start task is in.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
public record AppConversationStartTaskStatus(@JsonValue String value) implements OpenWord {

  /** A sandbox is being chosen or created. */
  public static final AppConversationStartTaskStatus WORKING =
      new AppConversationStartTaskStatus("WORKING");

  /** The sandbox is starting. */
  public static final AppConversationStartTaskStatus WAITING_FOR_SANDBOX =
      new AppConversationStartTaskStatus("WAITING_FOR_SANDBOX");

  /** The repository is being cloned. */
  public static final AppConversationStartTaskStatus PREPARING_REPOSITORY =
      new AppConversationStartTaskStatus("PREPARING_REPOSITORY");

  /** The repository's setup script runs. */
  public static final AppConversationStartTaskStatus RUNNING_SETUP_SCRIPT =
      new AppConversationStartTaskStatus("RUNNING_SETUP_SCRIPT");

  /** Git hooks are being installed. */
  public static final AppConversationStartTaskStatus SETTING_UP_GIT_HOOKS =
      new AppConversationStartTaskStatus("SETTING_UP_GIT_HOOKS");

  /** Skills are being loaded. */
  public static final AppConversationStartTaskStatus SETTING_UP_SKILLS =
      new AppConversationStartTaskStatus("SETTING_UP_SKILLS");

  /** The conversation is being created in the sandbox. */
  public static final AppConversationStartTaskStatus STARTING_CONVERSATION =
      new AppConversationStartTaskStatus("STARTING_CONVERSATION");

  /** The conversation exists. */
  public static final AppConversationStartTaskStatus READY =
      new AppConversationStartTaskStatus("READY");

  /** The start failed; the task's detail may say why. */
  public static final AppConversationStartTaskStatus ERROR =
      new AppConversationStartTaskStatus("ERROR");

  private static final Set<AppConversationStartTaskStatus> KNOWN =
      Set.of(
          WORKING,
          WAITING_FOR_SANDBOX,
          PREPARING_REPOSITORY,
          RUNNING_SETUP_SCRIPT,
          SETTING_UP_GIT_HOOKS,
          SETTING_UP_SKILLS,
          STARTING_CONVERSATION,
          READY,
          ERROR);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static AppConversationStartTaskStatus of(String value) {
    return new AppConversationStartTaskStatus(value);
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
