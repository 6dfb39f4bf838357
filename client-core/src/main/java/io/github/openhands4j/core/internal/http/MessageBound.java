package io.github.openhands4j.core.internal.http;

import java.io.IOException;
import java.util.Objects;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import okio.Buffer;
import okio.ForwardingSource;
import okio.Sink;
import okio.Socket;
import okio.Source;

/**
 * Keeps the messages of one socket as small as answers are: none is compressed, and what arrives
 * since the last whole one is counted. For the thread that reads the socket.
 */
final class MessageBound {

  private static final String EXTENSIONS = "Sec-WebSocket-Extensions";

  /** What frames add to a message, and what was read ahead. */
  private static final long FRAMING = 64 * 1024;

  /** A message is larger than it may be. */
  static final class MessageTooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    MessageTooLarge() {
      super("the message is larger than max-answer-bytes");
    }
  }

  private final long most;
  private long arrived;

  MessageBound(long mostBytes) {
    this.most = mostBytes > Long.MAX_VALUE - FRAMING ? Long.MAX_VALUE : mostBytes + FRAMING;
  }

  /** Puts the bound of the request on its socket. */
  static Response apply(Interceptor.Chain chain) throws IOException {
    MessageBound bound = Objects.requireNonNull(chain.request().tag(MessageBound.class));
    Request plain = chain.request().newBuilder().removeHeader(EXTENSIONS).build();
    Response response = chain.proceed(plain);
    Response.Builder bounded = response.newBuilder().removeHeader(EXTENSIONS);
    Socket socket = response.socket();
    return socket == null ? response : bounded.socket(bound.over(socket)).build();
  }

  /** A message arrived as a whole. */
  void whole() {
    arrived = 0;
  }

  private void count(long bytes) throws MessageTooLarge {
    arrived += Math.max(bytes, 0);
    if (arrived > most) {
      throw new MessageTooLarge();
    }
  }

  private Socket over(Socket socket) {
    Source counted =
        new ForwardingSource(socket.getSource()) {
          @Override
          public long read(Buffer sink, long byteCount) throws IOException {
            long read = super.read(sink, byteCount);
            count(read);
            return read;
          }
        };
    return new Socket() {
      @Override
      public Source getSource() {
        return counted;
      }

      @Override
      public Sink getSink() {
        return socket.getSink();
      }

      @Override
      public void cancel() {
        socket.cancel();
      }
    };
  }
}
