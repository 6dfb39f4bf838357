package io.github.openhands4j.contract;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A backend of the V0 client and the server behind it, fresh for each test, or for some that take
 * care not to disturb each other.
 *
 * <p>All clients belong to the world and are closed with it.
 */
public interface V0World extends AutoCloseable {

  /** A repository that the account can reach. */
  String REPOSITORY = "octo/app";

  /** So many commands make more events than a page holds. */
  int MANY = 60;

  /**
   * The client of the account.
   *
   * @return always the same one
   */
  OpenHandsV0Client client();

  /**
   * Makes more clients.
   *
   * @return always the same maker
   */
  V0Clients clients();

  /**
   * A repository that the account cannot reach.
   *
   * @return its {@code owner/name}
   */
  String deniedRepository();

  /**
   * What the server tells a caller without a key.
   *
   * @return the body of a 401
   */
  default String noKeyBody() {
    return "{\"error\":\"NoCredentialsError\"}";
  }

  /**
   * What the server takes for the reason of conversations that a client with a key creates.
   *
   * @return the trigger in their records
   */
  default ConversationTrigger trigger() {
    return ConversationTrigger.of("openhands_api");
  }

  /** Lets everything that is starting come to its end, good or bad. */
  void settle();

  /** Lets the server take the next create and the answer be lost. */
  void loseAnswerOfNextCreate();

  /** Lets a gateway answer the next create with 503 and {@code Retry-After: 0}. */
  void turnAwayNextCreate();

  /**
   * How many requests tried to start a conversation, answered or not.
   *
   * @return the server's own count
   */
  int startsSeen();

  /**
   * The conversations that exist on the server.
   *
   * @return their ids as V0 spells them, in any order
   */
  List<String> idsOnServer();

  /**
   * A conversation that was just created.
   *
   * @return its id
   */
  default String created() {
    return client()
        .createConversation(
            CreateConversationRequest.builder().initialUserMsg("Fix the typo").build())
        .conversationId();
  }

  /**
   * A conversation whose runtime is up.
   *
   * @return its id
   */
  default String running() {
    String id = created();
    settle();
    return id;
  }

  /**
   * A conversation whose runtime is up, which other tests may have used: nothing is in its
   * workspace, and its first message is that of {@link #created}.
   *
   * @return its id
   */
  default String anyRunning() {
    return running();
  }

  /**
   * A conversation whose agent has work to do for the whole test.
   *
   * @return its id
   */
  default String working() {
    return running();
  }

  /**
   * A conversation that is up, which other tests may have used: its agent has run sixty commands
   * with the word {@code echo}.
   *
   * @return its id
   */
  default String experienced() {
    String id = running();
    runCommands(id, MANY);
    return id;
  }

  /**
   * A conversation that is up, with {@link #REPOSITORY} in its workspace, and without changes.
   *
   * @return its id
   */
  default String withRepository() {
    String id =
        client()
            .createConversation(CreateConversationRequest.builder().repository(REPOSITORY).build())
            .conversationId();
    settle();
    return id;
  }

  /**
   * Lets an agent do what it was told to do, until it waits for its user.
   *
   * @param id its conversation
   */
  default void awaitRest(String id) {}

  /**
   * A conversation whose runtime is up and about which the server writes nothing more by itself.
   *
   * @return its id
   */
  default String quiet() {
    return running();
  }

  /**
   * A conversation that was up and was stopped.
   *
   * @return its id
   */
  default String stopped() {
    String id = created();
    settle();
    if (!ConversationStatus.RUNNING.equals(client().stopConversation(id).conversationStatus())) {
      throw new IllegalStateException("it was not running");
    }
    return id;
  }

  /**
   * An id of the right form that no conversation has.
   *
   * @return 32 hex digits
   */
  default String unknownId() {
    return "0123456789abcdef0123456789abcdef";
  }

  /**
   * Lets the agent of a conversation that is up end its work with the finish tool.
   *
   * @param id the conversation
   * @param finalThought what it reports
   */
  default void finishRun(String id, String finalThought) {
    throw beyondThisWorld();
  }

  /**
   * Lets the agent of a conversation that is up fail, since its model refuses its key.
   *
   * @param id the conversation
   */
  default void failRun(String id) {
    throw beyondThisWorld();
  }

  /**
   * Lets the agent of a conversation that is up run commands, each of which makes two events.
   *
   * @param id the conversation
   * @param commands how many
   */
  default void runCommands(String id, int commands) {
    throw beyondThisWorld();
  }

  /**
   * Writes a file into the workspace of a conversation that is up.
   *
   * @param id the conversation
   * @param path its path from the root of the workspace
   * @param content its bytes
   */
  default void writeFile(String id, String path, byte[] content) {
    throw beyondThisWorld();
  }

  /**
   * Lets a file differ from the base of the repository in a workspace.
   *
   * @param id a conversation {@link #withRepository}
   * @param path its path from the root of the workspace
   * @param before its text in the base, or null for a new file
   * @param after its text now, or null for a deleted one
   */
  default void changeFile(String id, String path, @Nullable String before, @Nullable String after) {
    throw beyondThisWorld();
  }

  /**
   * Lets programs of a conversation that is up be reached from outside.
   *
   * @param id the conversation
   * @return their ports by address, at least one
   */
  default Map<String, Integer> openPorts(String id) {
    throw beyondThisWorld();
  }

  /**
   * A conversation that is up and has loaded knowledge that the word {@code git} brings in, and
   * after it the instructions of its repository.
   *
   * @return its id
   */
  default String withMicroagents() {
    throw beyondThisWorld();
  }

  /** Lets the account have no settings. */
  default void forgetSettings() {
    throw beyondThisWorld();
  }

  /**
   * A token that a git provider refuses.
   *
   * @return an obviously fake token
   */
  default String refusedToken() {
    throw beyondThisWorld();
  }

  private static UnsupportedOperationException beyondThisWorld() {
    return new UnsupportedOperationException("this world cannot arrange that yet");
  }

  /** A test has ended, and with it this world, unless it serves further ones. */
  default void testHasEnded() {
    close();
  }

  /** Closes the clients and stops the server. */
  @Override
  void close();
}
