package io.github.openhands4j.compat.internal.files;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** One block that begins a member of a tar archive, in the formats ustar, pax and GNU; pure. */
final class TarHeader {

  static final int BLOCK = 512;

  private static final int NAME = 0;
  private static final int NAME_LENGTH = 100;
  private static final int SIZE = 124;
  private static final int TIME = 136;
  private static final int NUMBER_LENGTH = 12;
  private static final int SUM = 148;
  private static final int SUM_LENGTH = 8;
  private static final int TYPE = 156;
  private static final int LINK = 157;
  private static final int MAGIC = 257;
  private static final int PREFIX = 345;
  private static final int PREFIX_LENGTH = 155;

  /** The year 9999: what says more is damaged, and spoils no more than a date. */
  private static final long LATEST = 253_402_300_799L;

  private final byte[] block;

  TarHeader(byte[] block) {
    this.block = block;
  }

  /** A block of zeros ends the archive. */
  boolean isEnd() {
    for (byte b : block) {
      if (b != 0) {
        return false;
      }
    }
    return true;
  }

  /** Refuses what is no header: the sum of its bytes stands in it. */
  void check() throws IOException {
    long sum = 0;
    for (int i = 0; i < BLOCK; i++) {
      boolean inSum = i >= SUM && i < SUM + SUM_LENGTH;
      sum += inSum ? ' ' : (block[i] & 0xff);
    }
    if (sum != number(SUM, SUM_LENGTH)) {
      throw new IOException("the archive is damaged: a header has another sum than it says");
    }
  }

  char type() {
    return block[TYPE] == 0 ? '0' : (char) block[TYPE];
  }

  long size() throws IOException {
    return number(SIZE, NUMBER_LENGTH);
  }

  /** The member, with what records before it say of it. */
  TarEntry entry(Map<String, String> records) throws IOException {
    try {
      String named = records.getOrDefault("path", name());
      String sized = records.get("size");
      String dated = records.get("mtime");
      return new TarEntry(
          named,
          type() == '0' || type() == '7',
          type() == '1' ? records.getOrDefault("linkpath", text(LINK, NAME_LENGTH)) : "",
          sized == null ? size() : Long.parseLong(sized),
          dateOf(dated == null ? number(TIME, NUMBER_LENGTH) : (long) Double.parseDouble(dated)));
    } catch (NumberFormatException e) {
      throw new IOException("the archive is damaged: a record holds no number", e);
    }
  }

  private static Instant dateOf(long seconds) {
    return Instant.ofEpochSecond(Math.max(0, Math.min(seconds, LATEST)));
  }

  private String name() {
    String name = text(NAME, NAME_LENGTH);
    String prefix =
        text(MAGIC, 6).equals("ustar") ? text(PREFIX, PREFIX_LENGTH) : ""; // GNU has others there
    return prefix.isEmpty() ? name : prefix + "/" + name;
  }

  private String text(int from, int length) {
    int end = from;
    while (end < from + length && block[end] != 0) {
      end++;
    }
    return new String(block, from, end - from, StandardCharsets.UTF_8);
  }

  /** Octal digits, or, with the highest bit set, a binary number. */
  private long number(int from, int length) throws IOException {
    if ((block[from] & 0x80) != 0) {
      long value = block[from] & 0x3f;
      for (int i = from + 1; i < from + length; i++) {
        value = (value << 8) | (block[i] & 0xff);
      }
      return value;
    }
    String digits = text(from, length).strip();
    try {
      return digits.isEmpty() ? 0 : Long.parseLong(digits, 8);
    } catch (NumberFormatException e) {
      throw new IOException("the archive is damaged: a header holds no number", e);
    }
  }

  /** The records of a pax header: lines of {@code length key=value}. */
  static Map<String, String> records(byte[] content) throws IOException {
    Map<String, String> records = new HashMap<>();
    int at = 0;
    while (at < content.length) {
      int blank = at;
      while (blank < content.length && content[blank] != ' ') {
        blank++;
      }
      int length = lengthOf(content, at, blank);
      String line = new String(content, blank + 1, at + length - blank - 2, StandardCharsets.UTF_8);
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new IOException("the archive is damaged: a record has no value");
      }
      records.put(line.substring(0, equals), line.substring(equals + 1));
      at += length;
    }
    return records;
  }

  private static int lengthOf(byte[] content, int at, int blank) throws IOException {
    try {
      int length = Integer.parseInt(new String(content, at, blank - at, StandardCharsets.US_ASCII));
      if (length >= blank - at + 2 && length <= content.length - at) {
        return length;
      }
    } catch (NumberFormatException e) {
      throw new IOException("the archive is damaged: a record has no length", e);
    }
    throw new IOException("the archive is damaged: a record has a wrong length");
  }
}
