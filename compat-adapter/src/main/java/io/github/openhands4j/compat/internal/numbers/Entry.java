package io.github.openhands4j.compat.internal.numbers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of the log of a conversation: a V0 event, or what later V0 events depend on.
 *
 * @param eventId the V1 event
 * @param part which of the V0 events made of it, from 0
 * @param role what it is
 * @param micros when it happened, in microseconds since 1970, or {@link #NO_TIME}
 * @param link what it belongs to, see {@link Role}
 * @param calls how many tool calls the model's answer had
 * @param note what else is to be remembered, or null
 */
public record Entry(
    String eventId, int part, Role role, long micros, int link, int calls, @Nullable String note) {

  /** Belongs to nothing. */
  public static final int NO_LINK = -1;

  /** Its time is not known. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final long MICROS_A_SECOND = 1_000_000;
  private static final int NANOS_A_MICRO = 1_000;

  /** The part of an event under which its content is kept. */
  public static final int CONTENT = 5;

  private static final ObjectMapper JSON = new JsonMapper();
  private static final int FIELDS = 7;

  /**
   * The link of actions that make a tool call.
   *
   * @param toolCallId the call, or null
   * @return a digest, never negative, or {@link #NO_LINK} for none
   */
  public static int linkOf(@Nullable String toolCallId) {
    return toolCallId == null ? NO_LINK : toolCallId.hashCode() & Integer.MAX_VALUE;
  }

  /**
   * The content of an event that has an entry.
   *
   * @param eventId the event
   * @param content the packed event
   * @return an entry without a number
   */
  public static Entry kept(String eventId, String content) {
    return new Entry(eventId, CONTENT, Role.KEPT, NO_TIME, NO_LINK, 0, content);
  }

  /**
   * Counts a time as entries do.
   *
   * @param time the time, or null
   * @return in microseconds since 1970, or {@link #NO_TIME} also for what they cannot count
   */
  public static long microsOf(@Nullable Instant time) {
    return time == null || Math.abs(time.getEpochSecond()) >= Long.MAX_VALUE / MICROS_A_SECOND
        ? NO_TIME
        : time.getEpochSecond() * MICROS_A_SECOND + time.getNano() / NANOS_A_MICRO;
  }

  /**
   * The entry as one line of text, for a ledger.
   *
   * @return a JSON array
   */
  public String line() {
    ArrayNode fields = JSON.createArrayNode();
    fields.add(eventId).add(part).add(role.name());
    fields.add(micros).add(link).add(calls).add(note);
    return fields.toString();
  }

  /**
   * Reads a line.
   *
   * @param line what {@link #line()} gave, in this or another process
   * @return the entry
   * @throws IllegalStateException if it is no such line
   */
  public static Entry parse(String line) {
    try {
      JsonNode fields = JSON.readTree(line);
      if (!fields.isArray() || fields.size() < FIELDS) {
        throw unreadable(null);
      }
      return new Entry(
          fields.path(0).asText(),
          fields.path(1).asInt(),
          Role.valueOf(fields.path(2).asText()),
          fields.path(3).asLong(),
          fields.path(4).asInt(),
          fields.path(5).asInt(),
          fields.path(6).isNull() ? null : fields.path(6).asText());
    } catch (JsonProcessingException | IllegalArgumentException e) {
      throw unreadable(e);
    }
  }

  private static IllegalStateException unreadable(@Nullable Exception cause) {
    return new IllegalStateException("a line of the event ledger cannot be read.", cause);
  }
}
