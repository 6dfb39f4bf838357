package io.github.openhands4j.v1.internal.event;

import io.github.openhands4j.model.v1.event.ActionEvent;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.model.v1.event.EventSource;
import io.github.openhands4j.model.v1.event.FinishAction;
import io.github.openhands4j.model.v1.event.MessageEvent;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds the last words of an agent among events. */
public final class LastWords {

  private LastWords() {}

  /**
   * The newest finish message or text of the agent.
   *
   * @param newestFirst the events, read no further than needed
   * @return the text, or empty if there is none
   */
  public static Optional<String> in(Stream<Event> newestFirst) {
    return newestFirst.map(LastWords::said).filter(Objects::nonNull).findFirst();
  }

  private static @Nullable String said(Event event) {
    if (event instanceof ActionEvent action && action.action() instanceof FinishAction finish) {
      return finish.message();
    }
    boolean ofTheAgent = event.source().map(EventSource.AGENT::equals).orElse(false);
    return ofTheAgent && event instanceof MessageEvent message && !message.text().isEmpty()
        ? message.text()
        : null;
  }
}
