package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.http.json.JsonWriter;
import io.github.openhands4j.model.v0.event.Event;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * {@code {"trajectory":[…]}}, written while it is read: one event is held at a time. What fails
 * after the first event ends the stream with an error, so that it is not taken for whole; so does a
 * close by another thread.
 */
final class TrajectoryStream extends InputStream {

  private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

  private final Stream<Event> events;
  private final Iterator<Event> each;
  private byte[] part = "{\"trajectory\":[".getBytes(StandardCharsets.UTF_8);
  private int at;
  private boolean hasNext;
  private boolean began;
  private boolean ended;
  private volatile boolean closed;
  private @Nullable IOException failed;

  private TrajectoryStream(Stream<Event> events, Iterator<Event> each, boolean hasNext) {
    this.events = events;
    this.each = each;
    this.hasNext = hasNext;
  }

  /** Looks for the first event, so that what fails before it can still be answered. */
  static TrajectoryStream open(Stream<Event> events) {
    try {
      Iterator<Event> each = events.iterator();
      return new TrajectoryStream(events, each, each.hasNext());
    } catch (RuntimeException | Error failure) {
      events.close();
      throw failure;
    }
  }

  @Override
  public int read() throws IOException {
    return fill() ? part[at++] & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, part.length - at);
    System.arraycopy(part, at, target, offset, count);
    at += count;
    return count;
  }

  private boolean fill() throws IOException {
    refuseIfClosed();
    if (at < part.length) {
      return true;
    }
    if (ended) {
      return false;
    }
    if (failed != null) {
      throw new IOException(failed.getMessage(), failed);
    }
    part = next();
    at = 0;
    return true;
  }

  private byte[] next() throws IOException {
    try {
      if (began) {
        hasNext = each.hasNext();
      }
      if (!hasNext) {
        refuseIfClosed(); // events that were closed look as if there were no more
        ended = true;
        return END;
      }
      String comma = began ? "," : "";
      began = true;
      return (comma + JsonWriter.text(Answers.plain(each.next()))).getBytes(StandardCharsets.UTF_8);
    } catch (RuntimeException failure) {
      failed = new IOException("the trajectory could not be read to its end", failure);
      throw failed;
    }
  }

  private void refuseIfClosed() throws IOException {
    if (closed) {
      throw new IOException("the trajectory is closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    events.close();
  }
}
