package io.github.openhands4j.core.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** One request on its connection, and the means to answer it byte by byte. */
public final class Visit {

  private final RecordedRequest request;
  private final Socket socket;
  private final AtomicLong written;
  private final CountDownLatch closed;

  Visit(RecordedRequest request, Socket socket, AtomicLong written, CountDownLatch closed) {
    this.request = request;
    this.socket = socket;
    this.written = written;
    this.closed = closed;
  }

  /**
   * The request.
   *
   * @return the request that is to be answered
   */
  public RecordedRequest request() {
    return request;
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
    written.addAndGet(bytes.length);
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
   * Waits until the client closes the connection, or the server is closed.
   *
   * @throws IOException if the connection breaks
   */
  public void hold() throws IOException {
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
      if (closed.await(duration.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new IOException("the server is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /**
   * Lets the following close send a reset instead of an orderly end.
   *
   * @throws IOException if the connection is closed already
   */
  public void resetOnClose() throws IOException {
    socket.setSoLinger(true, 0);
  }
}
