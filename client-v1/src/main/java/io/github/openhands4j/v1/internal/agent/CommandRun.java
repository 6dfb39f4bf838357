package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.core.internal.page.Pages;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.BashCommandRequest;
import io.github.openhands4j.model.v1.BashEvent;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.api.agent.AgentBashApi;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs a command to its end. The operation that waits for one gives only the last piece of its
 * output, so the command is started, and its output is asked for until a piece tells the exit code.
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

  private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

  CommandResult run(String command, @Nullable String directory, Duration limit) {
    if (limit.isNegative() || limit.isZero()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a command must be longer than zero.");
    }
    Deadline deadline = Deadline.in(time, limit);
    BashCommandRequest request =
        BashCommandRequest.builder()
            .command(command)
            .cwd(directory)
            .timeout((int) Math.min(Integer.MAX_VALUE, limit.plusMillis(999).toSeconds()))
            .build();
    String id =
        calls.call(OperationClass.OTHER_WRITE, deadline, times -> bash.start(request, times)).id();
    if (id == null) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_UNREADABLE, 200, OPERATION + " was answered without an id.", null);
    }
    return await(id, deadline);
  }

  private CommandResult await(String id, Deadline deadline) {
    CommandOutput output = new CommandOutput(mostChars);
    Duration pause = FIRST_PAUSE;
    while (true) {
      boolean more = read(id, output, deadline);
      CommandResult result = output.result();
      if (result != null) {
        return result;
      }
      pause = more ? FIRST_PAUSE : pause;
      if (pause.compareTo(deadline.remaining()) >= 0) {
        throw new DeadlineExceededException(
            OPERATION, deadline.limit(), true, new TimeoutException());
      }
      rest(pause);
      pause =
          pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0
              ? pause.multipliedBy(2)
              : LONGEST_PAUSE;
    }
  }

  private boolean read(String id, CommandOutput output, Deadline deadline) {
    Map<String, Object> query = new HashMap<>();
    query.put("command_id__eq", id);
    query.put("kind__eq", "BashOutput");
    query.put("sort_order", "TIMESTAMP");
    query.put("limit", PIECES_IN_A_PAGE);
    if (output.lastOrder() >= 0) {
      query.put("order__gt", output.lastOrder()); // servers before 2026 ignore it
    }
    boolean more = false;
    for (var page :
        new Pages<BashEvent>(
            query,
            Integer.MAX_VALUE,
            parameters ->
                calls.call(
                    OperationClass.READ,
                    deadline,
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
      throw new CallInterruptedException(
          "The wait for a command was interrupted; it may be running.", true, null, e);
    }
  }
}
