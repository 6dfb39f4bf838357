package com.example.programs;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.v1.ConsoleProgress;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.WaitOptions;
import java.time.Duration;

/**
 * Goes on with a job of another program: wakes its sandbox if it sleeps, sends a message, and waits
 * until the agent has dealt with it. Arguments: what {@link StartAndWait} named the job, and the
 * message.
 */
public final class ResumeAndSend {

  private ResumeAndSend() {}

  /**
   * Runs the program.
   *
   * @param args the handle of the start, and the message
   */
  public static void main(String[] args) {
    if (args.length != 2) {
      System.err.println("usage: ResumeAndSend HANDLE MESSAGE");
      System.exit(2);
    }
    WaitOptions anHour =
        WaitOptions.within(Duration.ofHours(1))
            .onProgress(ConsoleProgress.to(System.err))
            .resumePaused();
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Start start = client.conversations().resolve(StartHandle.parse(args[0]));
      Conversation conversation = client.conversation(start.awaitReady()).orElseThrow();
      conversation.resume().send(args[1]);
      Conversation done = conversation.awaitFinished(anHour);
      System.out.println(done.outcome() + " " + done.link());
    }
  }
}
