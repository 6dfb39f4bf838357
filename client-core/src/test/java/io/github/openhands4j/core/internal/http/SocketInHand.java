package io.github.openhands4j.core.internal.http;

import java.util.ArrayList;
import java.util.List;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** A socket without a network, which keeps what is said on it. */
final class SocketInHand implements WebSocket {

  private final List<String> heard = new ArrayList<>();

  List<String> heard() {
    return heard;
  }

  Response taken(Request request) {
    return new Response.Builder()
        .request(request)
        .protocol(Protocol.HTTP_1_1)
        .code(101)
        .message("Switching Protocols")
        .build();
  }

  @Override
  public Request request() {
    return new Request.Builder().url("http://127.0.0.1/sockets/events/1").build();
  }

  @Override
  public long queueSize() {
    return 0;
  }

  @Override
  public boolean send(String text) {
    return heard.add(text);
  }

  @Override
  public boolean send(ByteString bytes) {
    return false;
  }

  @Override
  public boolean close(int code, @Nullable String reason) {
    return true;
  }

  @Override
  public void cancel() {}
}
