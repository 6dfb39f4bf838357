package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.AppConversationBuilder;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a start asked for. The server's record of a conversation says it too, but not yet when a
 * report of the agent server was the first to write the record: shortly before READY.
 *
 * @param repository the repository, or null
 * @param branch its branch, or null
 * @param gitProvider its provider, or null
 * @param trigger what started it, or null
 */
public record Asked(
    @Nullable String repository,
    @Nullable String branch,
    @Nullable ProviderType gitProvider,
    @Nullable ConversationTrigger trigger) {

  static Asked of(AppConversationStartRequest request) {
    return new Asked(
        request.selectedRepository(),
        request.selectedBranch(),
        request.gitProvider(),
        request.trigger());
  }

  /**
   * Whether a record tells none of it, as one does that only the agent server has written. Nobody
   * can take a trigger away, so it is what proves that; without one there is no telling.
   */
  boolean isMissingIn(AppConversation row) {
    return trigger != null
        && Stream.of(
                row.selectedRepository(), row.selectedBranch(), row.gitProvider(), row.trigger())
            .allMatch(Objects::isNull);
  }

  AppConversation addedTo(AppConversation row) {
    return AppConversationBuilder.builder(row)
        .selectedRepository(repository)
        .selectedBranch(branch)
        .gitProvider(gitProvider)
        .trigger(trigger)
        .build();
  }
}
