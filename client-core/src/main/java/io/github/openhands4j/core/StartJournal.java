package io.github.openhands4j.core;

import io.github.openhands4j.core.internal.journal.FileStartJournal;
import io.github.openhands4j.core.internal.journal.MemoryStartJournal;
import java.nio.file.Path;
import java.util.List;

/**
 * Where the handle of every start is written down before the first byte of it is sent, so that no
 * job is lost with the process that started it.
 *
 * <p>A handle holds no prompt and no secret. Implementations must be thread-safe; one may be shared
 * by many clients and servers.
 */
public interface StartJournal {

  /** What is known of a start. Later states win over earlier ones. */
  enum State {
    /** It was about to be sent; what became of it was not written down. */
    BEGUN,
    /** It was not sent, or refused: there is no such job. */
    NOT_STARTED,
    /** The server has it. */
    TAKEN
  }

  /**
   * One start.
   *
   * @param handle names it
   * @param state what is known of it
   */
  record Entry(StartHandle handle, State state) {}

  /**
   * Writes down what is known of a start. {@link State#BEGUN} comes before anything is sent: it
   * must be durable when this returns, and whatever is thrown refuses the start. A failure to write
   * one of the other states is logged and harms nothing: the start can be resolved again.
   *
   * @param entry the start and its state
   */
  void write(Entry entry);

  /**
   * Reads the journal: what all processes that share it have written.
   *
   * @return one entry a start, in the order of their times
   */
  List<Entry> entries();

  /**
   * The starts to ask the server about, with {@code client.conversations().resolve(handle)}: a
   * process ended, or gave up, before it knew their outcome. Starts that are just under way are
   * among them; asking harms nothing.
   *
   * <p>Starts that are {@link State#TAKEN} are not among them, though a process may have ended
   * after it wrote that and before it told its caller. An application that must not miss one
   * compares the ids of {@link #entries()} with those it knows.
   *
   * @return their handles, in the order of their times
   */
  default List<StartHandle> unresolved() {
    return entries().stream()
        .filter(entry -> entry.state() == State.BEGUN)
        .map(Entry::handle)
        .toList();
  }

  /**
   * A journal that ends with the process: it keeps the newest 10,000 starts.
   *
   * @return a new journal
   */
  static StartJournal inMemory() {
    return new MemoryStartJournal();
  }

  /**
   * A journal in files of a directory: one file a process, forced to disk before a start is sent,
   * readable by its owner only. Many processes may share the directory. Files that were not written
   * to for 30 days are removed, unless they name a start whose outcome is not known.
   *
   * @param directory is made if it is not there
   * @return the journal; it holds no resources and needs no closing
   * @throws ConfigurationException if the directory cannot be made or written to
   */
  static StartJournal inDirectory(Path directory) {
    return FileStartJournal.in(directory);
  }
}
