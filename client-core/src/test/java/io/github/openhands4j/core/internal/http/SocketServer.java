package io.github.openhands4j.core.internal.http;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A server of one socket, whose frames are written by hand. */
final class SocketServer implements AutoCloseable {

  private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

  private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final String extensions;
  private @Nullable Socket visitor;

  /** One that says it uses extensions, asked for or not; none if empty. */
  SocketServer(String extensions) throws IOException {
    this.extensions = extensions;
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + door.getLocalPort());
  }

  /** Lets the socket in, and tells the head of its request. */
  String head() throws IOException {
    Socket came = door.accept();
    visitor = came;
    InputStream in = came.getInputStream();
    StringBuilder text = new StringBuilder();
    while (text.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the head ended early");
      }
      text.append((char) next);
    }
    String head = text.toString();
    String key =
        head.lines()
            .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("sec-websocket-key:"))
            .map(line -> line.substring(line.indexOf(':') + 1).strip())
            .findFirst()
            .orElseThrow();
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + (extensions.isEmpty() ? "" : "\r\nSec-WebSocket-Extensions: " + extensions)
            + "\r\n\r\n";
    write(answer.getBytes(StandardCharsets.US_ASCII));
    return head;
  }

  private static String accept(String key) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-1")
              .digest((key + MAGIC).getBytes(StandardCharsets.US_ASCII));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Sends a frame; its first byte holds its kind, and whether it is the last of a message. */
  void frame(int first, String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream frame = new DataOutputStream(bytes);
    frame.writeByte(first);
    frame.writeByte(127);
    frame.writeLong(text.length());
    frame.writeBytes(text);
    write(bytes.toByteArray());
  }

  private void write(byte[] bytes) throws IOException {
    Socket to = visitor;
    if (to == null) {
      throw new IOException("nobody came");
    }
    to.getOutputStream().write(bytes);
  }

  @Override
  public void close() throws IOException {
    Socket came = visitor;
    if (came != null) {
      came.close();
    }
    door.close();
  }
}
