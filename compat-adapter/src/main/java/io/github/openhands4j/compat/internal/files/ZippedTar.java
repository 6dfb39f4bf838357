package io.github.openhands4j.compat.internal.files;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A zip file made, while it is read, of a compressed tar archive: its files, with paths from the
 * archived folder. Holds some kilobytes, whatever the size. Not thread-safe.
 */
final class ZippedTar extends InputStream {

  private static final int CHUNK = 1 << 16;

  /** Sixteen bits of a zip file count its bytes, of which a character may have three. */
  private static final int LONGEST_NAME = 0xffff / 3;

  /** What agent servers add to an archive; a file of a user has a date. */
  private static final String MANIFEST = "archive_manifest.json";

  private final InputStream source;
  private final TarReader tar;
  private final Drain drain = new Drain();
  private final ZipOutputStream zip = new ZipOutputStream(drain);
  private final Set<String> names = new HashSet<>();
  private final byte[] chunk = new byte[CHUNK];
  private boolean inFile;
  private boolean done;
  private boolean closed;

  /**
   * Begins to read.
   *
   * @param source the archive; closed with this stream
   * @throws IOException if it is not compressed as expected
   */
  ZippedTar(InputStream source) throws IOException {
    this.source = source;
    this.tar = new TarReader(new GZIPInputStream(source, CHUNK));
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] buffer, int from, int length) throws IOException {
    if (closed) {
      throw new IOException("the zip file is closed");
    }
    try {
      while (drain.isEmpty() && !done && length > 0) {
        step();
      }
    } catch (EOFException cut) { // which the JDK's own reader takes for the end of a zip file
      throw new IOException("The archive of the workspace was cut.", cut);
    }
    return drain.isEmpty() && length > 0 ? -1 : drain.take(buffer, from, length);
  }

  @Override
  public void close() throws IOException {
    closed = true;
    source.close();
  }

  private void step() throws IOException {
    int count = inFile ? tar.read(chunk) : -1;
    if (count >= 0) {
      zip.write(chunk, 0, count);
      return;
    }
    if (inFile) {
      zip.closeEntry();
      inFile = false;
    }
    Optional<TarEntry> next = tar.next();
    if (next.isEmpty()) {
      zip.close();
      done = true;
    } else {
      open(next.get());
    }
  }

  private void open(TarEntry member) throws IOException {
    String name = nameOf(member.name());
    boolean added = name.equals(MANIFEST) && member.modified().equals(Instant.EPOCH);
    if (member.file() && !name.isEmpty() && !added && names.add(name)) {
      if (name.length() > LONGEST_NAME) {
        throw new IOException("the archive has a name too long for a zip file");
      }
      ZipEntry entry = new ZipEntry(name);
      entry.setLastModifiedTime(FileTime.from(member.modified()));
      zip.putNextEntry(entry);
      inFile = true;
    }
  }

  /**
   * Without the archived folder itself; empty for a name that leads out of it. On Windows a
   * backslash would lead out too.
   */
  private static String nameOf(String path) {
    List<String> parts =
        Arrays.stream(path.split("/", -1)).filter(part -> !part.isEmpty()).toList();
    return parts.size() < 2 || path.startsWith("/") || parts.contains("..")
        ? ""
        : String.join("/", parts.subList(1, parts.size())).replace('\\', '_');
  }

  /** What the zip file has so far and was not read yet. */
  private static final class Drain extends ByteArrayOutputStream {

    private int taken;

    boolean isEmpty() {
      return taken == count;
    }

    int take(byte[] buffer, int from, int length) {
      int size = Math.min(length, count - taken);
      System.arraycopy(buf, taken, buffer, from, size);
      taken += size;
      if (taken == count) {
        reset();
        taken = 0;
      }
      return size;
    }
  }
}
