package io.github.openhands4j.core.internal.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The files of a journal: which one this process appends to, which are read, which go. */
final class JournalFiles {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.journal");
  private static final long LARGEST = 1 << 20;
  private static final Duration KEPT = Duration.ofDays(30);
  private static final Duration APPENDED_TO = KEPT.minusDays(1);
  private static final String FILES = "starts-*.journal";

  /** Opens files, as {@link FileChannel} does. */
  @FunctionalInterface
  interface Opener {
    FileChannel open(Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
        throws IOException;
  }

  private final Path directory;
  private final Opener opener;
  private final String prefix;
  private int number = 1;

  JournalFiles(Path directory) {
    this(directory, FileChannel::open);
  }

  JournalFiles(Path directory, Opener opener) {
    this.directory = directory;
    this.opener = opener;
    ProcessHandle self = ProcessHandle.current();
    long since = self.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    this.prefix = "starts-" + self.pid() + "-" + since + "-";
  }

  /** Makes the directory, for its owner only. */
  static void make(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory, ownerOnly(directory, "rwx------"));
    }
    if (!Files.isWritable(directory)) {
      throw new IOException("the directory is not writable");
    }
  }

  /** The file of this process, at its end; a new one when it has grown large or old. */
  FileChannel openToAppend(Instant now) throws IOException {
    while (isDone(current(), now)) {
      number++;
    }
    boolean fresh = sizeOf(current()) <= 0;
    if (fresh) {
      removeOld(now);
    }
    FileChannel file = open(current());
    if (fresh) {
      forceDirectory();
    }
    return file;
  }

  /**
   * Appends a line to what {@link #openToAppend} gave.
   *
   * @return false if another process removed the file meanwhile: the line is lost, and the next
   *     file is another one
   */
  boolean append(FileChannel file, byte[] line, boolean durably) throws IOException {
    if (file.write(ByteBuffer.wrap(line)) < line.length) {
      throw new IOException("the line was written in part only: is the disk full?");
    }
    if (!durably) {
      return true;
    }
    file.force(false);
    long size = file.size();
    if (sizeOf(current()) >= size) {
      return true;
    }
    number++;
    return false;
  }

  /** All files, of whichever process, that can be read. */
  List<JournalFile> readable() throws IOException {
    List<JournalFile> read = new ArrayList<>();
    for (Path path : paths()) {
      try {
        read.add(JournalFile.read(path));
      } catch (NoSuchFileException removedMeanwhile) {
        LOG.debug("a journal file went while the journal was read");
      } catch (IOException unreadable) {
        LOG.warn(
            "a file of the start journal cannot be read, its starts are left out"
                + " [file={}, failure={}]",
            path,
            unreadable.toString());
      }
    }
    return read;
  }

  private List<Path> paths() throws IOException {
    List<Path> paths = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILES)) {
      files.forEach(paths::add);
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return paths;
  }

  private Path current() {
    return directory.resolve(prefix + number + ".journal");
  }

  private static long sizeOf(Path path) throws IOException {
    try {
      return Files.size(path);
    } catch (NoSuchFileException notThere) {
      return -1;
    }
  }

  /** Nothing is appended to a file that another process may be about to remove. */
  private static boolean isDone(Path path, Instant now) throws IOException {
    try {
      return sizeOf(path) >= LARGEST
          || Files.getLastModifiedTime(path).toInstant().isBefore(now.minus(APPENDED_TO));
    } catch (NoSuchFileException free) {
      return false;
    }
  }

  private FileChannel open(Path path) throws IOException {
    return opener.open(
        path,
        Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND),
        ownerOnly(path, "rw-------"));
  }

  private static FileAttribute<?>[] ownerOnly(Path path, String permissions) {
    return path.getFileSystem().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        }
        : new FileAttribute<?>[0];
  }

  /** A new file outlives a crash only when its directory is on the disk too. */
  private void forceDirectory() {
    try (FileChannel handle = opener.open(directory, Set.of(StandardOpenOption.READ))) {
      handle.force(true);
    } catch (IOException notHere) {
      LOG.debug("this system does not force directories to disk");
    }
  }

  /** Files are removed only if all could be read: each may hold what makes another needed. */
  private void removeOld(Instant now) {
    try {
      List<JournalFile> files = new ArrayList<>();
      for (Path path : paths()) {
        files.add(JournalFile.read(path));
      }
      for (JournalFile old : CleanUp.going(files, now.minus(KEPT))) {
        if (Files.getLastModifiedTime(old.path()).equals(old.modified())) {
          Files.delete(old.path());
        }
      }
    } catch (NoSuchFileException removedMeanwhile) {
      LOG.debug("another process removed an old journal file");
    } catch (IOException | RuntimeException failure) {
      LOG.warn(
          "old files of the start journal were not removed [directory={}, failure={}]",
          directory,
          failure.toString());
    }
  }
}
