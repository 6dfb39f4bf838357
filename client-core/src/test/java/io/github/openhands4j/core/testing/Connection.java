package io.github.openhands4j.core.testing;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads the requests of one connection and plays the server's scripts to them. */
final class Connection implements Runnable, Closeable {

  private final ScriptedServer server;
  private final Socket socket;
  private final int number;
  private int position;

  Connection(ScriptedServer server, Socket socket, int number) {
    this.server = server;
    this.socket = socket;
    this.number = number;
  }

  @Override
  public void run() {
    try (Socket open = socket) {
      RecordedRequest request = next(open.getInputStream());
      while (request != null) {
        Script script = server.arrived(request);
        if (script.play(server.visit(request, open)) == Script.After.CLOSE) {
          return;
        }
        request = next(open.getInputStream());
      }
    } catch (IOException theClientWentAway) {
      // many scripts are written to provoke it
    } finally {
      server.ended(this);
    }
  }

  private @Nullable RecordedRequest next(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int read = in.read();
      if (read < 0) {
        return null;
      }
      head.write(read);
      server.received((byte) read);
      if (server.resetsInTheRequest()) {
        socket.setSoLinger(true, 0);
        return null;
      }
      text = head.size() < 4 ? "" : head.toString(StandardCharsets.ISO_8859_1);
    }
    byte[] body = in.readNBytes(contentLength(text));
    for (byte read : body) {
      server.received(read);
    }
    position++;
    return RecordedRequest.of(text, body, number, position);
  }

  private static int contentLength(String head) {
    return head.lines()
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("content-length:"))
        .mapToInt(line -> Integer.parseInt(line.substring("content-length:".length()).strip()))
        .findFirst()
        .orElse(0);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
