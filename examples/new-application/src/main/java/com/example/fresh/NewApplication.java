package com.example.fresh;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.v1.ConsoleProgress;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import java.time.Duration;

/**
 * A new application: it starts a conversation and waits until it ends. Server and key come from the
 * environment. Argument: the message.
 */
public final class NewApplication {

  private NewApplication() {}

  /**
   * Runs the application.
   *
   * @param args the message
   */
  public static void main(String[] args) {
    try {
      run(args.length > 0 ? args[0] : "Say hello.");
    } catch (OpenHandsException e) {
      System.out.println("failed: " + e.getMessage());
      System.exit(1);
    }
  }

  private static void run(String message) {
    // begin first-call
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Conversation done =
          client
              .conversations()
              .start(StartRequest.builder().message(message).build())
              .awaitFinished(Duration.ofMinutes(60), ConsoleProgress.to(System.err));
      System.out.println(done.outcome() + " " + done.link());
    }
    // end first-call
  }
}
