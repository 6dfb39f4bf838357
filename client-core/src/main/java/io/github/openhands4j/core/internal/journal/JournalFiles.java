package io.github.openhands4j.core.internal.journal;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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
  private static final String FILES = "starts-*.journal";

  private final Path directory;
  private final String prefix;
  private int number = 1;

  JournalFiles(Path directory) {
    this.directory = directory;
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

  /** The file of this process, at its end; a new one when it has grown large. */
  FileChannel openToAppend(Instant now) throws IOException {
    while (true) {
      FileChannel file = open(directory.resolve(prefix + number + ".journal"));
      long size = file.size();
      if (size < LARGEST) {
        if (size == 0) {
          forceDirectory();
          removeOld(now);
        }
        return file;
      }
      file.close();
      number++;
    }
  }

  /** The text of all files, of whichever process. */
  List<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILES)) {
      for (Path file : files) {
        try {
          texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
        } catch (NoSuchFileException removedMeanwhile) {
          LOG.debug("a journal file went while the journal was read");
        }
      }
    }
    return texts;
  }

  private static FileChannel open(Path path) throws IOException {
    return FileChannel.open(
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
    try (FileChannel handle = FileChannel.open(directory, StandardOpenOption.READ)) {
      handle.force(true);
    } catch (IOException notHere) {
      LOG.debug("this system does not force directories to disk");
    }
  }

  private void removeOld(Instant now) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, FILES)) {
      for (Path file : files) {
        if (Files.getLastModifiedTime(file).toInstant().isBefore(now.minus(KEPT))) {
          Files.deleteIfExists(file);
        }
      }
    } catch (NoSuchFileException removedMeanwhile) {
      LOG.debug("another process removed an old journal file");
    }
  }
}
