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
import org.jspecify.annotations.Nullable;

/**
 * A zip file made, while it is read, of a compressed tar archive: its files, with paths from the
 * archived folder. Other names of a file (hard links) have its content too, which is read anew;
 * symbolic links are left out, since they may lead anywhere where the zip file is unpacked. Holds
 * some kilobytes whatever the size of the files, and the name of each with its place in the zip
 * file, since a zip file ends with a list of them. Not thread-safe.
 */
final class ZippedTar extends InputStream {

  private static final int CHUNK = 1 << 16;

  /** Sixteen bits of a zip file count its bytes, of which a character may have three. */
  private static final int LONGEST_NAME = 0xffff / 3;

  /** What agent servers add to an archive; a file of a user has a date. */
  private static final String MANIFEST = "archive_manifest.json";

  /** Opens a file of the archived folder. */
  interface Files {

    /**
     * Opens it.
     *
     * @param path the path from the archived folder
     * @return its content, to be closed
     * @throws IOException if it cannot be read
     */
    InputStream open(String path) throws IOException;
  }

  private final GZIPInputStream unpacked;
  private final Files files;
  private final TarReader tar;
  private final Drain drain = new Drain();
  private final ZipWriter zip = new ZipWriter(drain);
  private final Set<String> names = new HashSet<>();
  private final byte[] chunk = new byte[CHUNK];
  private boolean inFile;
  private @Nullable InputStream linked;
  private boolean done;
  private boolean closed;

  /**
   * Begins to read.
   *
   * @param source the archive; closed with this stream
   * @param files the files that are in it
   * @throws IOException if it is not compressed as expected
   */
  ZippedTar(InputStream source, Files files) throws IOException {
    this.files = files;
    this.unpacked = new GZIPInputStream(source, CHUNK);
    this.tar = new TarReader(unpacked);
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
    zip.abandon();
    try {
      endLinked();
    } finally {
      unpacked.close(); // and the source with it
    }
  }

  private void step() throws IOException {
    int count = inFile ? readFile() : -1;
    if (count >= 0) {
      zip.write(chunk, 0, count);
      return;
    }
    if (inFile) {
      zip.closeEntry();
      endLinked();
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

  private int readFile() throws IOException {
    return linked == null ? tar.read(chunk) : linked.read(chunk);
  }

  private void endLinked() throws IOException {
    if (linked != null) {
      linked.close();
      linked = null;
    }
  }

  private void open(TarEntry member) throws IOException {
    String name = nameOf(member.name());
    boolean added = name.equals(MANIFEST) && member.modified().equals(Instant.EPOCH);
    String other = nameOf(member.hardLink());
    boolean wanted = member.file() || !other.isEmpty();
    if (wanted && !name.isEmpty() && !added && !names.contains(name)) {
      if (!other.isEmpty()) {
        if (!names.contains(other)) {
          throw new IOException("the archive is damaged: a link to a file that is not in it");
        }
        linked = files.open(other);
      }
      names.add(name);
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
