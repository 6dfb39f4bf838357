package io.github.openhands4j.core.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** The things servers, gateways and attackers do to a request. */
public final class Scripts {

  private static final long WITHOUT_END = 256L << 20;

  private Scripts() {}

  /**
   * Answers properly and keeps the connection.
   *
   * @param status the status
   * @param contentType the content type
   * @param body the body
   * @param headers further header lines
   * @return the script
   */
  public static Script answer(int status, String contentType, String body, String... headers) {
    int length = body.getBytes(StandardCharsets.UTF_8).length;
    List<String> all = new ArrayList<>(List.of(headers));
    all.add("Content-Type: " + contentType);
    all.add("Content-Length: " + length);
    String answer = head(status, all.toArray(String[]::new)) + body;
    return visit -> {
      visit.write(answer);
      return Script.After.KEEP;
    };
  }

  /**
   * Answers 200 with JSON and keeps the connection.
   *
   * @param body the JSON
   * @return the script
   */
  public static Script json(String body) {
    return answer(200, "application/json", body);
  }

  /**
   * Answers with a status, as JSON, and keeps the connection.
   *
   * @param status the status
   * @param headers header lines
   * @return the script
   */
  public static Script status(int status, String... headers) {
    return answer(status, "application/json", "{\"detail\":\"scripted\"}", headers);
  }

  /**
   * Sends the given bytes for an answer and closes the connection.
   *
   * @param answer the answer from its status line on
   * @return the script
   */
  public static Script raw(String answer) {
    return visit -> {
      visit.write(answer);
      return Script.After.CLOSE;
    };
  }

  /**
   * Closes the connection in place of an answer.
   *
   * @return the script
   */
  public static Script drop() {
    return visit -> Script.After.CLOSE;
  }

  /**
   * Resets the connection in place of an answer.
   *
   * @return the script
   */
  public static Script reset() {
    return visit -> {
      visit.resetOnClose();
      return Script.After.CLOSE;
    };
  }

  /**
   * Plays a script, then closes the connection although the answer promised to keep it.
   *
   * @param script the script
   * @return the script
   */
  public static Script thenClose(Script script) {
    return visit -> {
      script.play(visit);
      return Script.After.CLOSE;
    };
  }

  /**
   * Plays a script to the first request of a connection, and closes it at the second one.
   *
   * @param script the script
   * @return the script
   */
  public static Script onlyOncePerConnection(Script script) {
    return visit -> visit.request().position() > 1 ? Script.After.CLOSE : script.play(visit);
  }

  /**
   * Never says anything.
   *
   * @return the script
   */
  public static Script silence() {
    return visit -> {
      visit.hold();
      return Script.After.CLOSE;
    };
  }

  /**
   * Sends text at once, then never anything more.
   *
   * @param text the beginning of an answer
   * @return the script
   */
  public static Script stallAfter(String text) {
    return visit -> {
      visit.write(text);
      visit.hold();
      return Script.After.CLOSE;
    };
  }

  /**
   * Sends text at once, then one more byte at a time without end.
   *
   * @param text the beginning of an answer
   * @param every the time between two bytes
   * @return the script
   */
  public static Script dripAfter(String text, Duration every) {
    return visit -> {
      visit.write(text);
      for (long sent = 0; sent < WITHOUT_END; sent++) {
        visit.pause(every);
        visit.write("x");
      }
      return Script.After.CLOSE;
    };
  }

  /**
   * Answers 200 with a body of blanks that does not end before 256 MiB.
   *
   * @param header a header line that says how long the body is
   * @return the script
   */
  public static Script endlessBody(String header) {
    byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    return visit -> {
      visit.write(head(200, "Content-Type: application/json", header));
      for (long sent = 0; sent < WITHOUT_END; sent += block.length) {
        visit.write(block);
      }
      return Script.After.CLOSE;
    };
  }

  /**
   * Answers 200 with chunks of bytes, and keeps the connection.
   *
   * @param header a header line
   * @param bytes the body
   * @param chunk the size of a chunk
   * @return the script
   */
  public static Script chunked(String header, byte[] bytes, int chunk) {
    return visit -> {
      visit.write(head(200, header, "Transfer-Encoding: chunked"));
      for (int at = 0; at < bytes.length; at += chunk) {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(at + chunk, bytes.length));
        visit.write(Integer.toHexString(part.length) + "\r\n");
        visit.write(part);
        visit.write("\r\n");
      }
      visit.write("0\r\n\r\n");
      return Script.After.KEEP;
    };
  }

  /**
   * Answers 200 with a few hundred KB of gzip that become 256 MiB.
   *
   * @return the script
   */
  public static Script gzipBomb() {
    byte[] block = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    return visit -> {
      visit.write(
          head(
              200,
              "Content-Type: application/json",
              "Content-Encoding: gzip",
              "Connection: close"));
      try (OutputStream gzip = new GZIPOutputStream(new VisitStream(visit))) {
        for (long sent = 0; sent < WITHOUT_END; sent += block.length) {
          gzip.write(block);
        }
      }
      return Script.After.CLOSE;
    };
  }

  /**
   * The head of an answer.
   *
   * @param status the status
   * @param headers header lines
   * @return status line, header lines and the empty line
   */
  public static String head(int status, String... headers) {
    return Stream.concat(Stream.of("HTTP/1.1 " + status + " Scripted"), Stream.of(headers))
        .collect(Collectors.joining("\r\n", "", "\r\n\r\n"));
  }

  /** A stream into an answer. */
  private static final class VisitStream extends OutputStream {

    private final Visit visit;

    VisitStream(Visit visit) {
      this.visit = visit;
    }

    @Override
    public void write(int b) throws IOException {
      visit.write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      visit.write(Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }
}
