package io.github.openhands4j.compat.internal.http.memory;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationResponse;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.model.v0.RuntimeStatus;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v0.V0Events;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0Files;
import io.github.openhands4j.v0.V0Git;
import io.github.openhands4j.v0.V0Health;
import io.github.openhands4j.v0.V0Options;
import io.github.openhands4j.v0.V0Runtimes;
import io.github.openhands4j.v0.V0Secrets;
import io.github.openhands4j.v0.V0Settings;
import io.github.openhands4j.v0.V0Users;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Conversations in memory. It begins with one that runs, {@link #ID}. Not thread-safe. */
public class MemoryV0Client implements OpenHandsV0Client {

  /** The conversation that is there from the start. */
  public static final String ID = "5c9f0d2b7a4e4b6f8c1d2e3f4a5b6c7d";

  /** The conversation that the first create makes. */
  public static final String NEXT_ID = "0000000000000000000000000000000a";

  private final Map<String, ConversationInfo> conversations = new LinkedHashMap<>();
  private final List<CreateConversationRequest> creates = new ArrayList<>();
  private final Map<String, List<String>> messages = new LinkedHashMap<>();
  private final MemoryEvents events = new MemoryEvents(this);
  private final MemoryWorkspace workspace = new MemoryWorkspace(this);
  private final MemoryAccount account = new MemoryAccount();
  private final MemoryUsers users = new MemoryUsers();
  private boolean closed;

  /** Creates a client with one conversation. */
  public MemoryV0Client() {
    conversations.put(
        ID,
        ConversationInfo.builder()
            .conversationId(ID)
            .title("Größe")
            .lastUpdatedAt(Instant.parse("2025-11-24T23:42:19Z"))
            .status(ConversationStatus.RUNNING)
            .runtimeStatus(RuntimeStatus.of("STATUS$READY"))
            .selectedRepository("octo/cat")
            .trigger(ConversationTrigger.OPENHANDS_API)
            .url("https://sandbox.invalid/api/conversations/" + ID)
            .sessionApiKey(Secret.of("sandbox-key-not-real"))
            .createdAt(Instant.parse("2025-11-24T23:42:19.489661Z"))
            .prNumber(List.of(7L))
            .conversationVersion("V0")
            .build());
  }

  /**
   * The creates that arrived.
   *
   * @return the requests in their order
   */
  public List<CreateConversationRequest> creates() {
    return creates;
  }

  /**
   * The messages of a conversation.
   *
   * @param id the conversation
   * @return the texts in their order
   */
  public List<String> messages(String id) {
    return messages.getOrDefault(id, List.of());
  }

  /**
   * The workspace.
   *
   * @return always the same
   */
  public MemoryWorkspace workspace() {
    return workspace;
  }

  /**
   * The account.
   *
   * @return always the same
   */
  public MemoryAccount account() {
    return account;
  }

  /**
   * Whether it was closed.
   *
   * @return true afterwards
   */
  public boolean isClosed() {
    return closed;
  }

  void requireKnown(String id) {
    if (!conversations.containsKey(id)) {
      throw failure(404, "{\"detail\":\"Conversation " + id + " not found\"}");
    }
  }

  static V0Exception failure(int status, String body) {
    return new V0Exception(ErrorCode.V0_ERROR, status, body, "refused", null);
  }

  @Override
  public CreateConversationResponse createConversation(CreateConversationRequest request) {
    if ("octo/denied".equals(request.repository())) {
      throw failure(401, "\"Unable to access repo octo/denied\"");
    }
    creates.add(request);
    String id = NEXT_ID.substring(0, 31) + (char) ('a' + creates.size() - 1);
    conversations.put(
        id,
        ConversationInfo.builder()
            .conversationId(id)
            .title("Conversation 00000")
            .status(ConversationStatus.STARTING)
            .createdAt(Instant.parse("2025-11-25T00:00:00Z"))
            .build());
    return CreateConversationResponse.builder()
        .status("ok")
        .conversationId(id)
        .conversationStatus(ConversationStatus.STARTING)
        .build();
  }

  @Override
  public Optional<ConversationInfo> getConversation(String conversationId) {
    return Optional.ofNullable(conversations.get(conversationId));
  }

  @Override
  public ConversationInfoResultSet listConversations(ConversationListQuery query) {
    if ("bad".equals(query.pageId())) {
      throw failure(400, "{\"detail\":\"Invalid page_id\"}");
    }
    List<ConversationInfo> rows =
        conversations.values().stream()
            .filter(
                row ->
                    query.selectedRepository() == null
                        || query.selectedRepository().equals(row.selectedRepository()))
            .filter(
                row ->
                    query.conversationTrigger() == null
                        || query.conversationTrigger().equals(row.trigger()))
            .limit(Math.max(0, Objects.requireNonNullElse(query.limit(), 20)))
            .toList();
    return ConversationInfoResultSet.builder().results(rows).build();
  }

  @Override
  public boolean updateConversation(String conversationId, String title) {
    ConversationInfo info = conversations.get(conversationId);
    if (info == null) {
      throw failure(
          404,
          "{\"status\":\"error\",\"message\":\"Conversation not found\","
              + "\"msg_id\":\"CONVERSATION$NOT_FOUND\"}");
    }
    conversations.put(
        conversationId,
        ConversationInfo.builder()
            .conversationId(conversationId)
            .title(title.isBlank() ? "Conversation 5c9f0" : title)
            .status(info.status())
            .createdAt(info.createdAt())
            .build());
    return true;
  }

  @Override
  public boolean deleteConversation(String conversationId) {
    return conversations.remove(conversationId) != null;
  }

  @Override
  public ConversationResponse startConversation(
      String conversationId, List<ProviderType> providersSet) {
    ConversationInfo info = conversations.get(conversationId);
    if (info == null) {
      throw failure(404, "{\"status\":\"error\",\"conversation_id\":\"" + conversationId + "\"}");
    }
    return response(conversationId, null, info.status());
  }

  @Override
  public ConversationResponse stopConversation(String conversationId) {
    ConversationInfo info = conversations.get(conversationId);
    return info == null
        ? response(conversationId, "Conversation was not running", ConversationStatus.STOPPED)
        : response(conversationId, "Conversation stopped successfully", info.status());
  }

  private static ConversationResponse response(
      String id, @Nullable String message, ConversationStatus status) {
    return ConversationResponse.builder()
        .status("ok")
        .conversationId(id)
        .message(message)
        .conversationStatus(status)
        .build();
  }

  @Override
  public void addMessage(String conversationId, String message) {
    requireKnown(conversationId);
    messages.computeIfAbsent(conversationId, id -> new ArrayList<>()).add(message);
  }

  @Override
  public V0Events events() {
    return events;
  }

  @Override
  public V0Files files() {
    return workspace;
  }

  @Override
  public V0Git git() {
    return workspace;
  }

  @Override
  public V0Runtimes runtimes() {
    return workspace;
  }

  @Override
  public V0Settings settings() {
    return account;
  }

  @Override
  public V0Secrets secrets() {
    return account;
  }

  @Override
  public V0Options options() {
    return account;
  }

  @Override
  public V0Users user() {
    return users;
  }

  @Override
  public V0Health health() {
    return account;
  }

  @Override
  public V0BackendInfo backendInfo() {
    return new V0BackendInfo("memory", "test", "here");
  }

  @Override
  public void close() {
    closed = true;
  }
}
