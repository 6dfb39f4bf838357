package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The plan is looked at or changed.
 *
 * @param command {@code view}, {@code create}, {@code str_replace}, {@code insert} or {@code
 *     undo_edit}
 * @param path the absolute path
 * @param fileText the text of a new file, or null
 * @param oldStr the text to replace, or null
 * @param newStr the text to put in, or null
 * @param insertLine the line to insert after, or null
 * @param viewRange the first and last line to show; empty for all
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record PlanningFileEditorAction(
    String command,
    String path,
    @Nullable String fileText,
    @Nullable String oldStr,
    @Nullable String newStr,
    @Nullable Long insertLine,
    List<Long> viewRange,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public PlanningFileEditorAction {
    viewRange = Copies.list(viewRange);
    raw = Copies.map(raw);
  }

  static PlanningFileEditorAction read(Fields fields) {
    return new PlanningFileEditorAction(
        fields.textOr("command", ""),
        fields.textOr("path", ""),
        fields.text("file_text"),
        fields.text("old_str"),
        fields.text("new_str"),
        fields.integer("insert_line"),
        fields.integers("view_range"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "PlanningFileEditorAction[]";
  }
}
