package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.api.SandboxesApi;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import io.github.openhands4j.v1.internal.poll.Listeners;
import java.time.Duration;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Resumes a sandbox and waits until its agent server answers with the new key.
 *
 * @param api reads conversations
 * @param sandboxes resumes
 * @param agents asks agent servers whether they are there
 * @param calls carries out what is asked of the app server
 * @param time the clock
 * @param options the times of calls
 */
public record Resumption(
    AppConversationsApi api,
    SandboxesApi sandboxes,
    AgentServers agents,
    Calls calls,
    TimeSource time,
    ClientOptions options) {

  private static final Duration ALIVE_LIMIT = Duration.ofSeconds(5);

  /** What the app server answers in the same way when it is asked again. */
  private static final Set<Integer> REFUSALS = Set.of(401, 403, 422);

  /**
   * Resumes. Whatever fails on the way is tried again, and looked at again, until the limit.
   *
   * @param handle names the conversation
   * @param wanted the limit and who is told
   * @return the conversation, whose agent server answered just now
   * @throws SandboxLostException if the sandbox is gone or broken
   * @throws WaitTimeoutException if it takes longer, with what failed last
   * @throws OpenHandsException if the app server refuses (401, 403, 422); also if the agent server
   *     is at an address that is not called
   */
  public AppConversation resume(StartHandle handle, WaitOptions wanted) {
    Deadline deadline = calls.within(Deadline.in(time, wanted.limit()));
    ResumeRules rules = new ResumeRules();
    String last = "not read";
    OpenHandsException unanswered = null;
    while (true) {
      AppConversation row;
      try {
        row = read(handle, deadline);
      } catch (OpenHandsException failure) {
        unanswered = unlessRefused(failure);
        rest(handle, rules.rest(), deadline, "sandbox " + last, unanswered);
        continue;
      }
      String now = String.valueOf(row == null ? null : row.sandboxStatus());
      if (row != null && !now.equals(last)) {
        Progress news = progress(handle, row, deadline);
        Listeners.tell(() -> wanted.progressListener().accept(news));
      }
      last = now;
      switch (rules.see(row, time.nanoTime())) {
        case RESUME -> unanswered = wake(Objects.requireNonNull(row), deadline);
        case ASK -> {
          unanswered = ask(Objects.requireNonNull(row));
          if (unanswered == null) {
            return row;
          }
        }
        case GIVE_UP -> throw new SandboxLostException(handle.conversationId(), now);
        case WAIT -> {}
      }
      rest(handle, rules.rest(), deadline, "sandbox " + now, unanswered);
    }
  }

  private @Nullable AppConversation read(StartHandle handle, Deadline deadline) {
    return new BatchReads(calls)
        .one(
            handle.conversationId(),
            calls.usual(deadline, OperationClass.READ),
            AppConversation::id,
            api::batchGet)
        .orElse(null);
  }

  private Progress progress(StartHandle handle, AppConversation row, Deadline deadline) {
    return new Progress(
        handle,
        null,
        row.sandboxStatus(),
        row.executionStatus(),
        false,
        deadline.limit().minus(deadline.remaining()),
        row.metrics() == null ? null : row.metrics().accumulatedCost());
  }

  /**
   * Asks for the resumption: tells the error, or null if none. What the sandbox reads next decides:
   * the server may have resumed it whatever became of the answer, and it answers 404 also when its
   * runtime has trouble; then it is asked again later.
   */
  private @Nullable OpenHandsException wake(AppConversation row, Deadline deadline) {
    String sandbox = Objects.requireNonNull(row.sandboxId());
    try {
      calls.call(
          OperationClass.OTHER_WRITE,
          calls.usual(deadline, OperationClass.OTHER_WRITE),
          times -> sandboxes.resume(sandbox, times));
      return null;
    } catch (OpenHandsException failure) {
      return unlessRefused(failure);
    }
  }

  private static OpenHandsException unlessRefused(OpenHandsException failure) {
    if (isOver(failure)
        || (failure instanceof ApiException answer && REFUSALS.contains(answer.status()))) {
      throw failure;
    }
    return failure;
  }

  private static boolean isOver(OpenHandsException failure) {
    return OurOwnEnd.is(failure) || failure.code() == ErrorCode.ADDRESS_REFUSED;
  }

  /** Gateways answer with errors while a sandbox comes up: tells the error, or null if none. */
  private @Nullable OpenHandsException ask(AppConversation row) {
    try {
      agents
          .at(AgentAddress.of(row, options))
          .api()
          .info()
          .alive(CallTimes.within(options, ALIVE_LIMIT));
      return null;
    } catch (OpenHandsException notYet) {
      if (isOver(notYet)) {
        throw notYet;
      }
      return notYet;
    }
  }

  private void rest(
      StartHandle handle,
      Duration rest,
      Deadline deadline,
      String last,
      @Nullable OpenHandsException unanswered) {
    if (rest.compareTo(deadline.remaining()) >= 0) {
      throw new WaitTimeoutException(handle, deadline.limit(), last, unanswered);
    }
    try {
      time.sleep(rest);
    } catch (ClientClosedException e) {
      throw new ClientClosedException(handle, true, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CallInterruptedException(
          "The wait for the sandbox of conversation "
              + handle.conversationId()
              + " was interrupted.",
          true,
          handle,
          e);
    }
  }
}
