package io.github.openhands4j.compat.internal.files;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Writes tar archives for tests. */
final class TarBytes {

  private static final int BLOCK = 512;
  private static final long SOME_DAY = 1_700_000_000L;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  TarBytes file(String name, byte[] content) {
    return member(name, "", '0', content, SOME_DAY);
  }

  TarBytes dated(String name, byte[] content, long seconds) {
    return member(name, "", '0', content, seconds);
  }

  TarBytes folder(String name) {
    return member(name, "", '5', new byte[0], SOME_DAY);
  }

  /** A symbolic link. */
  TarBytes link(String name, String target) {
    return member(name, "", '2', target, new byte[0], SOME_DAY);
  }

  /** One more name of a file. */
  TarBytes hardLink(String name, String target) {
    return member(name, "", '1', target, new byte[0], SOME_DAY);
  }

  /** The same with a GNU record of the target before it. */
  TarBytes gnuHardLink(String name, String target) {
    member("././@LongLink", "", 'K', (target + "\0").getBytes(StandardCharsets.UTF_8), SOME_DAY);
    return member(name, "", '1', "short", new byte[0], SOME_DAY);
  }

  TarBytes prefixed(String prefix, String name, byte[] content) {
    return member(name, prefix, '0', content, SOME_DAY);
  }

  /** A member whose name stands in a pax header before it. */
  TarBytes pax(String name, byte[] content) {
    byte[] value = (" path=" + name + "\n").getBytes(StandardCharsets.UTF_8);
    int length = value.length;
    while (length != value.length + String.valueOf(length).length()) {
      length = value.length + String.valueOf(length).length();
    }
    byte[] record = (length + " path=" + name + "\n").getBytes(StandardCharsets.UTF_8);
    member("PaxHeader", "", 'x', record, SOME_DAY);
    return member("short", "", '0', content, SOME_DAY);
  }

  /** A member whose name stands in a GNU record before it. */
  TarBytes gnu(String name, byte[] content) {
    member("././@LongLink", "", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8), SOME_DAY);
    return member("short", "", '0', content, SOME_DAY);
  }

  byte[] bytes() {
    byte[] members = out.toByteArray();
    return Arrays.copyOf(members, members.length + 2 * BLOCK);
  }

  private TarBytes member(String name, String prefix, char type, byte[] content, long seconds) {
    return member(name, prefix, type, "", content, seconds);
  }

  private TarBytes member(
      String name, String prefix, char type, String link, byte[] content, long seconds) {
    byte[] header = new byte[BLOCK];
    put(header, 0, name);
    put(header, 100, "0000644\0");
    put(header, 124, String.format("%011o\0", content.length));
    put(header, 136, String.format("%011o\0", seconds));
    put(header, 148, "        ");
    header[156] = (byte) type;
    put(header, 157, link);
    put(header, 257, "ustar\00000");
    put(header, 345, prefix);
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, String.format("%06o\0 ", sum));
    out.writeBytes(header);
    out.writeBytes(content);
    out.writeBytes(new byte[(BLOCK - content.length % BLOCK) % BLOCK]);
    return this;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }
}
