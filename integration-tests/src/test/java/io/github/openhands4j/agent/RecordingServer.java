package io.github.openhands4j.agent;

import io.github.openhands4j.faults.stub.StubRequest;
import io.github.openhands4j.testing.LoopbackDoor;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** An HTTP server on loopback that keeps every request and answers as it is told. Thread-safe. */
final class RecordingServer implements AutoCloseable {

  private final Function<StubRequest, @Nullable Reply> replies;
  private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final LoopbackDoor door;

  /** A server; where there is no reply, the connection is closed. */
  RecordingServer(Function<StubRequest, @Nullable Reply> replies) {
    this.replies = replies;
    this.door = new LoopbackDoor("recording-server", this::serve);
  }

  static RecordingServer answering(Reply reply) {
    return new RecordingServer(request -> reply);
  }

  URI url() {
    return door.baseUrl();
  }

  List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  List<String> lines() {
    return requests.stream().map(request -> request.method() + " " + request.target()).toList();
  }

  int connections() {
    return connections.get();
  }

  private void serve(Socket socket) {
    connections.incrementAndGet();
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      for (StubRequest request = read(in); request != null; request = read(in)) {
        requests.add(request);
        Reply reply = replies.apply(request);
        if (reply == null) {
          return;
        }
        socket.getOutputStream().write(reply.bytes());
        socket.getOutputStream().flush();
        if (!reply.complete()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
    } catch (IOException clientWentAway) {
      // what some tests are about
    }
  }

  private static @Nullable StubRequest read(InputStream in) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    String head = "";
    while (!head.endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      bytes.write(read);
      head = read == '\n' ? bytes.toString(StandardCharsets.ISO_8859_1) : "";
    }
    List<String> lines = head.lines().filter(line -> !line.isEmpty()).toList();
    String[] first = lines.get(0).split(" ", 3);
    StubRequest empty = new StubRequest(first[0], first[1], lines.subList(1, lines.size()), "");
    int length = empty.header("Content-Length").map(Integer::parseInt).orElse(0);
    String body = new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
    return new StubRequest(empty.method(), empty.target(), empty.headers(), body);
  }

  @Override
  public void close() {
    door.close();
  }
}
