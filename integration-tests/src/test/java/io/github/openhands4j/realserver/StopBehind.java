package io.github.openhands4j.realserver;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes on until a text has come, and stops once behind it. Not thread-safe. */
final class StopBehind extends FilterOutputStream {

  /** What happens there. */
  @FunctionalInterface
  interface Stop {
    void happen() throws IOException;
  }

  private final String text;
  private final Stop stop;
  private final StringBuilder written = new StringBuilder();
  private boolean stopped;

  StopBehind(OutputStream target, String text, Stop stop) {
    super(target);
    this.text = text;
    this.stop = stop;
  }

  @Override
  public void write(int single) throws IOException {
    write(new byte[] {(byte) single}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int place = -1;
    if (!stopped) {
      written.append(new String(bytes, offset, length, StandardCharsets.ISO_8859_1));
      place = written.indexOf(text);
    }
    if (place < 0) {
      out.write(bytes, offset, length);
      return;
    }
    stopped = true;
    int behind = written.length() - place - text.length();
    out.write(bytes, offset, length - behind);
    out.flush();
    stop.happen();
    out.write(bytes, offset + length - behind, behind);
  }
}
