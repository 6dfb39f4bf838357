package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.Copies;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A patch is applied.
 *
 * @param patch the patch
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record ApplyPatchAction(String patch, @JsonValue Map<String, @Nullable Object> raw)
    implements Action {

  public ApplyPatchAction {
    raw = Copies.map(raw);
  }

  static ApplyPatchAction read(Fields fields) {
    return new ApplyPatchAction(fields.textOr("patch", ""), fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "ApplyPatchAction[]";
  }
}
