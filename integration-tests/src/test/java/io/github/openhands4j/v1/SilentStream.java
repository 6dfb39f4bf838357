package io.github.openhands4j.v1;

import io.github.openhands4j.testing.LoopbackDoor;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose stream of a start tells one state and then nothing, while the start goes on. */
final class SilentStream implements AutoCloseable {

  private static final Pattern ID = Pattern.compile("\"conversation_id\":\"([0-9a-f]{32})\"");
  private static final String TASK = "9f4c47790f134c0a8f7c3dbd2f0f6a11";

  private final AtomicInteger starts = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final LoopbackDoor door = new LoopbackDoor("silent-stream", this::serve);
  private volatile String id = "";

  URI baseUrl() {
    return door.baseUrl();
  }

  int starts() {
    return starts.get();
  }

  private void serve(Socket socket) {
    try (socket) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
      OutputStream out = socket.getOutputStream();
      for (String first = in.readLine(); first != null; first = in.readLine()) {
        String body = body(in);
        if (first.startsWith("POST")) {
          starts.incrementAndGet();
          Matcher sent = ID.matcher(body);
          id = sent.find() ? sent.group(1) : "";
          String begun = "[\n" + task("WORKING");
          write(
              out,
              "Transfer-Encoding: chunked",
              Integer.toHexString(begun.length()) + "\r\n" + begun + "\r\n");
          closed.await();
          return;
        }
        String list = first.contains("start-tasks") ? "[" + task("READY") + "]" : "[null]";
        write(out, "Content-Length: " + list.length(), list);
      }
    } catch (IOException clientWentAway) {
      // the end of a stream that nobody reads any more
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String body(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    char[] body = new char[length];
    int read = 0;
    while (read < length) {
      read += Math.max(0, in.read(body, read, length - read));
    }
    return new String(body);
  }

  private static void write(OutputStream out, String header, String body) throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + header + "\r\n\r\n";
    out.write((head + body).getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private String task(String status) {
    boolean ready = status.equals("READY");
    return "{\"id\":\""
        + TASK
        + "\",\"status\":\""
        + status
        + "\",\"app_conversation_id\":"
        + (ready ? "\"" + id + "\"" : "null")
        + ",\"request\":{\"conversation_id\":\""
        + id
        + "\"}}";
  }

  @Override
  public void close() {
    closed.countDown();
    door.close();
  }
}
