package io.github.openhands4j.benchmarks.server;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads requests of HTTP/1.1 from a connection and writes answers to it. */
final class Wire {

  private final InputStream in;
  private final OutputStream out;

  Wire(Socket socket) throws IOException {
    in = new BufferedInputStream(socket.getInputStream());
    out = socket.getOutputStream();
  }

  /** The next request, or null when the client is done with the connection. */
  @Nullable Received next() throws IOException {
    String first = line();
    if (first.isEmpty()) {
      return null;
    }
    int length = 0;
    for (String header = line(); !header.isEmpty(); header = line()) {
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    String body = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    int method = first.indexOf(' ');
    return new Received(
        first.substring(0, method), first.substring(method + 1, first.lastIndexOf(' ')), body);
  }

  void answer(Reply.Json reply) throws IOException {
    byte[] body = reply.json().getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 200 OK\r\ndate: "
            + DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC))
            + (reply.last() ? "\r\nconnection: close" : "")
            + "\r\nserver: benchmark\r\ncontent-type: application/json\r\ncontent-length: "
            + body.length
            + "\r\n\r\n";
    ByteArrayOutputStream whole = new ByteArrayOutputStream(head.length() + body.length);
    whole.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    whole.writeBytes(body);
    whole.writeTo(out);
    out.flush();
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder(64);
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
