package com.example.programs;

import io.github.openhands4j.v1.ConsoleProgress;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Outcome;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.StartRequestBuilder;
import java.time.Duration;

/**
 * Starts one job and waits until it ends. Arguments: the message, and a repository as {@code
 * owner/name} if there is one. The first line of its output names the job for {@link
 * ResumeAndSend}; the exit status is 0 if the agent finished.
 */
public final class StartAndWait {

  private StartAndWait() {}

  /**
   * Runs the program.
   *
   * @param args the message, and perhaps a repository
   */
  public static void main(String[] args) {
    if (args.length == 0) {
      System.err.println("usage: StartAndWait MESSAGE [OWNER/REPOSITORY]");
      System.exit(2);
    }
    StartRequestBuilder request = StartRequest.builder().message(args[0]);
    if (args.length > 1) {
      request.repository(args[1]);
    }
    System.exit(run(request.build()).equals(Outcome.FINISHED) ? 0 : 1);
  }

  private static Outcome run(StartRequest request) {
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Start start = client.conversations().start(request);
      System.out.println(start.handle());
      Conversation done =
          start.awaitFinished(Duration.ofHours(1), ConsoleProgress.to(System.err));
      System.out.println(done.outcome() + " " + done.link());
      return done.outcome();
    }
  }
}
