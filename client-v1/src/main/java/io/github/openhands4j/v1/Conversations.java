package io.github.openhands4j.v1;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import io.github.openhands4j.model.v1.ConversationHook;
import io.github.openhands4j.model.v1.ConversationSkill;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Conversations of an account. Thread-safe. */
public interface Conversations {

  /**
   * Starts a conversation ({@code POST /api/v1/app-conversations}). Returns when the server took
   * the start, before the conversation exists; takes up to {@code start-timeout}, and after a lost
   * answer up to {@code resolve-timeout} more. With {@code max-running} it first waits for its
   * turn, up to {@code ready-timeout}.
   *
   * <p>Each call is a new job. Its handle is written to the journal ({@link
   * io.github.openhands4j.core.ClientOptions#journal}) before anything is sent. The request is sent
   * at most once; it is sent again only if no byte of it was written, or the server turned it away
   * unread: its rate limiter, or 425 (too early).
   *
   * @param request what to do
   * @return the start, to wait on
   * @throws StartOutcomeUnknownException if it was sent, its answer was lost, and the server does
   *     not know it yet: do not start again, {@link #resolve} the handle
   * @throws CallInterruptedException if the thread is interrupted; has the handle if the start may
   *     have been sent and taken, and without one nothing was started
   * @throws ClientClosedException if the client is closed meanwhile; has the handle if the start
   *     may have been sent and taken, and without one nothing was started
   * @throws JournalException if it could not be written down; nothing was sent
   * @throws OpenHandsException any other one: it was refused, or not sent, or its turn did not
   *     come; then nothing was started
   */
  Start start(StartRequest request);

  /**
   * As {@link #start}, on one of at most sixteen threads of the client.
   *
   * @param request what to do
   * @return the start's handle at once, and its outcome when it is there
   */
  PendingStart startAsync(StartRequest request);

  /**
   * Starts a conversation and reads the states of the start as they come ({@code POST
   * /api/v1/app-conversations/stream-start}). Returns when the start has ended, or its stream has.
   *
   * <p><b>The job hangs on this connection.</b> With {@link #start} the server works on by itself
   * once it has answered. Here it works only while the connection holds. What cuts it before the
   * start has ended:
   *
   * <ul>
   *   <li>the connection breaks, or the process ends; proxies cut what is silent for long
   *   <li>the calling thread is interrupted
   *   <li>the client, or a view of it, is closed
   *   <li>the {@link CallOptions#deadline} of a view passes
   *   <li>nothing arrives for eleven minutes, the stream lasts two hours (with the time of the
   *       listener), or it is larger than {@code max-answer-bytes}
   * </ul>
   *
   * Then the server gives the start up without a word: its task stays as it is for ever, its
   * sandbox goes on running, and no conversation comes. A start may take twenty minutes. Use this
   * only where every second until READY matters. {@code ready-timeout} and {@link
   * CallOptions#timeout} do not cut it.
   *
   * <p>It is sent as {@link #start} is: written down before, at most once, looked for after a lost
   * answer. A stream that was cut, or ends without a final state, is not sent again: the start that
   * is returned is polled like any other.
   *
   * @param request what to do
   * @param listener told each state on the calling thread, the first and the last one included;
   *     none after a stream that broke; what it throws is logged and dropped
   * @return the start, {@link Start#startTask()} being the last state that the stream told
   * @throws StartOutcomeUnknownException as {@link #start}
   * @throws CallInterruptedException as {@link #start}; if it has the handle, the start was
   *     probably given up
   * @throws ClientClosedException as {@link #start}; if it has the handle, the start was probably
   *     given up
   * @throws JournalException as {@link #start}
   * @throws OpenHandsException as {@link #start}
   */
  Start startStreaming(StartRequest request, Consumer<? super AppConversationStartTask> listener);

  /**
   * Finds out what became of a start, in any process and at any time. Only reads; may be repeated.
   * It asks in the organization that the handle names, whichever this client or view names; a
   * handle without one is asked for as this client or view asks.
   *
   * @param handle the start
   * @return the start, to wait on
   * @throws StartOutcomeUnknownException if the server does not know it (yet) after {@code
   *     resolve-timeout} ({@link StartOutcomeUnknownException#lookedInVain} is true), or could not
   *     be asked: reading failed until then, or the key was refused (its cause says so)
   * @throws CallInterruptedException if the thread is interrupted; has the handle
   * @throws ClientClosedException if the client is closed meanwhile; has the handle
   * @throws io.github.openhands4j.core.ConfigurationException if the handle is of another server
   */
  Start resolve(StartHandle handle);

  /**
   * The starts on this server whose outcome nobody wrote down, as the journal has them: those of
   * processes that ended too early, of calls that ended in an unknown outcome, and those just under
   * way. {@link #resolve} them. Those of all organizations are among them. Asks the journal only,
   * not the server.
   *
   * @return their handles, in the order of their times
   */
  List<StartHandle> unresolved();

  /**
   * Reads a conversation ({@code GET /api/v1/app-conversations?ids=}). May be repeated.
   *
   * @param id the conversation
   * @return the conversation, or empty if the id is unknown to this account; also empty while it is
   *     still starting
   * @throws OpenHandsException if the call fails
   */
  Optional<AppConversation> get(ConversationId id);

  /**
   * Reads many conversations, 99 in a request. May be repeated.
   *
   * @param ids the conversations
   * @return those that are known, in the order asked for; one that cannot be read is left out and
   *     logged, {@link #get} of it throws
   * @throws OpenHandsException if a call fails
   */
  Map<ConversationId, AppConversation> getAll(Collection<ConversationId> ids);

  /**
   * Reads one page of conversations, newest first ({@code GET /api/v1/app-conversations/search}).
   * May be repeated.
   *
   * @param query filters and page
   * @return one page; it may be short or empty while a next page exists
   * @throws OpenHandsException if the call fails
   */
  Page<AppConversation> search(ConversationQuery query);

  /**
   * Lists conversations, newest first ({@code GET /api/v1/app-conversations/search}). May be
   * repeated.
   *
   * @param query filters, rows in a page, and the page to begin with
   * @return the conversations, read page by page
   */
  Paged<AppConversation> list(ConversationQuery query);

  /**
   * Counts conversations ({@code GET /api/v1/app-conversations/count}); children are counted too.
   * May be repeated.
   *
   * @param query filters; its page and limit do not matter
   * @return how many there are
   * @throws OpenHandsException if the call fails
   */
  long count(ConversationQuery query);

  /**
   * Changes a conversation ({@code PATCH /api/v1/app-conversations/{id}}). An automatic title may
   * replace one set within about a minute of the first message.
   *
   * @param id the conversation
   * @param changes the fields to change
   * @return the conversation after the change
   * @throws NotFoundException if the id is unknown
   * @throws OpenHandsException if the call fails
   */
  AppConversation update(ConversationId id, AppConversationUpdateRequest changes);

  /**
   * Deletes a conversation ({@code DELETE /api/v1/app-conversations/{id}}). Its sandbox goes later,
   * unless another conversation uses it.
   *
   * @param id the conversation
   * @return true if it was deleted, false if the id is unknown
   * @throws OpenHandsException if the call fails
   */
  boolean delete(ConversationId id);

  /**
   * Sends a text to the agent and lets it run ({@code POST …/send-message}). Does not resume a
   * paused sandbox.
   *
   * @param id the conversation
   * @param text the message
   * @return the acknowledgment
   * @throws MessageOutcomeUnknownException if it was sent, its answer was lost, and it was not
   *     found among the user's messages within {@code resolve-timeout}: it is not sent again. Also
   *     if the thread was interrupted or the client closed after it was sent, which is its cause;
   *     then it was not looked for
   * @throws OpenHandsException if it was refused or not sent; a conflict if the sandbox does not
   *     run
   */
  AppSendMessageResponse sendMessage(ConversationId id, String text);

  /**
   * Sends a message to the agent ({@code POST …/send-message}).
   *
   * @param id the conversation
   * @param message the message, of at least one part
   * @return the acknowledgment
   * @throws MessageOutcomeUnknownException as {@link #sendMessage(ConversationId, String)}
   * @throws OpenHandsException as {@link #sendMessage(ConversationId, String)}
   */
  AppSendMessageResponse sendMessage(ConversationId id, AppSendMessageRequest message);

  /**
   * Lets a conversation run on another stored profile from now on ({@code POST …/switch_profile}).
   * Not repeated after a failure that may have been sent.
   *
   * @param id the conversation
   * @param profile the profile's name, see {@link Profiles}
   * @throws NotFoundException if the conversation or the profile is not there
   * @throws OpenHandsException if the call fails; a conflict if the sandbox is paused
   */
  void switchProfile(ConversationId id, String profile);

  /**
   * Lets an ACP agent run on another model from now on ({@code POST …/switch_acp_model}). Not
   * repeated after a failure that may have been sent.
   *
   * @param id the conversation
   * @param model the model
   * @throws NotFoundException if the conversation cannot be reached
   * @throws OpenHandsException if the call fails; 400 if its agent is no ACP agent
   */
  void switchAcpModel(ConversationId id, String model);

  /**
   * Reads a text file of the sandbox ({@code GET …/file}). May be repeated.
   *
   * @param id the conversation
   * @param path the absolute path in the sandbox
   * @return the text; <b>empty for every failure too</b>: an unknown conversation, a sandbox that
   *     does not run, no such file, not a text. {@link AgentServer#download} tells them apart
   * @throws OpenHandsException if the call fails
   */
  String readFile(ConversationId id, String path);

  /**
   * Lists the files of a repository that differ ({@code GET …/git/changes}). May be repeated.
   *
   * @param id the conversation
   * @param path the repository in the sandbox, for example {@code /workspace/project/name}: it is a
   *     folder in the working directory
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @return the files; none where there is no repository
   * @throws NotFoundException if the conversation cannot be reached
   * @throws OpenHandsException if the call fails; a conflict if the sandbox is paused
   */
  List<GitChange> gitChanges(ConversationId id, String path, @Nullable String ref);

  /**
   * Reads a file before and after ({@code GET …/git/diff}). May be repeated.
   *
   * @param id the conversation
   * @param path the file in the sandbox
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @return both texts, which are whole: there is no patch
   * @throws NotFoundException if the conversation cannot be reached
   * @throws OpenHandsException if the call fails; a conflict if the sandbox is paused
   */
  GitDiff gitDiff(ConversationId id, String path, @Nullable String ref);

  /**
   * Lists the skills that a conversation loaded ({@code GET …/skills}). Slow. May be repeated.
   *
   * @param id the conversation
   * @return its skills; none while the sandbox is paused
   * @throws NotFoundException if the conversation cannot be reached
   * @throws OpenHandsException if the call fails
   */
  List<ConversationSkill> skills(ConversationId id);

  /**
   * Lists the hooks of a conversation ({@code GET …/hooks}). May be repeated.
   *
   * @param id the conversation
   * @return its hooks; none while the sandbox is paused
   * @throws NotFoundException if the conversation cannot be reached
   * @throws OpenHandsException if the call fails
   */
  List<ConversationHook> hooks(ConversationId id);

  /**
   * Packs all stored events ({@code GET …/download}), also when the sandbox is gone. May be
   * repeated.
   *
   * @param id the conversation
   * @return a zip with {@code meta.json} and one file for each event, to be closed
   * @throws NotFoundException if the id is unknown
   * @throws OpenHandsException if the call fails; a conflict if another download of it runs, 413
   *     for more than 10,000 events
   */
  StreamedAnswer download(ConversationId id);
}
