package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A command for the shell.
 *
 * @param command the command, or what is typed into the one that runs
 * @param isInput whether it is typed into the one that runs
 * @param timeout the time limit in seconds, or null
 * @param reset whether the shell is begun anew
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TerminalAction(
    String command,
    boolean isInput,
    @Nullable Double timeout,
    boolean reset,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public TerminalAction {
    raw = Copies.map(raw);
  }

  static TerminalAction read(Fields fields) {
    return new TerminalAction(
        fields.textOr("command", ""),
        fields.flag("is_input"),
        fields.number("timeout"),
        fields.flag("reset"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TerminalAction[]";
  }
}
