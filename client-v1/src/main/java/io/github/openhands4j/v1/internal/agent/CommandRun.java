package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.GrowingRest;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.BashCommandRequest;
import io.github.openhands4j.model.v1.BashEvent;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.api.agent.AgentBashApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command to its end. The operation that waits for one gives only the last piece of its
 * output, so the command is started, and its output is asked for until a piece tells the exit code.
 * Once it was sent, trouble on the way to it is waited out, and no failure says that nothing was
 * sent.
 *
 * @param bash the operations
 * @param calls carries them out
 * @param time the clock
 * @param mostChars the most output that is kept
 */
record CommandRun(AgentBashApi bash, Calls calls, TimeSource time, long mostChars) {

  private static final String OPERATION = "POST /api/bash/start_bash_command";

  /** A piece holds up to 1 MiB, and all of a page is read at once. */
  private static final int PIECES_IN_A_PAGE = 5;

  private static final String INTERRUPTED =
      "The wait for a command was interrupted; it may be running.";

  /** What a server that takes none of our questions answers, or one that is not there any more. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 404, 422);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  CommandResult run(String command, @Nullable String directory, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a command must be longer than zero.");
    }
    Deadline deadline = calls.within(Deadline.in(time, limit));
    BashCommandRequest request =
        BashCommandRequest.builder()
            .command(command)
            .cwd(directory)
            .timeout((int) Math.min(Integer.MAX_VALUE, limit.plusMillis(999).toSeconds()))
            .build();
    String id =
        calls
            .call(
                OperationClass.OTHER_WRITE,
                calls.usual(deadline, OperationClass.OTHER_WRITE),
                times -> bash.start(request, times))
            .id();
    if (id == null) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE, 200, OPERATION + " was answered without an id.", null);
    }
    return await(id, deadline);
  }

  private CommandResult await(String id, Deadline deadline) {
    CommandOutput output = new CommandOutput(mostChars);
    GrowingRest pause = new GrowingRest(FIRST_PAUSE, LONGEST_PAUSE);
    int known = -1; // an order that nothing unread lies below
    while (true) {
      Exception last = new TimeoutException();
      try {
        boolean more = read(id, output, known, deadline);
        known = output.lastOrder();
        CommandResult result = output.result();
        if (result != null) {
          return result;
        }
        if (more) {
          pause.restart();
        }
      } catch (OpenHandsException failure) {
        if (isFinal(failure)) {
          throw ofRunning(failure);
        }
        last = failure;
      }
      if (!pause.endsBefore(deadline)) {
        throw new DeadlineExceededException(OPERATION, deadline.limit(), true, last);
      }
      rest(pause.take());
    }
  }

  /** Whether asking again is of no use, or not wanted any more; all else passes, or may. */
  private static boolean isFinal(OpenHandsException failure) {
    return OurOwnEnd.is(failure)
        || failure.code() == ErrorCode.ADDRESS_REFUSED
        || failure.code() == ErrorCode.ANSWER_TOO_LARGE
        || (failure instanceof ApiException answer && REFUSALS.contains(answer.status()));
  }

  /** Whatever became of a later request, the command itself was sent. */
  private static OpenHandsException ofRunning(OpenHandsException failure) {
    if (failure.requestMayHaveBeenSent()) {
      return failure;
    }
    if (failure instanceof ClientClosedException) {
      return new ClientClosedException(null, true, failure);
    }
    return failure instanceof CallInterruptedException
        ? new CallInterruptedException(INTERRUPTED, true, null, failure)
        : new TransportException(
            failure.code(),
            "The output of a command cannot be read; it may be running.",
            true,
            failure);
  }

  private boolean read(String id, CommandOutput output, int known, Deadline deadline) {
    Map<String, Object> query = new HashMap<>();
    query.put("command_id__eq", id);
    query.put("kind__eq", "BashOutput");
    query.put("sort_order", "TIMESTAMP");
    query.put("limit", PIECES_IN_A_PAGE);
    if (known >= 0) {
      query.put("order__gt", known); // servers before 2026 ignore it
    }
    boolean more = false;
    for (var page :
        new Pages<BashEvent>(
            query,
            Integer.MAX_VALUE,
            parameters ->
                calls.call(
                    OperationClass.READ,
                    calls.usual(deadline, OperationClass.READ),
                    times -> bash.searchEvents(parameters, times)))) {
      for (BashEvent event : page.items()) {
        more |= output.add(event);
      }
    }
    return more;
  }

  private void rest(Duration pause) {
    try {
      time.sleep(pause);
    } catch (ClientClosedException e) {
      throw new ClientClosedException(null, true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(INTERRUPTED, true, null, e);
    }
  }
}
