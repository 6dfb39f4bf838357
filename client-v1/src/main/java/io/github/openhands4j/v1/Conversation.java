package io.github.openhands4j.v1;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.SandboxLostException;
import io.github.openhands4j.core.StartVanishedException;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.event.Event;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

/**
 * A conversation, as it was last read and to go on with.
 *
 * <pre>{@code
 * Conversation done = start.awaitFinished(Duration.ofMinutes(60));
 * done.send("Now add a test.");
 * done = done.awaitFinished(Duration.ofMinutes(60));
 * System.out.println(done.finalResponse().orElse("") + " " + done.cost().dollars());
 * }</pre>
 *
 * <p>{@link #outcome()} and {@link #state()} do not change; whatever waits or reads gives a new
 * object. Everything else asks the server. It belongs to its client. Thread-safe.
 */
public interface Conversation {

  /**
   * The conversation's id.
   *
   * @return the id
   */
  ConversationId id();

  /**
   * How its run had ended when it was read.
   *
   * @return the outcome, {@link Outcome#NOT_ENDED} if it had not
   */
  Outcome outcome();

  /**
   * The conversation as it was read.
   *
   * @return the server's record
   */
  AppConversation state();

  /**
   * Its page in the web application.
   *
   * @return the address
   */
  URI link();

  /**
   * Reads it again ({@code GET /api/v1/app-conversations?ids=}). May be repeated.
   *
   * @return the conversation as it is now; as it was if the server does not list it
   * @throws OpenHandsException if the call fails
   */
  Conversation refresh();

  /**
   * Sends a text to the agent and lets it run. Does not resume a paused sandbox.
   *
   * @param text the message
   * @return the acknowledgment
   * @throws MessageOutcomeUnknownException as {@link Conversations#sendMessage}
   * @throws OpenHandsException as {@link Conversations#sendMessage}
   */
  AppSendMessageResponse send(String text);

  /**
   * Sends a message to the agent.
   *
   * @param message the message, of at least one part
   * @return the acknowledgment
   * @throws MessageOutcomeUnknownException as {@link Conversations#sendMessage}
   * @throws OpenHandsException as {@link Conversations#sendMessage}
   */
  AppSendMessageResponse send(AppSendMessageRequest message);

  /**
   * Waits until the run ends, well or badly. Right after a message or an answer to a confirmation
   * of this client the end of the run before does not count until the agent was seen running, at
   * most 15 seconds.
   *
   * <p>An agent that is {@code idle} or {@code paused} has not ended its run: anybody, also in the
   * web page, may let it run on. A wait for one lasts until its limit. It is idle after {@link
   * #reject} and after a start without a message; paused after {@link AgentConversation#pause()},
   * {@link AgentConversation#interrupt()} and Stop in the web page. {@link #send} lets it run, and
   * so does {@code agent().conversation(id()).run()}.
   *
   * @param limit how long to wait
   * @return the conversation after the run
   * @throws ConfigurationException if the limit is not longer than zero
   * @throws StartVanishedException if the server has not listed it for a minute
   * @throws WaitTimeoutException if it takes longer
   * @throws ClientClosedException if the client is closed
   * @throws CallInterruptedException if the thread is interrupted
   */
  Conversation awaitFinished(Duration limit);

  /**
   * As {@link #awaitFinished(Duration)}, with everything a wait can do: news, word of a paused
   * sandbox, its resumption.
   *
   * @param options how to wait
   * @return the conversation after the run
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

  /**
   * Pauses the sandbox, and all conversations in it. Returns when the server accepted it.
   *
   * @throws ConfigurationException if it has no sandbox
   * @throws OpenHandsException if the call fails
   */
  void pause();

  /**
   * Resumes the sandbox and waits until its agent server answers, for up to five minutes. Does
   * nothing to one that runs. The sandbox gets a new key, and the account's oldest sandbox may be
   * paused for it. The agent does not go on by itself: {@link Outcome#FAILED} may then only mean
   * that the pause interrupted it. Send a message to go on.
   *
   * <p>A call that fails ends nothing: the sandbox is looked at again, and asked to resume again
   * while it stays paused. May be repeated.
   *
   * @return the conversation as it is then
   * @throws SandboxLostException if the sandbox is gone or broken
   * @throws WaitTimeoutException if it takes longer; the cause is what failed last, if anything did
   * @throws CallInterruptedException if the thread is interrupted; the sandbox may wake up
   * @throws ClientClosedException if the client is closed; the sandbox may wake up
   * @throws OpenHandsException if the server refuses (401, 403, 422)
   */
  Conversation resume();

  /**
   * As {@link #resume()}, for as long and with the news that are wanted. The listener is called on
   * the calling thread; what it throws is logged and ends nothing.
   *
   * @param options the limit, and who is told each change of state; the rest does not matter
   * @return the conversation as it is then
   * @throws SandboxLostException as {@link #resume()}
   * @throws WaitTimeoutException as {@link #resume()}
   * @throws OpenHandsException as {@link #resume()}
   */
  Conversation resume(WaitOptions options);

  /**
   * Answers an agent that waits for confirmation ({@code POST
   * /api/conversations/{id}/events/respond_to_confirmation} of the agent server). It goes on if it
   * may, and else is idle, see {@link #reject}.
   *
   * @param accept whether it may do what it wants
   * @throws ConfigurationException if the sandbox does not run
   * @throws OpenHandsException if the call fails
   */
  void respondToConfirmation(boolean accept);

  /**
   * Refuses what an agent wants to do that waits for confirmation. The agent is idle then, and no
   * wait ends before it runs again: {@link #send} what it is to do instead, or let it find another
   * way with {@code agent().conversation(id()).run()}.
   *
   * @param reason why, for the agent
   * @throws ConfigurationException if the sandbox does not run
   * @throws OpenHandsException if the call fails
   */
  void reject(String reason);

  /**
   * The last words of the agent, asked of its server or, without one, looked for among the events.
   *
   * @return the text, or empty if there is none
   * @throws OpenHandsException if a call fails
   */
  Optional<String> finalResponse();

  /**
   * What it has cost so far, asked of the agent server or, without one, of the stored events and
   * the conversation's record, which can lag.
   *
   * @return the cost of all models together
   * @throws OpenHandsException if a call fails
   */
  Cost cost();

  /**
   * What happened in it.
   *
   * @return its events
   */
  ConversationEvents events();

  /**
   * Tells all events, first those there are, then each as it happens. In a view of a client with a
   * deadline, the subscription ends with it.
   *
   * @param listener told on a thread of its own
   * @return the subscription, to be closed
   * @throws ClientClosedException if the client is closed
   */
  LiveEvents liveEvents(LiveListener listener);

  /**
   * Tells the events after one, first those there are, then each as it happens.
   *
   * @param last the last event seen
   * @param listener told on a thread of its own
   * @return the subscription, to be closed
   * @throws ClientClosedException if the client is closed
   */
  LiveEvents liveEvents(Event last, LiveListener listener);

  /**
   * The agent server of its sandbox, with the key that is right now. Asks the app server.
   *
   * @return the agent server
   * @throws ConfigurationException if its sandbox does not run
   * @throws OpenHandsException if the call fails
   */
  AgentServer agent();

  /**
   * Downloads all stored events as a zip ({@code GET /api/v1/app-conversations/{id}/download}). The
   * file is there only when it is whole. May be repeated.
   *
   * @param target the file; what was there is replaced
   * @return its size in bytes
   * @throws UncheckedIOException if the file cannot be written
   * @throws OpenHandsException if the call fails; 409 if another download of it runs, 413 for more
   *     than 10,000 events
   */
  long downloadTo(Path target);

  /**
   * As {@link #downloadTo(Path)}, with news on the way.
   *
   * @param target the file; what was there is replaced
   * @param progress told after each piece, on the calling thread; what it throws is logged once and
   *     ends no download
   * @return its size in bytes
   * @throws UncheckedIOException as {@link #downloadTo(Path)}
   * @throws OpenHandsException as {@link #downloadTo(Path)}
   */
  long downloadTo(Path target, Consumer<DownloadProgress> progress);
}
