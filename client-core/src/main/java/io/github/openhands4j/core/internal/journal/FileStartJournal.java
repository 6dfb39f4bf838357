package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.StartJournal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * A journal in files: each process appends to its own and reads all.
 *
 * <p>A line is written in one go between two line ends, so that several journals of one process can
 * append to one file, and a torn line spoils no other. The file is open only during a write: there
 * is nothing to close. Thread-safe.
 */
public final class FileStartJournal implements StartJournal {

  private static final int MOST_ATTEMPTS = 5;

  private final Path directory;
  private final JournalFiles files;
  private final Supplier<Instant> now;
  private final ReentrantLock lock = new ReentrantLock();

  FileStartJournal(Path directory, Supplier<Instant> now) {
    this(directory, new JournalFiles(directory), now);
  }

  FileStartJournal(Path directory, JournalFiles files, Supplier<Instant> now) {
    this.directory = directory;
    this.files = files;
    this.now = now;
  }

  /**
   * A journal in a directory, which is made if it is not there.
   *
   * @param directory the directory
   * @return the journal
   * @throws ConfigurationException if the directory cannot be made or written to
   */
  public static StartJournal in(Path directory) {
    try {
      JournalFiles.make(directory);
    } catch (IOException e) {
      throw new ConfigurationException(
          ErrorCode.JOURNAL_UNUSABLE,
          "The directory of the start journal, "
              + directory
              + ", cannot be used ("
              + e.getClass().getSimpleName()
              + "). Make it writable, or set journal.dir to another.");
    }
    return new FileStartJournal(directory, Instant::now);
  }

  @Override
  public void write(Entry entry) {
    byte[] line = ("\n" + JournalLine.of(entry) + "\n").getBytes(StandardCharsets.UTF_8);
    boolean interrupted = false;
    lock.lock();
    try {
      for (int attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        // A channel closes itself when its thread is interrupted; the line must be written whole.
        interrupted |= Thread.interrupted();
        if (append(line, entry.state() == State.BEGUN)) {
          return;
        }
      }
      throw new IOException("the line was lost again and again");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean append(byte[] line, boolean durably) throws IOException {
    try (FileChannel file = files.openToAppend(now.get())) {
      return files.append(file, line, durably);
    } catch (ClosedByInterruptException interruptedMeanwhile) {
      return false;
    }
  }

  @Override
  public List<Entry> entries() {
    try {
      return EntryFold.of(
          files.readable().stream().flatMap(file -> file.entries().stream()).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return "StartJournal[" + directory + "]";
  }
}
