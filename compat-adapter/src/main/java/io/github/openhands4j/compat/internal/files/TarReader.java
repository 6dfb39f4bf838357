package io.github.openhands4j.compat.internal.files;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads a tar archive from front to back, once. Not thread-safe. */
final class TarReader {

  /** Names and records are small; a larger one is an attack or damage. */
  private static final int LARGEST_RECORD = 1 << 20;

  private final InputStream in;
  private long left;
  private long padding;

  TarReader(InputStream in) {
    this.in = in;
  }

  /** Goes to the next member, over what was not read of the one before; empty at the end. */
  Optional<TarEntry> next() throws IOException {
    in.skipNBytes(left + padding);
    left = 0;
    padding = 0;
    Map<String, String> records = new HashMap<>();
    while (true) {
      TarHeader header = new TarHeader(exactly(TarHeader.BLOCK));
      if (header.isEnd()) {
        return Optional.empty();
      }
      header.check();
      switch (header.type()) {
        case 'x' -> records.putAll(TarHeader.records(content(header)));
        case 'L' -> records.put("path", withoutZeros(content(header)));
        case 'K' -> records.put("linkpath", withoutZeros(content(header)));
        case 'g' -> content(header); // of no use here
        default -> {
          TarEntry entry = header.entry(records);
          if (entry.size() < 0) {
            throw new IOException("the archive is damaged: a member has a negative size");
          }
          left = entry.size();
          padding = paddingOf(left);
          return Optional.of(entry);
        }
      }
    }
  }

  /** Reads of the member; -1 at its end. */
  int read(byte[] buffer) throws IOException {
    if (left == 0) {
      return -1;
    }
    int count = in.read(buffer, 0, (int) Math.min(buffer.length, left));
    if (count < 0) {
      throw new EOFException("the archive ends within a file");
    }
    left -= count;
    return count;
  }

  private byte[] content(TarHeader header) throws IOException {
    long size = header.size();
    if (size < 0 || size > LARGEST_RECORD) {
      throw new IOException("the archive is damaged: a record of " + size + " bytes");
    }
    byte[] content = exactly((int) size);
    in.skipNBytes(paddingOf(size));
    return content;
  }

  private byte[] exactly(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new EOFException("the archive ends before its end mark");
    }
    return bytes;
  }

  private static String withoutZeros(byte[] content) {
    String text = new String(content, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  private static long paddingOf(long size) {
    return (TarHeader.BLOCK - size % TarHeader.BLOCK) % TarHeader.BLOCK;
  }
}
