package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What came of editing a file.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param command the command
 * @param path the file, or null
 * @param prevExist whether it was there before
 * @param oldContent its text before, or null
 * @param newContent its text after, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record FileEditorObservation(
    List<ContentBlock> content,
    boolean isError,
    String command,
    @Nullable String path,
    boolean prevExist,
    @Nullable String oldContent,
    @Nullable String newContent,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public FileEditorObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static FileEditorObservation read(Fields fields) {
    return new FileEditorObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.textOr("command", ""),
        fields.text("path"),
        fields.flag("prev_exist"),
        fields.text("old_content"),
        fields.text("new_content"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "FileEditorObservation[isError=" + isError + "]";
  }
}
