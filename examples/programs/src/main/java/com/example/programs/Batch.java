package com.example.programs;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.v1.SandboxGroupingStrategy;
import io.github.openhands4j.model.v1.UserSettings;
import io.github.openhands4j.v1.ConsoleProgress;
import io.github.openhands4j.v1.Conversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.WaitOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Works through a list of tasks, fifty or five hundred, with never more sandboxes than the account
 * can run: a start waits on our side until an earlier one has ended. Arguments: a file with a task
 * in each line, and how many may run at once (10).
 *
 * <p>Each start is told with its handle as soon as the server took it, and each end when it comes,
 * so that nothing is forgotten if the program is stopped: a second run of the same file would start
 * all tasks anew. With {@code OPENHANDS_JOURNAL_DIR} set, starts are written down before they are
 * sent, and {@code conversations().unresolved()} lists those whose answer nobody saw.
 *
 * <p>When a task has ended, takes too long or could not be started, its sandbox is paused: it would
 * go on running, and hold up the next task. Nothing is deleted, so all can be looked at later. A
 * pause hits all conversations of a sandbox, so the program refuses to work where the account's
 * settings let conversations share one.
 */
public final class Batch {

  private static final ConsoleProgress CONSOLE = ConsoleProgress.to(System.err);
  private static final Duration LONGEST_TASK = Duration.ofHours(2);
  private static final Duration LONGEST_QUEUE = Duration.ofHours(24);

  private Batch() {}

  /**
   * Runs the program.
   *
   * @param args the file, and perhaps how many tasks may run at once
   * @throws IOException if the file cannot be read
   */
  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("usage: Batch FILE [AT-ONCE]");
      System.exit(2);
    }
    List<String> tasks =
        Files.readAllLines(Path.of(args[0])).stream().filter(line -> !line.isBlank()).toList();
    int atOnce = args.length > 1 ? Integer.parseInt(args[1]) : 10;
    ClientOptions options =
        ClientOptions.builder().maxRunning(atOnce).readyTimeout(LONGEST_QUEUE).build();
    try (OpenHandsClient client = OpenHandsClient.create(options)) {
      if (sharesSandboxes(client)) {
        System.err.println("conversations of this account share sandboxes: set it to NO_GROUPING");
        System.exit(2);
      }
      ExecutorService cleaners = Executors.newFixedThreadPool(atOnce);
      try {
        List<CompletableFuture<Void>> ends = new ArrayList<>();
        for (String task : tasks) {
          ends.add(run(client, task, cleaners)); // waits while as many sandboxes run as may
        }
        ends.forEach(CompletableFuture::join);
      } finally {
        cleaners.shutdown();
      }
    }
  }

  private static boolean sharesSandboxes(OpenHandsClient client) {
    return client
        .settings()
        .get()
        .map(UserSettings::sandboxGroupingStrategy)
        .filter(strategy -> !strategy.equals(SandboxGroupingStrategy.NO_GROUPING))
        .isPresent();
  }

  /** What comes after an end calls the server, so it has threads of its own. */
  private static CompletableFuture<Void> run(
      OpenHandsClient client, String task, Executor cleaners) {
    try {
      Start start = client.conversations().start(StartRequest.builder().message(task).build());
      System.err.println("taken: " + task + " " + start.handle());
      return start
          .awaitFinishedAsync(WaitOptions.within(LONGEST_TASK).onProgress(CONSOLE))
          .handleAsync(
              (done, failure) -> done != null ? ended(done) : failed(client, failure), cleaners)
          .thenAccept(end -> System.out.println(task + ": " + end))
          .toCompletableFuture();
    } catch (StartOutcomeUnknownException perhaps) {
      System.out.println(
          task + ": UNKNOWN, may be running, do not start it again: " + perhaps.handle());
    } catch (OpenHandsException failure) {
      System.out.println(task + ": failed, " + failure.getMessage());
    }
    return CompletableFuture.completedFuture(null);
  }

  private static String ended(Conversation done) {
    return done.outcome() + " " + done.link() + makeRoom(done::pause);
  }

  /**
   * The agent of a task that takes too long is stopped, so that it does not hold up the others; and
   * a start that fails late leaves its sandbox running.
   */
  private static String failed(OpenHandsClient client, Throwable failure) {
    String told = "failed, " + failure.getMessage();
    if (failure instanceof StartFailedException failed) {
      return told
          + failed.sandboxId().map(id -> makeRoom(() -> client.sandboxes().pause(id))).orElse("");
    }
    if (!(failure instanceof WaitTimeoutException late)) {
      return told;
    }
    try {
      return client
          .conversation(late.handle().conversationId())
          .map(slow -> "NOT_ENDED " + slow.link() + makeRoom(slow::pause))
          .orElse(told);
    } catch (OpenHandsException unread) {
      return told;
    }
  }

  /** A sandbox goes on running when its agent is done: pausing it makes room for the next task. */
  private static String makeRoom(Runnable pause) {
    try {
      pause.run();
      return "";
    } catch (OpenHandsException failure) {
      return " (its sandbox was not paused: " + failure.getMessage() + ")";
    }
  }
}
