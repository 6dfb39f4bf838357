package io.github.openhands4j.faults.stub;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** How an answer says where it ends. */
public enum Framing {
  /** By its length. */
  LENGTH,
  /** By a last chunk. */
  CHUNKED,
  /** By the end of the connection. */
  UNTIL_CLOSE;

  private static final int CHUNK = 50;

  /**
   * A whole answer.
   *
   * @param status the status
   * @param contentType the content type
   * @param body the body
   * @param headers further header lines
   * @return its bytes, from the status line on
   */
  public byte[] answer(int status, String contentType, String body, String... headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Stub\r\n");
    for (String header : headers) {
      head.append(header).append("\r\n");
    }
    head.append("Content-Type: ").append(contentType).append("\r\n");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    switch (this) {
      case LENGTH -> {
        put(out, head + "Content-Length: " + bytes.length + "\r\n\r\n");
        out.writeBytes(bytes);
      }
      case UNTIL_CLOSE -> {
        put(out, head + "Connection: close\r\n\r\n");
        out.writeBytes(bytes);
      }
      case CHUNKED -> {
        put(out, head + "Transfer-Encoding: chunked\r\n\r\n");
        for (int from = 0; from < bytes.length; from += CHUNK) {
          byte[] chunk = Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + CHUNK));
          put(out, Integer.toHexString(chunk.length) + "\r\n");
          out.writeBytes(chunk);
          put(out, "\r\n");
        }
        put(out, "0\r\n\r\n");
      }
    }
    return out.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.ISO_8859_1));
  }
}
