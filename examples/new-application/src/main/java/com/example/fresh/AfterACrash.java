package com.example.fresh;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;

/**
 * Asks what became of the starts whose outcome nobody wrote down, for example after a crash, and
 * lists those that the server has. Server, key and the journal's directory come from the
 * environment.
 */
public final class AfterACrash {

  private AfterACrash() {}

  /**
   * Runs the application.
   *
   * @param args none
   */
  public static void main(String[] args) {
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      // begin resolve
      for (StartHandle handle : client.conversations().unresolved()) {
        try {
          Start start = client.conversations().resolve(handle);
          System.out.println("started: " + start.handle().conversationId());
        } catch (StartOutcomeUnknownException unknown) {
          String why = unknown.lookedInVain() ? "not known (yet): " : "could not be asked for: ";
          System.out.println(why + handle.conversationId());
        }
      }
      // end resolve
      // begin taken
      for (StartJournal.Entry entry : client.options().journal().entries()) {
        if (entry.state() == StartJournal.State.TAKEN) {
          System.out.println("taken by the server: " + entry.handle().conversationId());
        }
      }
      // end taken
    }
  }
}
