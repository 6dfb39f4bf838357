package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A hook of the repository was run.
 *
 * @param hookEventType when, for example {@code PreToolUse}
 * @param hookCommand the command
 * @param toolName the tool it was run for, or null
 * @param success whether it succeeded
 * @param blocked whether it stopped what it was run for
 * @param exitCode its exit code, or null
 * @param stdout its standard output
 * @param stderr its standard error
 * @param reason why it stopped something, or null
 * @param additionalContext what it tells the model, or null
 * @param error what went wrong with it, or null
 * @param actionId the action it was run for, or null
 * @param messageId the message it was run for, or null
 * @param hookInput what it was given, as plain JSON values, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record HookExecutionEvent(
    String hookEventType,
    String hookCommand,
    @Nullable String toolName,
    boolean success,
    boolean blocked,
    @Nullable Long exitCode,
    String stdout,
    String stderr,
    @Nullable String reason,
    @Nullable String additionalContext,
    @Nullable String error,
    @Nullable String actionId,
    @Nullable String messageId,
    @Nullable Object hookInput,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Event {

  public HookExecutionEvent {
    raw = Copies.map(raw);
  }

  static HookExecutionEvent read(Fields fields) {
    return new HookExecutionEvent(
        fields.textOr("hook_event_type", ""),
        fields.textOr("hook_command", ""),
        fields.text("tool_name"),
        fields.flag("success"),
        fields.flag("blocked"),
        fields.integer("exit_code"),
        fields.textOr("stdout", ""),
        fields.textOr("stderr", ""),
        fields.text("reason"),
        fields.text("additional_context"),
        fields.text("error"),
        fields.text("action_id"),
        fields.text("message_id"),
        fields.any("hook_input"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "HookExecutionEvent[id=" + id() + "]";
  }
}
