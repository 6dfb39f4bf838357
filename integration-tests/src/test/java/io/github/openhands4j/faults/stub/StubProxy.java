package io.github.openhands4j.faults.stub;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** An HTTP proxy that answers every request in one way and passes nothing on. Thread-safe. */
public final class StubProxy implements AutoCloseable {

  private final LoopbackDoor door = new LoopbackDoor("stub-proxy", this::serve);
  private final List<StubRequest> requests = new CopyOnWriteArrayList<>();
  private final String answer;

  /**
   * Starts a proxy.
   *
   * @param status what it answers with
   * @param headers further header lines
   */
  public StubProxy(int status, String... headers) {
    answer =
        "HTTP/1.1 "
            + status
            + " Stub\r\nContent-Length: 0\r\nConnection: close\r\n"
            + String.join("", List.of(headers).stream().map(line -> line + "\r\n").toList())
            + "\r\n";
  }

  /**
   * Its port on 127.0.0.1.
   *
   * @return the port
   */
  public int port() {
    return door.baseUrl().getPort();
  }

  /**
   * What arrived; bodies are not read.
   *
   * @return the heads of requests
   */
  public List<StubRequest> requests() {
    return List.copyOf(requests);
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      StringBuilder head = new StringBuilder();
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        head.append(line).append('\n');
        line = in.readLine();
      }
      StubRequest request = StubRequest.of(head.toString(), "");
      requests.add(request);
      int length = request.header("Content-Length").map(Integer::parseInt).orElse(0);
      in.skip(length);
      socket.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException clientWentAway) {
      // the end of the connection
    }
  }

  @Override
  public void close() {
    door.close();
  }
}
