package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StartFailedException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.WaitTimeoutException;
import io.github.openhands4j.core.internal.http.Origin;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/** Waits, for calls that need a conversation which is still starting, until it exists. */
final class Readiness {

  private static final String NO_DIGEST = "0000000000000000";

  private final OpenHandsClient client;
  private final Finder finder;

  Readiness(OpenHandsClient client, Finder finder) {
    this.client = client;
    this.finder = finder;
  }

  /**
   * The conversation, waited for within the time of a write.
   *
   * @param conversationId the id as typed
   * @param notReady makes the V0 error of a conversation that is still starting, or failed to start
   * @return the conversation, or empty if the id is unknown
   */
  Optional<AppConversation> await(
      String conversationId, BiFunction<String, OpenHandsException, RuntimeException> notReady) {
    Optional<ConversationId> id = Ids.parse(conversationId);
    if (id.isEmpty()) {
      return Optional.empty();
    }
    Found found = finder.find(id.get());
    if (found instanceof Found.Row it) {
      return Optional.of(it.row());
    }
    if (found instanceof Found.Nothing) {
      return Optional.empty();
    }
    try {
      Instant began =
          Objects.requireNonNullElse(((Found.Task) found).task().createdAt(), Instant.EPOCH);
      client
          .conversations()
          .resolve(handle(id.get(), began))
          .awaitReady(client.options().writeTimeout());
    } catch (WaitTimeoutException stillStarting) {
      throw notReady.apply("the conversation is still starting, nothing done", stillStarting);
    } catch (StartFailedException failed) {
      throw notReady.apply("the conversation could not be started", failed);
    }
    return finder.find(id.get()) instanceof Found.Row it ? Optional.of(it.row()) : Optional.empty();
  }

  private StartHandle handle(ConversationId id, Instant began) {
    return new StartHandle(id, Origin.of(client.options().baseUrl()).uri(), began, NO_DIGEST);
  }
}
