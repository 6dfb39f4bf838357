package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** V0 records of V1 records; pure. */
public final class ConversationInfos {

  private static final String VERSION = "V1";

  private ConversationInfos() {}

  /**
   * The V0 record of a conversation.
   *
   * @param row the conversation
   * @param memory what is remembered of it
   * @param status its V0 status
   * @return the record
   */
  public static ConversationInfo of(AppConversation row, Memory memory, V0Status status) {
    return ConversationInfo.builder()
        .conversationId(row.id().hex())
        .title(V0Titles.shown(row.title(), row.id()))
        .lastUpdatedAt(row.updatedAt())
        .status(status.status())
        .runtimeStatus(status.runtimeStatus())
        .selectedRepository(row.selectedRepository())
        .selectedBranch(row.selectedBranch())
        .gitProvider(row.gitProvider())
        .trigger(row.trigger())
        .numConnections(0)
        .url(row.conversationUrl())
        .sessionApiKey(row.sessionApiKey())
        .createdAt(memory.createdAt() == null ? row.createdAt() : memory.createdAt())
        .prNumber(row.prNumber())
        .conversationVersion(VERSION)
        .subConversationIds(row.subConversationIds().stream().map(ConversationId::hex).toList())
        .isPublic(row.isPublic())
        .sandboxId(row.sandboxId())
        .llmModel(row.llmModel())
        .build();
  }

  /**
   * The V0 record of a conversation that has only a start task.
   *
   * @param id the conversation
   * @param task its start task
   * @param status its V0 status
   * @return the record, made from the task's echo of the request
   */
  public static ConversationInfo of(
      ConversationId id, AppConversationStartTask task, V0Status status) {
    @Nullable AppConversationStartRequest echo = task.request();
    AppConversationStartRequest request =
        Objects.requireNonNullElseGet(echo, () -> AppConversationStartRequest.builder().build());
    return ConversationInfo.builder()
        .conversationId(id.hex())
        .title(V0Titles.defaultOf(id))
        .lastUpdatedAt(task.updatedAt())
        .status(status.status())
        .runtimeStatus(status.runtimeStatus())
        .selectedRepository(request.selectedRepository())
        .selectedBranch(request.selectedBranch())
        .gitProvider(request.gitProvider())
        .trigger(request.trigger())
        .numConnections(0)
        .createdAt(task.createdAt())
        .prNumber(request.prNumber())
        .conversationVersion(VERSION)
        .subConversationIds(List.of())
        .sandboxId(task.sandboxId())
        .llmModel(request.llmModel())
        .build();
  }
}
