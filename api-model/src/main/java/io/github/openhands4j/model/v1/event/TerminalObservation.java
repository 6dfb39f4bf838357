package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The output of a command.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param command the command, or null
 * @param exitCode its exit code; -1 if it still runs, or null
 * @param timeout whether it was not waited for any longer
 * @param metadata the state of the shell, for example {@code working_dir}
 * @param fullOutputSaveDir the folder with the whole output, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record TerminalObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String command,
    @Nullable Long exitCode,
    boolean timeout,
    Map<String, @Nullable Object> metadata,
    @Nullable String fullOutputSaveDir,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public TerminalObservation {
    content = Copies.list(content);
    metadata = Copies.map(metadata);
    raw = Copies.map(raw);
  }

  static TerminalObservation read(Fields fields) {
    return new TerminalObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("command"),
        fields.integer("exit_code"),
        fields.flag("timeout"),
        fields.object("metadata"),
        fields.text("full_output_save_dir"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "TerminalObservation[isError=" + isError + "]";
  }
}
