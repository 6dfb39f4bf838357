package io.github.openhands4j.v1.internal.start;

import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the journal of starts.
 *
 * @param journal where it is kept
 */
record StartRecord(StartJournal journal) {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.journal");

  /** Writes a start down before it is sent; if that fails, it may not be sent. */
  StartInput begin(StartHandle handle) {
    try {
      journal.write(new Entry(handle, State.BEGUN));
      return new StartInput.WrittenDown();
    } catch (RuntimeException | Error failure) {
      return new StartInput.NotWrittenDown(new JournalException(failure));
    }
  }

  /** Writes down that the server has a start, if it has it by the handle's id. */
  void success(StartHandle handle, StartAction.Succeed found) {
    if (RequestDigest.NONE.equals(handle.digest())) {
      return; // nobody here started it
    }
    if (found.echoed()) {
      outcome(handle, State.TAKEN);
      return;
    }
    // The entry stays as it is: the id in it names no conversation of the server.
    AppConversationStartTask task = found.task();
    LOG.warn(
        "the server did not take the id of a start, so it cannot be found by its handle"
            + " [task={}, handle={}]",
        task == null ? null : task.id(),
        handle.conversationId());
  }

  /** Writes down what became of it; if that fails, it will be asked for once more than needed. */
  void outcome(StartHandle handle, State state) {
    try {
      journal.write(new Entry(handle, state));
    } catch (RuntimeException | Error failure) {
      LOG.warn(
          "the outcome of a start was not written down [conversation={}, state={}, failure={}]",
          handle.conversationId(),
          state,
          failure.toString());
    }
  }
}
