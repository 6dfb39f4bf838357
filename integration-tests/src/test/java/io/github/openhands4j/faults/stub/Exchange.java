package io.github.openhands4j.faults.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** One request on its connection, and the means to answer it byte by byte. */
public final class Exchange {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private final StubRequest request;
  private final StubStarts starts;
  private final Socket socket;
  private final CountDownLatch closed;
  private boolean over;

  Exchange(StubRequest request, StubStarts starts, Socket socket, CountDownLatch closed) {
    this.request = request;
    this.starts = starts;
    this.socket = socket;
    this.closed = closed;
  }

  /**
   * What was asked.
   *
   * @return the request
   */
  public StubRequest request() {
    return request;
  }

  /**
   * The answer of a server that is well.
   *
   * @return JSON; a start is taken by this
   */
  public String properAnswer() {
    return starts.answer(request);
  }

  /** Lets the server take the start that was asked for, if it is one. */
  public void take() {
    if (request.method().equals("POST")) {
      starts.take(request.body());
    }
  }

  /**
   * Sends bytes at once.
   *
   * @param bytes what to send
   * @throws IOException if the client went away
   */
  public void write(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /**
   * Sends text at once.
   *
   * @param text what to send, in UTF-8
   * @throws IOException if the client went away
   */
  public void write(String text) throws IOException {
    write(text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Sends a whole answer and keeps the connection.
   *
   * @param status the status
   * @param body the body, as JSON
   * @throws IOException if the client went away
   */
  public void answer(int status, String body) throws IOException {
    write(Framing.LENGTH.answer(status, "application/json", body, "Date: " + date()));
  }

  /** Ends the connection in order when the behavior is over. */
  public void end() {
    over = true;
  }

  /**
   * Resets the connection.
   *
   * @throws IOException if it is closed already
   */
  public void reset() throws IOException {
    over = true;
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /**
   * Says nothing until the client has gone.
   *
   * @throws IOException if the connection breaks
   */
  public void hold() throws IOException {
    over = true;
    socket.getInputStream().transferTo(OutputStream.nullOutputStream());
  }

  /**
   * Lets time pass between two bytes.
   *
   * @param duration how long
   * @throws IOException if the server is closed meanwhile
   */
  public void pause(Duration duration) throws IOException {
    try {
      if (closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the server is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static String date() {
    return DATE.format(ZonedDateTime.now(ZoneOffset.UTC));
  }

  boolean isOver() {
    return over;
  }
}
