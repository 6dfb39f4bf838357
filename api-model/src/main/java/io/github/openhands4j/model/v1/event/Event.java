package io.github.openhands4j.model.v1.event;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a conversation. Ask with {@code instanceof} what it is, and expect
 * kinds that are not among those of this release:
 *
 * <pre>{@code
 * if (event instanceof ActionEvent done && done.action() instanceof TerminalAction terminal) {
 *   System.out.println("$ " + terminal.command());
 * }
 * }</pre>
 */
public interface Event {

  /**
   * The JSON object as sent.
   *
   * @return the fields as plain JSON values, in order; empty if it was no object
   */
  Map<String, @Nullable Object> raw();

  /**
   * What it is.
   *
   * @return the wire word, for example {@code ActionEvent}; empty if there is none
   */
  default String kind() {
    return Raw.textOr(raw(), "kind", "");
  }

  /**
   * Names it within its conversation.
   *
   * @return the id exactly as sent; empty if there is none
   */
  default String id() {
    return Raw.textOr(raw(), "id", "");
  }

  /**
   * When it happened, as sent.
   *
   * @return ISO-8601 without a zone, to be read as UTC; empty if there is none
   */
  default String timestamp() {
    return Raw.textOr(raw(), "timestamp", "");
  }

  /**
   * When it happened.
   *
   * @return the time; empty if there is none or it cannot be read
   */
  default Optional<Instant> time() {
    return Raw.time(timestamp());
  }

  /**
   * Who made it.
   *
   * @return the source, or empty if it does not say
   */
  default Optional<EventSource> source() {
    return Optional.ofNullable(Raw.text(raw(), "source")).map(EventSource::of);
  }

  /**
   * The event before it, on conversations with branches.
   *
   * @return its id, or empty if it does not say
   */
  default Optional<String> parentId() {
    return Optional.ofNullable(Raw.text(raw(), "parent_id"));
  }

  /**
   * Reads an event. Never fails: what cannot be read is an {@link UnknownEvent}.
   *
   * @param json plain JSON values, of an object or anything else
   * @return the event
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static Event fromJson(@Nullable Object json) {
    return Reading.event(json);
  }
}
