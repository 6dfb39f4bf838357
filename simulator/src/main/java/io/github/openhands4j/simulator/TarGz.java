package io.github.openhands4j.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;

/** Writes a gzipped tar in the ustar format. Names of more than 100 bytes use its prefix field. */
final class TarGz {

  private static final int BLOCK = 512;
  private static final int NAME = 100;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final Instant time;

  /** An empty archive whose entries are of this time. */
  TarGz(Instant time) {
    this.time = time;
  }

  /** Adds a directory. */
  void directory(String name) {
    header(name + "/", '5', 0);
  }

  /** Adds a file. */
  void file(String name, byte[] content) {
    header(name, '0', content.length);
    bytes.writeBytes(content);
    bytes.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
  }

  /** Adds one more name of a file that was added. */
  void link(String name, String target) {
    header(name, '1', 0, target);
  }

  /** The whole archive. */
  byte[] finish() {
    bytes.writeBytes(new byte[2 * BLOCK]);
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      bytes.writeTo(gzip);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }

  private void header(String name, char type, int size) {
    header(name, type, size, "");
  }

  private void header(String name, char type, int size, String target) {
    byte[] header = new byte[BLOCK];
    byte[] whole = name.getBytes(StandardCharsets.UTF_8);
    int cut = 0;
    if (whole.length > NAME) {
      cut = name.indexOf('/', name.length() - NAME - 1) + 1;
      if (cut == 0) {
        throw new IllegalArgumentException("a name too long for this archive: " + name);
      }
    }
    put(header, 0, name.substring(cut));
    put(header, 100, type == '5' ? "0000755" : "0000644");
    put(header, 108, "0001750");
    put(header, 116, "0001750");
    put(header, 124, octal(size));
    put(header, 136, octal(time.getEpochSecond()));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 157, target);
    put(header, 257, "ustar\u000000");
    put(header, 345, cut == 0 ? "" : name.substring(0, cut - 1));
    int sum = 0;
    for (byte each : header) {
      sum += each & 0xff;
    }
    put(header, 148, String.format(Locale.ROOT, "%06o\0 ", sum));
    bytes.writeBytes(header);
  }

  private static String octal(long number) {
    return String.format(Locale.ROOT, "%011o", number);
  }

  private static void put(byte[] header, int at, String text) {
    byte[] written = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(written, 0, header, at, written.length);
  }
}
