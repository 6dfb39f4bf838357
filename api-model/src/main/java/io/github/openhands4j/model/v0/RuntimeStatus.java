package io.github.openhands4j.model.v0;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.OpenWord;
import java.util.Set;

/**
 * The V0 detail status of a runtime; values carry the prefix {@code STATUS$}.
 *
 * <p>An open word: the server may send values this release does not know; they are kept as sent.
 *
 * @param value the word as it stands on the wire
 */
@Deprecated(since = "0.1.0")
public record RuntimeStatus(@JsonValue String value) implements OpenWord {

  /** Stopped. */
  public static final RuntimeStatus STOPPED = new RuntimeStatus("STATUS$STOPPED");

  /** The image is being built. */
  public static final RuntimeStatus BUILDING_RUNTIME = new RuntimeStatus("STATUS$BUILDING_RUNTIME");

  /** Starting. */
  public static final RuntimeStatus STARTING_RUNTIME = new RuntimeStatus("STATUS$STARTING_RUNTIME");

  /** Started. */
  public static final RuntimeStatus RUNTIME_STARTED = new RuntimeStatus("STATUS$RUNTIME_STARTED");

  /** The repository is being cloned. */
  public static final RuntimeStatus SETTING_UP_WORKSPACE =
      new RuntimeStatus("STATUS$SETTING_UP_WORKSPACE");

  /** Git hooks are being installed. */
  public static final RuntimeStatus SETTING_UP_GIT_HOOKS =
      new RuntimeStatus("STATUS$SETTING_UP_GIT_HOOKS");

  /** Ready. */
  public static final RuntimeStatus READY = new RuntimeStatus("STATUS$READY");

  /** Failed. */
  public static final RuntimeStatus ERROR = new RuntimeStatus("STATUS$ERROR");

  /** The runtime cannot be reached. */
  public static final RuntimeStatus ERROR_RUNTIME_DISCONNECTED =
      new RuntimeStatus("STATUS$ERROR_RUNTIME_DISCONNECTED");

  /** The model refused its key. */
  public static final RuntimeStatus ERROR_LLM_AUTHENTICATION =
      new RuntimeStatus("STATUS$ERROR_LLM_AUTHENTICATION");

  /** The model cannot be reached. */
  public static final RuntimeStatus ERROR_LLM_SERVICE_UNAVAILABLE =
      new RuntimeStatus("STATUS$ERROR_LLM_SERVICE_UNAVAILABLE");

  /** The model failed. */
  public static final RuntimeStatus ERROR_LLM_INTERNAL_SERVER_ERROR =
      new RuntimeStatus("STATUS$ERROR_LLM_INTERNAL_SERVER_ERROR");

  /** The model account is out of credits. */
  public static final RuntimeStatus ERROR_LLM_OUT_OF_CREDITS =
      new RuntimeStatus("STATUS$ERROR_LLM_OUT_OF_CREDITS");

  /** The model refused the content. */
  public static final RuntimeStatus ERROR_LLM_CONTENT_POLICY_VIOLATION =
      new RuntimeStatus("STATUS$ERROR_LLM_CONTENT_POLICY_VIOLATION");

  /** The model's rate limit stopped the agent. */
  public static final RuntimeStatus AGENT_RATE_LIMITED_STOPPED_MESSAGE =
      new RuntimeStatus("CHAT_INTERFACE$AGENT_RATE_LIMITED_STOPPED_MESSAGE");

  /** The git provider refused the credentials. */
  public static final RuntimeStatus GIT_PROVIDER_AUTHENTICATION_ERROR =
      new RuntimeStatus("STATUS$GIT_PROVIDER_AUTHENTICATION_ERROR");

  /** A model call is being repeated. */
  public static final RuntimeStatus LLM_RETRY = new RuntimeStatus("STATUS$LLM_RETRY");

  /** The agent's memory failed. */
  public static final RuntimeStatus ERROR_MEMORY = new RuntimeStatus("STATUS$ERROR_MEMORY");

  private static final Set<RuntimeStatus> KNOWN =
      Set.of(
          STOPPED,
          BUILDING_RUNTIME,
          STARTING_RUNTIME,
          RUNTIME_STARTED,
          SETTING_UP_WORKSPACE,
          SETTING_UP_GIT_HOOKS,
          READY,
          ERROR,
          ERROR_RUNTIME_DISCONNECTED,
          ERROR_LLM_AUTHENTICATION,
          ERROR_LLM_SERVICE_UNAVAILABLE,
          ERROR_LLM_INTERNAL_SERVER_ERROR,
          ERROR_LLM_OUT_OF_CREDITS,
          ERROR_LLM_CONTENT_POLICY_VIOLATION,
          AGENT_RATE_LIMITED_STOPPED_MESSAGE,
          GIT_PROVIDER_AUTHENTICATION_ERROR,
          LLM_RETRY,
          ERROR_MEMORY);

  /**
   * The word for a wire value, known or not.
   *
   * @param value the word as it stands on the wire
   * @return the word
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static RuntimeStatus of(String value) {
    return new RuntimeStatus(value);
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
