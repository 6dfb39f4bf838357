package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an agent does, or wants to do: part of an {@link ActionEvent}. */
public interface Action {

  /**
   * The JSON object as sent.
   *
   * @return the fields as plain JSON values, in order; empty if it was no object
   */
  Map<String, @Nullable Object> raw();

  /**
   * What it is.
   *
   * @return the wire word, for example {@code TerminalAction}; empty if there is none
   */
  default String kind() {
    return Raw.textOr(raw(), "kind", "");
  }

  /**
   * Reads an action. Never fails: what cannot be read is an {@link UnknownAction}.
   *
   * @param json plain JSON values
   * @return the action
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Action fromJson(@Nullable Object json) {
    return Reading.action(json);
  }
}
