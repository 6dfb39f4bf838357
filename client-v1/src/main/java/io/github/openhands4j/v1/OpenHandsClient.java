package io.github.openhands4j.v1;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.time.ClosableTime;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v1.api.V1Api;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

/**
 * The client of the OpenHands V1 API.
 *
 * <pre>{@code
 * try (OpenHandsClient client = OpenHandsClient.fromEnv()) {
 *   Conversation done =
 *       client.conversations()
 *           .start(StartRequest.builder().message("Fix the README").repository("me/repo").build())
 *           .awaitFinished(Duration.ofMinutes(60));
 *   System.out.println(done.outcome() + " " + done.link());
 * }
 * }</pre>
 *
 * <ul>
 *   <li>A start is sent at most once; after a lost answer the server is asked what became of it.
 *   <li>Thread-safe; make one and share it. Whoever made it closes it; its threads are daemons.
 * </ul>
 */
public interface OpenHandsClient extends AutoCloseable {

  /**
   * A client configured by system properties and the environment alone: {@code OPENHANDS_API_KEY},
   * {@code OPENHANDS_BASE_URL} and the other settings of {@link ClientOptions}.
   *
   * @return a new client
   * @throws ConfigurationException if a setting is refused
   */
  static OpenHandsClient fromEnv() {
    return create(ClientOptions.fromEnv());
  }

  /**
   * A client with given options. Nothing is sent yet.
   *
   * @param options server, key and limits
   * @return a new client
   */
  static OpenHandsClient create(ClientOptions options) {
    return new DefaultOpenHandsClient(
        options, new ClosableTime(), () -> ThreadLocalRandom.current().nextDouble());
  }

  /**
   * Conversations: start, wait, read, change, talk.
   *
   * @return the resource
   */
  Conversations conversations();

  /**
   * A conversation, to go on with ({@code GET /api/v1/app-conversations?ids=}). May be repeated.
   *
   * @param id the conversation
   * @return the conversation, or empty if the id is unknown to this account; also empty while it is
   *     still starting
   * @throws OpenHandsException if the call fails
   */
  Optional<Conversation> conversation(ConversationId id);

  /**
   * A conversation that was read before, to go on with. Sends nothing.
   *
   * @param row the conversation, for example of a list
   * @return the conversation as it was then
   */
  Conversation conversation(AppConversation row);

  /**
   * Start tasks: what the server tells of starts.
   *
   * @return the resource
   */
  StartTasks startTasks();

  /**
   * Sandboxes: read, list, make, pause, resume, delete.
   *
   * @return the resource
   */
  Sandboxes sandboxes();

  /**
   * What sandboxes can be made from.
   *
   * @return the resource
   */
  SandboxSpecs sandboxSpecs();

  /**
   * The user's settings.
   *
   * @return the resource
   */
  Settings settings();

  /**
   * Stored settings of the language model.
   *
   * @return the resource
   */
  Profiles profiles();

  /**
   * The user's secrets, and the tokens of Git providers.
   *
   * @return the resource
   */
  Secrets secrets();

  /**
   * What the connected Git providers tell.
   *
   * @return the resource
   */
  Git git();

  /**
   * The language models of the server.
   *
   * @return the resource
   */
  Config config();

  /**
   * The user who the key belongs to.
   *
   * @return the resource
   */
  Users users();

  /**
   * Conversations that anybody may read; no key is sent for them.
   *
   * @return the resource
   */
  SharedConversations sharedConversations();

  /**
   * The user's keys, on OpenHands Cloud.
   *
   * @return the resource
   */
  ApiKeys apiKeys();

  /**
   * The state of the server.
   *
   * @return the resource
   */
  Health health();

  /**
   * The agent server of a conversation's sandbox. Nothing is sent yet.
   *
   * @param conversation the conversation, read just before: its address and key change
   * @return the agent server, the same one for the same address and key
   * @throws ConfigurationException if it has none because its sandbox does not run, or if the
   *     address is refused: other than http(s), plain http beside an https base URL, with user name
   *     or query. Hosts are looked at when a connection is made; see {@link
   *     ErrorCode#ADDRESS_REFUSED}
   * @throws ClientClosedException if this client is closed
   */
  AgentServer agentServer(AppConversation conversation);

  /**
   * The agent server of a sandbox. Nothing is sent yet.
   *
   * @param sandbox the sandbox, read just before: its address and key change
   * @return the agent server, the same one for the same address and key
   * @throws ConfigurationException as {@link #agentServer(AppConversation)}
   * @throws ClientClosedException if this client is closed
   */
  AgentServer agentServer(SandboxInfo sandbox);

  /**
   * The raw door: one call each, without repeats and waits.
   *
   * @return the Feign interfaces
   */
  V1Api api();

  /**
   * A view of this client whose calls differ. It shares connections, limits, the poller and all
   * else with this client, and needs no closing of its own: closing either closes both. Making one
   * takes some milliseconds, so keep it where many calls are made.
   *
   * <pre>{@code
   * List<RawAnswer> answers = new CopyOnWriteArrayList<>();
   * client
   *     .withOptions(o -> o.organization(id).timeout(Duration.ofSeconds(5)).onAnswer(answers::add))
   *     .settings()
   *     .get();
   * }</pre>
   *
   * @param changes makes its options of those of this client or view
   * @return the view
   */
  OpenHandsClient withOptions(UnaryOperator<CallOptions> changes);

  /**
   * What the client was made with.
   *
   * @return the options
   */
  ClientOptions options();

  /**
   * Ends all calls and waits of this client and of its agent servers; the waits end with their
   * handles. Jobs on the server go on. Closing twice is harmless.
   */
  @Override
  void close();
}
