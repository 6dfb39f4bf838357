package io.github.openhands4j.v0.internal.rules;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which events of a page a filter lets through, by V0's own rule. V0 took the filter as the body of
 * a GET, which most HTTP clients do not send, so that every backend applies it on its own side.
 */
public final class EventFilterRule {

  private static final String HIDDEN = "hidden";

  private EventFilterRule() {}

  /**
   * The rule of a filter.
   *
   * @param filter which events are wanted, or null for all
   * @return true for each event that is wanted; an event without a time passes every time limit
   */
  public static Predicate<Event> of(@Nullable EventFilter filter) {
    return filter == null ? event -> true : event -> includes(filter, event);
  }

  /**
   * Whether an event is not meant to be seen, such as the run of a set-up script.
   *
   * @param event the event
   * @return true if the action or the observation says so
   */
  public static boolean isHidden(Event event) {
    return isHidden(event.args()) || isHidden(event.extras());
  }

  private static boolean isHidden(@Nullable Map<String, @Nullable Object> fields) {
    return fields != null && Boolean.TRUE.equals(fields.get(HIDDEN));
  }

  private static boolean includes(EventFilter filter, Event event) {
    return isFrom(filter.source(), event)
        && isIn(filter, event.timestamp())
        && !(filter.excludeHidden() && isHidden(event))
        && contains(filter.query(), event);
  }

  private static boolean isFrom(@Nullable String wanted, Event event) {
    String source = orEmpty(wanted);
    return source.isEmpty() || source.equals(event.source());
  }

  /** Times are compared as texts. */
  private static boolean isIn(EventFilter filter, @Nullable String timestamp) {
    String first = orEmpty(filter.startDate());
    String last = orEmpty(filter.endDate());
    return timestamp == null
        || (timestamp.compareTo(first) >= 0 && (last.isEmpty() || timestamp.compareTo(last) <= 0));
  }

  private static boolean contains(@Nullable String wanted, Event event) {
    String query = orEmpty(wanted);
    if (query.isEmpty()) {
      return true;
    }
    String json = PythonJson.write(event).toLowerCase(Locale.ROOT);
    return json.contains(query.toLowerCase(Locale.ROOT));
  }

  /** To V0 an empty text was none. */
  private static String orEmpty(@Nullable String text) {
    return Objects.requireNonNullElse(text, "");
  }
}
