package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.internal.Copies;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the browser shows.
 *
 * @param content what the model gets to see
 * @param isError whether it failed
 * @param screenshotData a picture in Base64, or null
 * @param fullOutputSaveDir the folder with the whole output, or null
 * @param raw the JSON object as sent, with the fields this release does not know
 */
public record BrowserObservation(
    List<ContentBlock> content,
    boolean isError,
    @Nullable String screenshotData,
    @Nullable String fullOutputSaveDir,
    @JsonValue Map<String, @Nullable Object> raw)
    implements Observation {

  public BrowserObservation {
    content = Copies.list(content);
    raw = Copies.map(raw);
  }

  static BrowserObservation read(Fields fields) {
    return new BrowserObservation(
        ObservationContent.of(fields),
        ObservationContent.isError(fields),
        fields.text("screenshot_data"),
        fields.text("full_output_save_dir"),
        fields.json());
  }

  /** Names the harmless fields only: no content. */
  @Override
  public String toString() {
    return "BrowserObservation[isError=" + isError + "]";
  }
}
