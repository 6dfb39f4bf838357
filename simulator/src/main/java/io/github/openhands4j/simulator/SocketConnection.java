package io.github.openhands4j.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import org.eclipse.jetty.io.AbstractConnection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** A connection that was a request and is a WebSocket now. Thread-safe. */
final class SocketConnection extends AbstractConnection {

  private static final int BUFFER = 8 * 1024;

  /** Told what the client does. */
  interface Visitor {

    /** The socket stands. */
    void opened(SocketConnection socket);

    /** The client said something. */
    void said(SocketConnection socket, String text);

    /** It is over. */
    void left(SocketConnection socket);
  }

  private final Visitor visitor;
  private final SocketFrames frames = new SocketFrames();
  private final Deque<ByteBuffer> toSend = new ArrayDeque<>();
  private boolean sending;

  /** On top of a connection. */
  SocketConnection(EndPoint endPoint, Executor executor, Visitor visitor) {
    super(endPoint, executor);
    this.visitor = visitor;
  }

  @Override
  public void onOpen() {
    super.onOpen();
    getEndPoint().setIdleTimeout(0);
    visitor.opened(this);
    fillInterested();
  }

  @Override
  public void onClose(Throwable cause) {
    super.onClose(cause);
    visitor.left(this);
  }

  @Override
  public void onFillable() {
    ByteBuffer buffer = BufferUtil.allocate(BUFFER);
    try {
      while (true) {
        BufferUtil.clear(buffer);
        int read = getEndPoint().fill(buffer);
        if (read < 0) {
          close();
          return;
        }
        if (read == 0) {
          fillInterested();
          return;
        }
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        arrived(bytes);
      }
    } catch (IOException broken) {
      close();
    }
  }

  private void arrived(byte[] bytes) {
    frames.add(bytes);
    for (SocketFrames.Frame frame = frames.next(); frame != null; frame = frames.next()) {
      switch (frame.kind()) {
        case SocketFrames.TEXT -> visitor.said(this, frame.text());
        case SocketFrames.PING -> send(SocketFrames.of(SocketFrames.PONG, frame.content()));
        case SocketFrames.CLOSE -> end(1000);
        default -> {}
      }
    }
  }

  /** Says something. */
  void say(String text) {
    send(SocketFrames.of(SocketFrames.TEXT, text.getBytes(StandardCharsets.UTF_8)));
  }

  /** Closes it with a code. */
  void end(int code) {
    send(SocketFrames.of(SocketFrames.CLOSE, SocketFrames.closing(code)));
  }

  /** Breaks it without a word. */
  void cut() {
    getEndPoint().close();
  }

  private void send(byte[] frame) {
    synchronized (toSend) {
      toSend.add(ByteBuffer.wrap(frame));
      if (sending) {
        return;
      }
      sending = true;
    }
    sendNext();
  }

  private void sendNext() {
    ByteBuffer next;
    synchronized (toSend) {
      next = toSend.poll();
      if (next == null) {
        sending = false;
        return;
      }
    }
    getEndPoint().write(Callback.from(this::sendNext, failure -> close()), next);
  }
}
