package io.github.openhands4j.v0;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import java.util.List;
import java.util.Optional;

/**
 * The client of the removed V0 API.
 *
 * <pre>{@code
 * OpenHandsV0Client client = OpenHandsV0Client.fromEnv();
 * CreateConversationResponse created =
 *     client.createConversation(
 *         CreateConversationRequest.builder().initialUserMsg("Fix the README").repository("me/repo").build());
 * client.getConversation(created.conversationId()).map(ConversationInfo::status);
 * }</pre>
 *
 * <ul>
 *   <li>Every failed call is a {@link V0Exception}: with V0's status and body if the server
 *       answered; with status 0 if there was no answer, the thread was interrupted (its flag is set
 *       again) or the client was closed. {@link V0Exception#code()} and the cause tell which.
 *   <li>A create is sent at most once. If its outcome is unknown, {@link
 *       V0StartOutcomeUnknownException} is thrown, also if the thread was interrupted or the client
 *       closed meanwhile: do not repeat it.
 *   <li>A server without V0 is told by {@link V0GoneException}.
 *   <li>Thread-safe; make one and share it. It need not be closed: it has daemon threads only.
 * </ul>
 *
 * @deprecated since 0.1.0: the server removed V0 in April 2026. Put {@code
 *     openhands4j-compat-adapter} in the place of {@code openhands4j-client-v0-legacy} to go on
 *     unchanged, and move to {@code io.github.openhands4j.v1.OpenHandsClient}. Before: {@code
 *     v0.createConversation(request).conversationId()}; after: {@code
 *     client.conversations().start(request).conversationId()}.
 */
@Deprecated(since = "0.1.0")
public interface OpenHandsV0Client extends AutoCloseable {

  /**
   * A client configured by system properties and the environment alone.
   *
   * @return a new client
   * @throws ConfigurationException if a setting is refused, or no backend can be chosen
   */
  static OpenHandsV0Client fromEnv() {
    return builder().build();
  }

  /**
   * A builder of clients.
   *
   * @return a new builder
   */
  static OpenHandsV0ClientBuilder builder() {
    return new OpenHandsV0ClientBuilder();
  }

  /**
   * Starts a conversation ({@code POST /api/conversations}). Returns as soon as the server took it,
   * without waiting for its runtime. Never repeat it after {@link V0StartOutcomeUnknownException}.
   *
   * @param request what to do; all fields are optional
   * @return the conversation's id; {@code status} is always {@code ok}
   * @throws V0StartOutcomeUnknownException if it was sent and the answer was lost
   * @throws V0Exception 400, 401 or 422 if the server refused it
   */
  CreateConversationResponse createConversation(CreateConversationRequest request);

  /**
   * Reads a conversation ({@code GET /api/conversations/{id}}). May be repeated.
   *
   * @param conversationId the id
   * @return the conversation, or empty if the id is unknown to this account
   * @throws V0Exception 400 if the id cannot be one
   */
  Optional<ConversationInfo> getConversation(String conversationId);

  /**
   * Lists conversations, newest first ({@code GET /api/conversations}). May be repeated.
   *
   * @param query filters and page; a page may be short or empty while a next page exists
   * @return one page
   * @throws V0Exception 400 if the page token is not one of this server's
   */
  ConversationInfoResultSet listConversations(ConversationListQuery query);

  /**
   * Renames a conversation ({@code PATCH /api/conversations/{id}}).
   *
   * @param conversationId the id
   * @param title the new title, 1 to 200 characters; blanks bring back the default title
   * @return true
   * @throws V0Exception 404 if the id is unknown, 422 if the title is refused
   */
  boolean updateConversation(String conversationId, String title);

  /**
   * Deletes a conversation ({@code DELETE /api/conversations/{id}}).
   *
   * @param conversationId the id
   * @return true if it was deleted, false if the id is unknown
   * @throws V0Exception 400 if the id cannot be one
   */
  boolean deleteConversation(String conversationId);

  /**
   * Wakes the runtime of a conversation ({@code POST /api/conversations/{id}/start}).
   *
   * @param conversationId the id
   * @param providersSet the git providers to set up, possibly none
   * @return the status then
   * @throws V0Exception 404 if the id is unknown, 500 if it cannot be woken
   */
  ConversationResponse startConversation(String conversationId, List<ProviderType> providersSet);

  /**
   * Stops the runtime of a conversation ({@code POST /api/conversations/{id}/stop}).
   *
   * @param conversationId the id; an unknown one is answered like one that was not running
   * @return the status before the stop
   */
  ConversationResponse stopConversation(String conversationId);

  /**
   * Sends a message to the agent ({@code POST /api/conversations/{id}/message}). Never repeated by
   * itself once it may have been sent.
   *
   * @param conversationId the id
   * @param message the text
   * @throws V0Exception 404 if the id is unknown, 500 if the conversation is stopped; status 0 if
   *     the answer was lost
   */
  void addMessage(String conversationId, String message);

  /**
   * What happened in conversations: events and trajectory.
   *
   * @return always the same
   */
  V0Events events();

  /**
   * Files in the workspaces of conversations.
   *
   * @return always the same
   */
  V0Files files();

  /**
   * Changes of repositories in the workspaces of conversations.
   *
   * @return always the same
   */
  V0Git git();

  /**
   * The runtimes of conversations.
   *
   * @return always the same
   */
  V0Runtimes runtimes();

  /**
   * The account's settings and git providers.
   *
   * @return always the same
   */
  V0Settings settings();

  /**
   * The account's secrets.
   *
   * @return always the same
   */
  V0Secrets secrets();

  /**
   * What the server offers.
   *
   * @return always the same
   */
  V0Options options();

  /**
   * The account's user and repositories at its git providers.
   *
   * @return always the same
   */
  V0Users user();

  /**
   * Whether the server lives.
   *
   * @return always the same
   */
  V0Health health();

  /**
   * Which backend carries out the calls.
   *
   * @return its name, release and jar
   */
  V0BackendInfo backendInfo();

  /** Ends open calls and frees connections. Conversations go on. Closing twice is harmless. */
  @Override
  void close();
}
