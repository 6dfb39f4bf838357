package io.github.openhands4j.v1;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A start that the server took. Waits share the reads of their client; a wait costs no thread.
 *
 * <p>A wait that times out, is canceled or interrupted leaves the job alone; wait again as often as
 * you like. Each wait takes a listener of its progress; {@link ConsoleProgress} is a ready-made
 * one. A limit that is not longer than zero is refused at once, with a {@link
 * io.github.openhands4j.core.ConfigurationException}. Thread-safe.
 *
 * <p>What is attached to the stage of a wait runs on one of at most sixteen threads that all waits
 * of the client share. It must not block there, least of all for another wait: the stages after it
 * complete only when a thread is free. Attach what takes long with {@code thenApplyAsync} and the
 * like, and an executor of your own:
 *
 * <pre>{@code
 * start.awaitReadyAsync(limit).thenApplyAsync(id -> workOn(id), myExecutor);
 * }</pre>
 */
public interface Start {

  /**
   * Names this start for other processes.
   *
   * @return the handle, to be written down
   */
  StartHandle handle();

  /**
   * The id the conversation has or will have.
   *
   * @return empty only if the server gave an id of its own and has not told it yet
   */
  Optional<ConversationId> conversationId();

  /**
   * The start task as first seen.
   *
   * @return empty if the start was found by its conversation
   */
  Optional<AppConversationStartTask> startTask();

  /**
   * Whether the answer to the start was lost and the start was found by asking.
   *
   * @return true if it was found
   */
  boolean recovered();

  /**
   * Further start tasks of the same conversation: something between here and the server sent the
   * request twice. Normally empty.
   *
   * @return their ids
   */
  List<StartTaskId> duplicates();

  /**
   * Waits until the conversation exists, up to {@code ready-timeout}.
   *
   * @return the conversation's id
   * @throws StartFailedException if the server could not start it
   * @throws StartVanishedException if the server has listed neither the start nor its conversation
   *     for a minute; has the handle
   * @throws WaitTimeoutException if it takes longer; has the handle and the last state
   * @throws ClientClosedException if the client is closed
   * @throws CallInterruptedException if the thread is interrupted
   */
  ConversationId awaitReady();

  /**
   * Waits until the conversation exists.
   *
   * @param limit how long to wait, longer than zero
   * @return the conversation's id
   * @throws StartFailedException as {@link #awaitReady()}
   * @throws StartVanishedException as {@link #awaitReady()}
   * @throws WaitTimeoutException as {@link #awaitReady()}
   * @throws ClientClosedException as {@link #awaitReady()}
   * @throws CallInterruptedException as {@link #awaitReady()}
   */
  ConversationId awaitReady(Duration limit);

  /**
   * As {@link #awaitReady(Duration)}, with news on the way.
   *
   * @param limit how long to wait, longer than zero
   * @param progress told each change of state, on a thread of the client that all waits share: it
   *     must return quickly
   * @return the conversation's id
   * @throws StartFailedException as {@link #awaitReady()}
   * @throws StartVanishedException as {@link #awaitReady()}
   * @throws WaitTimeoutException as {@link #awaitReady()}
   * @throws ClientClosedException as {@link #awaitReady()}
   * @throws CallInterruptedException as {@link #awaitReady()}
   */
  ConversationId awaitReady(Duration limit, Consumer<Progress> progress);

  /**
   * As {@link #awaitReady(Duration)}, without a thread. Canceling the stage ends the wait only.
   *
   * @param limit how long to wait, longer than zero
   * @return completes on a thread of the client that must not be blocked, see {@link Start}
   */
  CompletionStage<ConversationId> awaitReadyAsync(Duration limit);

  /**
   * As {@link #awaitReady(Duration, Consumer)}, without a thread. Canceling the stage ends the wait
   * only.
   *
   * @param limit how long to wait, longer than zero
   * @param progress told each change of state, on a thread of the client that all waits share: it
   *     must return quickly
   * @return completes on a thread of the client that must not be blocked, see {@link Start}
   */
  CompletionStage<ConversationId> awaitReadyAsync(Duration limit, Consumer<Progress> progress);

  /**
   * Waits until the run ends, well or badly. A paused sandbox is waited for. Right after a further
   * message of this client the end of the run before does not count until the agent was seen
   * running, at most 15 seconds.
   *
   * <p>An agent that is idle or paused has not ended its run: anybody may let it run on. A wait for
   * one lasts until its limit. An agent is idle after a start without a message; for more, and for
   * what lets it run, see {@link Conversation#awaitFinished(Duration)}.
   *
   * @param limit how long to wait, the start included; longer than zero
   * @return the conversation, with its {@link Conversation#outcome()}
   * @throws StartFailedException if the server could not start it
   * @throws StartVanishedException if the server has listed neither the start nor its conversation
   *     for a minute; has the handle
   * @throws WaitTimeoutException if it takes longer; has the handle and the last state
   * @throws ClientClosedException if the client is closed
   * @throws CallInterruptedException if the thread is interrupted
   */
  Conversation awaitFinished(Duration limit);

  /**
   * As {@link #awaitFinished(Duration)}, with news on the way.
   *
   * @param limit how long to wait, the start included; longer than zero
   * @param progress told each change of state, on a thread of the client that all waits share: it
   *     must return quickly
   * @return the conversation, with its {@link Conversation#outcome()}
   * @throws StartFailedException as {@link #awaitFinished(Duration)}
   * @throws StartVanishedException as {@link #awaitFinished(Duration)}
   * @throws WaitTimeoutException as {@link #awaitFinished(Duration)}
   * @throws ClientClosedException as {@link #awaitFinished(Duration)}
   * @throws CallInterruptedException as {@link #awaitFinished(Duration)}
   */
  Conversation awaitFinished(Duration limit, Consumer<Progress> progress);

  /**
   * As {@link #awaitFinished(Duration)}, without a thread. Canceling the stage ends the wait only.
   *
   * @param limit how long to wait, the start included; longer than zero
   * @return completes on a thread of the client that must not be blocked, see {@link Start}
   */
  CompletionStage<Conversation> awaitFinishedAsync(Duration limit);

  /**
   * As {@link #awaitFinished(Duration)}, with everything a wait can do: news, word of a paused
   * sandbox, its resumption.
   *
   * @param options how to wait
   * @return the conversation, with its {@link Conversation#outcome()}
   * @throws StartFailedException as {@link #awaitFinished(Duration)}
   * @throws StartVanishedException as {@link #awaitFinished(Duration)}
   * @throws WaitTimeoutException as {@link #awaitFinished(Duration)}
   * @throws ClientClosedException as {@link #awaitFinished(Duration)}
   * @throws CallInterruptedException as {@link #awaitFinished(Duration)}
   */
  Conversation awaitFinished(WaitOptions options);

  /**
   * As {@link #awaitFinished(WaitOptions)}, without a thread. Canceling the stage ends the wait
   * only.
   *
   * @param options how to wait
   * @return completes on a thread of the client that must not be blocked, see {@link Start}
   */
  CompletionStage<Conversation> awaitFinishedAsync(WaitOptions options);
}
