package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.http.CallTimes;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.Progress;
import io.github.openhands4j.v1.Sandboxes;
import io.github.openhands4j.v1.WaitOptions;
import io.github.openhands4j.v1.api.AppConversationsApi;
import io.github.openhands4j.v1.internal.agent.AgentAddress;
import io.github.openhands4j.v1.internal.agent.AgentServers;
import io.github.openhands4j.v1.internal.batch.BatchReads;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Resumes a sandbox and waits until its agent server answers with the new key.
 *
 * @param api reads conversations
 * @param sandboxes resumes
 * @param agents asks agent servers whether they are there
 * @param calls carries out the reads
 * @param time the clock
 * @param options the times of calls
 */
public record Resumption(
    AppConversationsApi api,
    Sandboxes sandboxes,
    AgentServers agents,
    Calls calls,
    TimeSource time,
    ClientOptions options) {

  private static final Duration ALIVE_LIMIT = Duration.ofSeconds(5);

  /**
   * Resumes.
   *
   * @param handle names the conversation
   * @param wanted the limit and who is told
   * @return the conversation, whose agent server answered just now
   * @throws SandboxLostException if the sandbox is gone or broken
   * @throws WaitTimeoutException if it takes longer, with what the agent server answered last
   * @throws OpenHandsException also if the agent server is at an address that is not called
   */
  public AppConversation resume(StartHandle handle, WaitOptions wanted) {
    Deadline deadline = Deadline.in(time, wanted.limit());
    ResumeRules rules = new ResumeRules();
    String last = "";
    OpenHandsException unanswered = null;
    while (true) {
      AppConversation row = read(handle, deadline);
      String now = String.valueOf(row == null ? null : row.sandboxStatus());
      if (row != null && !now.equals(last)) {
        wanted.progressListener().accept(progress(handle, row, deadline));
      }
      last = now;
      switch (rules.see(row, time.nanoTime())) {
        case RESUME -> accepted(Objects.requireNonNull(row));
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
        .one(handle.conversationId(), deadline, AppConversation::id, api::batchGet)
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

  /** The server answers 404 also when its runtime has trouble; then it is asked again later. */
  private void accepted(AppConversation row) {
    try {
      sandboxes.resume(Objects.requireNonNull(row.sandboxId()));
    } catch (NotFoundException perhapsPassing) {
      // what the sandbox reads next decides
    }
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
      if (OurOwnEnd.is(notYet) || notYet.code() == ErrorCode.ADDRESS_REFUSED) {
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
