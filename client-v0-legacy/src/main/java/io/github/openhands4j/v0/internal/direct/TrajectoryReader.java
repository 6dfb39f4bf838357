package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.resilience.OddFailures;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of {@code {"trajectory":[…]}} one by one as they arrive, so that only one is
 * held at a time. Failures are V0's. An answer that ends before its JSON does is a failure, never a
 * shorter trajectory. For one thread.
 */
final class TrajectoryReader implements Iterator<Event> {

  private static final String CALL = "trajectory";

  private final Shapes shapes;
  private final InputStream body;
  private @Nullable JsonParser parser;
  private @Nullable Event next;
  private boolean ended;

  /**
   * Reads nothing yet.
   *
   * @param shapes reads the events
   * @param body the answer, closed by whoever opened it
   */
  TrajectoryReader(Shapes shapes, InputStream body) {
    this.shapes = shapes;
    this.body = body;
  }

  @Override
  public boolean hasNext() {
    if (next == null && !ended) {
      next = advance();
    }
    return next != null;
  }

  @Override
  public Event next() {
    if (!hasNext() || next == null) {
      throw new NoSuchElementException();
    }
    Event event = next;
    next = null;
    return event;
  }

  private @Nullable Event advance() {
    try {
      JsonParser events = parser == null ? eventsOf(body) : parser;
      parser = events;
      if (events.nextToken() != JsonToken.END_ARRAY) {
        return shapes.object(CALL, shapes.tree(events), Event.class, "message");
      }
      ended = true;
      seekEnd(events);
      return null;
    } catch (OpenHandsException failure) {
      ended = true;
      throw V0Failures.of(failure);
    } catch (JsonProcessingException e) {
      ended = true;
      throw V0Failures.of(cut());
    } catch (IOException e) {
      ended = true;
      throw V0Failures.of(OddFailures.of("The trajectory", e));
    }
  }

  /** A parser that stands before the first event; its making reads already. */
  private JsonParser eventsOf(InputStream answer) throws IOException {
    JsonParser begun = shapes.parser(answer);
    expect(begun.nextToken(), JsonToken.START_OBJECT);
    while (begun.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = begun.currentName().equals(CALL);
      JsonToken value = begun.nextToken();
      if (found) {
        expect(value, JsonToken.START_ARRAY);
        return begun;
      }
      begun.skipChildren();
    }
    throw Answers.unexpected(CALL);
  }

  /** Nothing but other fields may follow. */
  private static void seekEnd(JsonParser parser) throws IOException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      parser.nextToken();
      parser.skipChildren();
    }
    expect(parser.currentToken(), JsonToken.END_OBJECT);
    if (parser.nextToken() != null) {
      throw Answers.unexpected(CALL);
    }
  }

  private static void expect(@Nullable JsonToken got, JsonToken wanted) {
    if (got != wanted) {
      throw Answers.unexpected(CALL);
    }
  }

  private static UnreadableAnswerException cut() {
    return new UnreadableAnswerException(
        ErrorCode.ANSWER_CUT,
        200,
        "The answer to the trajectory is no JSON, or ended before its JSON did.",
        null);
  }
}
