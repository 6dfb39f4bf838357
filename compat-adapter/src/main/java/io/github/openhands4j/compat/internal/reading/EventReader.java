package io.github.openhands4j.compat.internal.reading;

import io.github.openhands4j.compat.internal.numbers.EventLog;
import io.github.openhands4j.compat.internal.numbers.EventLogs;
import io.github.openhands4j.compat.internal.translate.SandboxState;
import io.github.openhands4j.core.internal.page.Walks;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.util.stream.Stream;

/** Reads the events of V1 conversations as V0 numbered them. Thread-safe. */
public final class EventReader {

  private final EventSource source;
  private final EventLogs logs;
  private final Endings endings;
  private final TimeSource time;

  /**
   * Creates a reader.
   *
   * @param source where events are read
   * @param logs their numbers
   * @param time the clock
   */
  public EventReader(EventSource source, EventLogs logs, TimeSource time) {
    this.source = source;
    this.logs = logs;
    this.endings = new Endings(time);
    this.time = time;
  }

  /**
   * A page of the events of a conversation.
   *
   * @param row the conversation as read just before
   * @param sandbox whether its sandbox is there
   * @param query a query with a limit that was checked
   * @return the page
   */
  public EventPage page(AppConversation row, SandboxState sandbox, EventQuery query) {
    return new PageRead(reading(source, row, sandbox), query).page();
  }

  /**
   * A page of the events of a conversation that has no row: it is starting, or failed to start.
   *
   * @param id the conversation
   * @param task its start task
   * @param failed whether it failed for good
   * @param query a query with a limit that was checked
   * @return the page
   */
  public EventPage page(
      ConversationId id, AppConversationStartTask task, boolean failed, EventQuery query) {
    return new PageRead(beginning(id, task, failed), query).page();
  }

  /**
   * All events of a conversation, read as they are taken.
   *
   * @param row the conversation as read just before
   * @param sandbox whether its sandbox is there
   * @return the events in the order of their numbers; when it is closed nothing more is read
   */
  public Stream<Event> all(AppConversation row, SandboxState sandbox) {
    return stream(reading(source, row, sandbox));
  }

  /**
   * All events of a conversation that has no row.
   *
   * @param id the conversation
   * @param task its start task
   * @param failed whether it failed for good
   * @return the events
   */
  public Stream<Event> all(ConversationId id, AppConversationStartTask task, boolean failed) {
    return stream(beginning(id, task, failed));
  }

  private Reading beginning(ConversationId id, AppConversationStartTask task, boolean failed) {
    EventLog log = logs.open(id);
    Reading.append(logs, id, log, size -> Beginning.of(size, task, failed));
    return reading(new NoEvents(), AppConversation.builder().id(id).build(), SandboxState.UP);
  }

  private Reading reading(EventSource from, AppConversation row, SandboxState sandbox) {
    return new Reading(from, logs, endings, time, row, sandbox);
  }

  private static Stream<Event> stream(Reading reading) {
    AllEvents events = new AllEvents(reading);
    return Walks.stream(events).onClose(events::close);
  }
}
