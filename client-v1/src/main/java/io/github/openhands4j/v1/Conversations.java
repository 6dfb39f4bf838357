package io.github.openhands4j.v1;

import io.github.openhands4j.core.CallInterruptedException;
import io.github.openhands4j.core.JournalException;
import io.github.openhands4j.core.MessageOutcomeUnknownException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartOutcomeUnknownException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.AppSendMessageResponse;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Conversations of an account. Thread-safe. */
public interface Conversations {

  /**
   * Starts a conversation ({@code POST /api/v1/app-conversations}). Returns when the server took
   * the start, before the conversation exists; takes up to {@code start-timeout}, and after a lost
   * answer up to {@code resolve-timeout} more.
   *
   * <p>Each call is a new job. Its handle is written to the journal ({@link
   * io.github.openhands4j.core.ClientOptions#journal}) before anything is sent. The request is sent
   * at most once; it is sent again only if no byte of it was written, or the rate limiter turned it
   * away.
   *
   * @param request what to do
   * @return the start, to wait on
   * @throws StartOutcomeUnknownException if it was sent, its answer was lost, and the server does
   *     not know it yet: do not start again, {@link #resolve} the handle
   * @throws CallInterruptedException if the thread is interrupted; has the handle if the start may
   *     have been sent and taken, and without one nothing was started
   * @throws JournalException if it could not be written down; nothing was sent
   * @throws OpenHandsException if it was refused or not sent; then nothing was started
   */
  Start start(StartRequest request);

  /**
   * As {@link #start}, on a thread of the client.
   *
   * @param request what to do
   * @return the start's handle at once, and its outcome when it is there
   */
  PendingStart startAsync(StartRequest request);

  /**
   * Finds out what became of a start, in any process and at any time. Only reads; may be repeated.
   *
   * @param handle the start
   * @return the start, to wait on
   * @throws StartOutcomeUnknownException if the server does not know it (yet) after {@code
   *     resolve-timeout}
   * @throws OpenHandsException if the handle is of another server, or reading fails
   */
  Start resolve(StartHandle handle);

  /**
   * The starts on this server whose outcome nobody wrote down, as the journal has them: those of
   * processes that ended too early, of calls that ended in an unknown outcome, and those just under
   * way. {@link #resolve} them. Asks the journal only, not the server.
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
   * @return those that are known, in the order asked for
   * @throws OpenHandsException if a call fails
   */
  Map<ConversationId, AppConversation> getAll(Collection<ConversationId> ids);

  /**
   * Lists conversations, newest first ({@code GET /api/v1/app-conversations/search}). May be
   * repeated.
   *
   * @param query filters and page
   * @return one page; it may be short or empty while a next page exists
   * @throws OpenHandsException if the call fails
   */
  Page<AppConversation> search(ConversationQuery query);

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
   *     found among the user's messages within {@code resolve-timeout}: it is not sent again
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
}
