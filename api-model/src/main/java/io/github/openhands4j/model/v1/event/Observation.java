package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.openhands4j.model.ContentBlock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of an action: part of an {@link ObservationEvent}. */
public interface Observation {

  /**
   * What the model gets to see.
   *
   * @return the parts, also of those that older servers wrote as one text
   */
  List<ContentBlock> content();

  /**
   * Whether the action failed.
   *
   * @return true if it did
   */
  boolean isError();

  /**
   * The JSON object as sent.
   *
   * @return the fields as plain JSON values, in order; empty if it was no object
   */
  Map<String, @Nullable Object> raw();

  /**
   * What it is.
   *
   * @return the wire word, for example {@code TerminalObservation}; empty if there is none
   */
  default String kind() {
    return Raw.textOr(raw(), "kind", "");
  }

  /**
   * The texts of the content.
   *
   * @return all texts, one a line; empty if there are none
   */
  default String text() {
    return Texts.of(content());
  }

  /**
   * Reads an observation. Never fails: what cannot be read is an {@link UnknownObservation}.
   *
   * @param json plain JSON values
   * @return the observation
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Observation fromJson(@Nullable Object json) {
    return Reading.observation(json);
  }
}
