package io.github.openhands4j.faults.stub;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A bad line to a server: it is slow, cuts what it carries into slices, and breaks. Thread-safe.
 */
public final class TcpProxy implements AutoCloseable {

  /**
   * How bad the line is, in the direction of the client.
   *
   * @param latency the time before each slice
   * @param slice the most bytes that travel together
   * @param limit after how many bytes it breaks
   * @param resets whether it breaks by a reset
   */
  public record Line(Duration latency, int slice, long limit, boolean resets) {

    /**
     * A slow line.
     *
     * @param latency the time before each slice
     * @param slice the most bytes that travel together
     * @return a line that does not break
     */
    public static Line slow(Duration latency, int slice) {
      return new Line(latency, slice, Long.MAX_VALUE, false);
    }

    /**
     * A line that breaks.
     *
     * @param limit after how many bytes of an answer
     * @param resets whether by a reset
     * @return a line that is fast until then
     */
    public static Line breaking(long limit, boolean resets) {
      return new Line(Duration.ZERO, 1 << 16, limit, resets);
    }
  }

  private final LoopbackDoor door = new LoopbackDoor("tcp-proxy", this::serve);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final URI server;
  private volatile Line line;

  /**
   * A line to a server.
   *
   * @param server where it leads
   * @param line how bad it is at first
   */
  public TcpProxy(URI server, Line line) {
    this.server = server;
    this.line = line;
  }

  /**
   * The address to point a client at.
   *
   * @return scheme, address and port
   */
  public URI baseUrl() {
    return door.baseUrl();
  }

  /**
   * Changes the line for connections made from now on.
   *
   * @param better how bad it is now
   */
  public void becomes(Line better) {
    line = better;
  }

  private void serve(Socket client) {
    Line now = line;
    try (client;
        Socket up = door.connect(server)) {
      up.setTcpNoDelay(true);
      door.inBackground(() -> upstream(client, up));
      downstream(up.getInputStream(), client, now);
    } catch (IOException broken) {
      // the end of the connection
    }
  }

  private static void upstream(Socket client, Socket up) {
    try {
      client.getInputStream().transferTo(up.getOutputStream());
      up.shutdownOutput();
    } catch (IOException broken) {
      // the end of the connection
    }
  }

  private void downstream(InputStream in, Socket client, Line now) throws IOException {
    OutputStream out = client.getOutputStream();
    client.setTcpNoDelay(true);
    byte[] slice = new byte[now.slice()];
    long left = now.limit();
    while (left > 0) {
      int read = in.read(slice, 0, (int) Math.min(slice.length, left));
      if (read < 0) {
        return;
      }
      pause(now.latency());
      out.write(slice, 0, read);
      left -= read;
    }
    if (now.resets()) {
      client.setSoLinger(true, 0);
    }
  }

  private void pause(Duration duration) throws IOException {
    try {
      if (!duration.isZero() && closed.await(duration.toNanos(), TimeUnit.NANOSECONDS)) {
        throw new IOException("the line is closed");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  @Override
  public void close() {
    closed.countDown();
    door.close();
  }
}
