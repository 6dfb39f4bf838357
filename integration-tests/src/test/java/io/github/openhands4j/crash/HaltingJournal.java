package io.github.openhands4j.crash;

import io.github.openhands4j.core.StartJournal;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * A journal that stands still for ever around one of its writes, and says so before.
 *
 * @param files the journal that is kept
 * @param halt where to stand still
 */
record HaltingJournal(StartJournal files, Halt halt) implements StartJournal {

  /** What is said before standing still. */
  static final String HALTED = "halted: ";

  @Override
  public void write(Entry entry) {
    boolean begins = entry.state() == State.BEGUN;
    standStillAt(begins ? Halt.BEFORE_IT_IS_WRITTEN_DOWN : Halt.BEFORE_THE_OUTCOME_IS_WRITTEN_DOWN);
    files.write(entry);
    standStillAt(begins ? Halt.BEFORE_IT_IS_SENT : Halt.BEFORE_THE_CALLER_IS_TOLD);
  }

  private void standStillAt(Halt here) {
    if (here != halt) {
      return;
    }
    System.out.println(HALTED + here);
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public List<Entry> entries() {
    return files.entries();
  }
}
