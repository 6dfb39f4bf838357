package com.example.programs;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v1.ConsoleProgress;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.WaitOptions;
import java.time.Duration;
import java.time.Instant;

/**
 * Goes on with a job of another program: wakes its sandbox if it sleeps, sends a message, and waits
 * until the agent has dealt with it. Arguments: what {@link StartAndWait} named the job, and the
 * message.
 */
public final class ResumeAndSend {

  private static final Duration WAKING = Duration.ofMinutes(5);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

  private ResumeAndSend() {}

  /**
   * Runs the program.
   *
   * @param args the handle of the start, and the message
   * @throws InterruptedException if it is interrupted while the sandbox wakes
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 2) {
      System.err.println("usage: ResumeAndSend HANDLE MESSAGE");
      System.exit(2);
    }
    try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
      Start start = client.conversations().resolve(StartHandle.parse(args[0]));
      ConversationId id = start.awaitReady();
      wake(client, id);
      client.conversations().sendMessage(id, args[1]);
      Conversation done =
          start.awaitFinished(
              WaitOptions.within(Duration.ofHours(1))
                  .onProgress(ConsoleProgress.to(System.err))
                  .resumePaused());
      System.out.println(done.outcome() + " " + done.link());
    }
  }

  private static void wake(OpenHandsClient client, ConversationId id) throws InterruptedException {
    AppConversation conversation = client.conversations().get(id).orElseThrow();
    String sandbox = conversation.sandboxId();
    if (sandbox == null || !SandboxStatus.PAUSED.equals(conversation.sandboxStatus())) {
      return;
    }
    client.sandboxes().resume(sandbox);
    Instant end = Instant.now().plus(WAKING);
    while (!runs(client, sandbox)) {
      if (Instant.now().isAfter(end)) {
        throw new IllegalStateException("the sandbox " + sandbox + " does not wake up");
      }
      Thread.sleep(BETWEEN_LOOKS.toMillis());
    }
  }

  private static boolean runs(OpenHandsClient client, String sandbox) {
    return client
        .sandboxes()
        .get(sandbox)
        .filter(it -> SandboxStatus.RUNNING.equals(it.status()))
        .isPresent();
  }
}
