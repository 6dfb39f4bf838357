package io.github.openhands4j.realserver;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request or an answer of HTTP/1.1, read byte by byte.
 *
 * @param firstLine the request line or the status line
 * @param headers the headers, by lower-case name; of a repeated one the last
 * @param body the body without its chunks
 * @param bytes everything as it came
 */
record HttpMessage(
    String firstLine,
    Map<String, String> headers,
    @SuppressWarnings("ArrayRecordComponent") byte[] body,
    @SuppressWarnings("ArrayRecordComponent") byte[] bytes) {

  private static final String END_OF_HEAD = "\r\n\r\n";

  /** Keeps what was read from a stream. */
  private static final class Tape {
    private final InputStream source;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Tape(InputStream source) {
      this.source = source;
    }

    String line() throws IOException {
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      while (true) {
        int next = source.read();
        if (next < 0) {
          throw new EOFException();
        }
        bytes.write(next);
        if (next == '\n') {
          return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
        }
        line.write(next);
      }
    }

    byte[] exactly(int length) throws IOException {
      byte[] read = source.readNBytes(length);
      if (read.length < length) {
        throw new EOFException(); // whoever said it went in the middle
      }
      return kept(read);
    }

    byte[] rest() throws IOException {
      return kept(source.readAllBytes());
    }

    private byte[] kept(byte[] read) {
      bytes.writeBytes(read);
      return read;
    }
  }

  /** Reads a request, which has a length or no body. */
  static HttpMessage request(InputStream in) throws IOException {
    return read(in, true, false);
  }

  /**
   * Reads an answer, which ends with its length, its last chunk or its connection; one to {@code
   * HEAD} tells a length and has no body. Nothing behind its end is waited for.
   *
   * @throws EOFException if it breaks off
   */
  static HttpMessage answer(InputStream in, String method) throws IOException {
    return read(in, !method.equals("HEAD"), true);
  }

  private static HttpMessage read(InputStream in, boolean hasBody, boolean endsWithConnection)
      throws IOException {
    Tape tape = new Tape(in);
    String firstLine = tape.line();
    Map<String, String> headers = new TreeMap<>();
    for (String line = tape.line(); !line.isEmpty(); line = tape.line()) {
      int colon = line.indexOf(':');
      headers.put(
          line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
    }
    byte[] body;
    if (!hasBody) {
      body = new byte[0];
    } else if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
      body = chunks(tape);
    } else if (headers.containsKey("content-length")) {
      body = tape.exactly(Integer.parseInt(headers.get("content-length")));
    } else {
      body = endsWithConnection ? tape.rest() : new byte[0];
    }
    return new HttpMessage(firstLine, headers, body, tape.bytes.toByteArray());
  }

  private static byte[] chunks(Tape tape) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    while (true) {
      int length = Integer.parseInt(tape.line(), 16);
      body.writeBytes(tape.exactly(length));
      tape.line();
      if (length == 0) {
        return body.toByteArray();
      }
    }
  }

  /** One of the words of the first line. */
  String word(int index) {
    return List.of(firstLine.split(" ", 3)).get(index);
  }

  /** The target of a request without its query. */
  String path() {
    return word(1).replaceFirst("\\?.*", "");
  }

  /** How many bytes stand before the body, the empty line included. */
  int headLength() {
    return new String(bytes, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD)
        + END_OF_HEAD.length();
  }

  /** The body as text. */
  String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The same, asking for the connection to be closed behind it. */
  byte[] closing() {
    StringBuilder head = new StringBuilder(firstLine).append("\r\n");
    headers.forEach(
        (name, value) -> {
          if (!name.equals("connection")) {
            head.append(name).append(": ").append(value).append("\r\n");
          }
        });
    head.append("connection: close\r\n\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
