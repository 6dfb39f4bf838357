package io.github.openhands4j.faults.stub;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** What servers and those before them do to a request. */
public final class Behaviors {

  private static final String JSON = "application/json";
  private static final long ENOUGH = 256L << 20;
  private static final byte[] BLANKS = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);

  private Behaviors() {}

  /**
   * An answer as it should be.
   *
   * @return answers properly
   */
  public static Behavior proper() {
    return exchange -> exchange.answer(200, exchange.properAnswer());
  }

  /**
   * An error as the API writes it.
   *
   * @param status the status
   * @param headers header lines
   * @return answers with it
   */
  public static Behavior status(int status, String... headers) {
    return answer(status, JSON, "{\"detail\":\"stub\"}", headers);
  }

  /**
   * JSON with a success.
   *
   * @param body the JSON
   * @return answers with it
   */
  public static Behavior json(String body) {
    return answer(200, JSON, body);
  }

  /**
   * An answer.
   *
   * @param status the status
   * @param contentType the content type
   * @param body the body
   * @param headers further header lines
   * @return answers with it
   */
  public static Behavior answer(int status, String contentType, String body, String... headers) {
    return exchange -> exchange.write(Framing.LENGTH.answer(status, contentType, body, headers));
  }

  /**
   * A reset in the place of an answer.
   *
   * @return resets
   */
  public static Behavior reset() {
    return Exchange::reset;
  }

  /**
   * An orderly end in the place of an answer.
   *
   * @return ends the connection
   */
  public static Behavior end() {
    return Exchange::end;
  }

  /**
   * No answer, ever.
   *
   * @return keeps silent until the client goes
   */
  public static Behavior silence() {
    return Exchange::hold;
  }

  /**
   * The beginning of the proper answer, then the end of the connection; what was asked is done.
   *
   * @param framing how the answer says where it ends
   * @param kept how many bytes of it are sent
   * @return cuts the answer
   */
  public static Behavior cut(Framing framing, int kept) {
    return exchange -> {
      byte[] whole = framing.answer(200, JSON, exchange.properAnswer());
      exchange.write(Arrays.copyOf(whole, Math.min(kept, whole.length)));
      exchange.end();
    };
  }

  /**
   * The beginning of an answer, then one byte at a time without end.
   *
   * @param every the time between two bytes
   * @return drips
   */
  public static Behavior drip(Duration every) {
    return exchange -> {
      exchange.write("HTTP/1.1 200 Stub\r\nContent-Type: application/json\r\n\r\n");
      for (long sent = 0; sent < ENOUGH; sent++) {
        exchange.write(" ");
        exchange.pause(every);
      }
    };
  }

  /**
   * A body of blanks that does not end before 256 MiB.
   *
   * @return never ends
   */
  public static Behavior endless() {
    return exchange -> {
      exchange.write("HTTP/1.1 200 Stub\r\nContent-Type: application/json\r\n\r\n");
      for (long sent = 0; sent < ENOUGH; sent += BLANKS.length) {
        exchange.write(BLANKS);
      }
      exchange.end();
    };
  }

  /**
   * A few hundred KB of gzip that become 256 MiB.
   *
   * @return explodes
   */
  public static Behavior bomb() {
    return exchange -> {
      exchange.write(
          "HTTP/1.1 200 Stub\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\n\r\n");
      try (OutputStream gzip = new GZIPOutputStream(new Written(exchange))) {
        for (long sent = 0; sent < ENOUGH; sent += BLANKS.length) {
          gzip.write(BLANKS);
        }
      }
      exchange.end();
    };
  }

  /** A stream into an answer. */
  private static final class Written extends OutputStream {

    private final Exchange exchange;

    Written(Exchange exchange) {
      this.exchange = exchange;
    }

    @Override
    public void write(int b) throws IOException {
      exchange.write(new byte[] {(byte) b});
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      exchange.write(Arrays.copyOfRange(bytes, offset, offset + length));
    }
  }
}
