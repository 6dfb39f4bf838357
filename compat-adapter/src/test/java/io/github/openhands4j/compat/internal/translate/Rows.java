package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationBuilder;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.SandboxStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Conversations that tests start from. */
final class Rows {

  static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");
  static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

  private Rows() {}

  static AppConversationBuilder row(@Nullable String sandbox, @Nullable String agent) {
    return AppConversation.builder()
        .id(ID)
        .createdAt(CREATED)
        .sandboxStatus(sandbox == null ? null : SandboxStatus.of(sandbox))
        .executionStatus(agent == null ? null : ConversationExecutionStatus.of(agent));
  }

  static long nanos(double seconds) {
    return Math.round(seconds * Duration.ofSeconds(1).toNanos());
  }

  static Instant after(double seconds) {
    return CREATED.plusNanos(nanos(seconds));
  }
}
