package io.github.openhands4j.compat.internal.backend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.ledger.ConversationLedger;
import io.github.openhands4j.compat.internal.usage.UsageMeter;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import io.github.openhands4j.v1.Conversations;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.Start;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** The server took a start, and then the process has no thread left to watch it with. */
class CreateCallTest {

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");
  private static final CreateConversationRequest REQUEST =
      CreateConversationRequest.builder().initialUserMsg("Fix it").build();

  private final AtomicInteger starts = new AtomicInteger();
  private boolean watched;

  private ConversationId awaitReady() {
    if (watched) {
      return ID;
    }
    throw new OutOfMemoryError("unable to create native thread: made up by a test");
  }

  /** Answers the named methods, and no other one. */
  private static <T> T fake(Class<T> type, Map<String, Supplier<Object>> answers) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) ->
                Objects.requireNonNull(answers.get(method.getName())).get()));
  }

  private CreateCall call(Optional<ConversationId> id, CompatOptions compat) {
    Start start =
        fake(
            Start.class,
            Map.of(
                "handle",
                () -> new StartHandle(ID, URI.create("http://127.0.0.1:1"), Instant.EPOCH, "00"),
                "conversationId",
                () -> id,
                "startTask",
                Optional::empty,
                "duplicates",
                List::of,
                "awaitReady",
                this::awaitReady));
    Conversations conversations =
        fake(
            Conversations.class,
            Map.of(
                "start",
                () -> {
                  starts.incrementAndGet();
                  return start;
                }));
    OpenHandsClient client =
        fake(OpenHandsClient.class, Map.of("conversations", () -> conversations));
    return new CreateCall(
        client,
        compat,
        new ConversationLedger(),
        new UnknownCreates(TimeSource.system()),
        new UsageMeter());
  }

  @Test
  void createThatCannotBeWatchedHasItsIdAllTheSame() {
    CreateCall call =
        call(Optional.of(ID), CompatOptions.builder().createWait(Duration.ofSeconds(20)).build());

    assertThat(call.make(REQUEST).conversationId()).isEqualTo(ID.hex());
    assertThat(starts).hasValue(1);
  }

  @Test
  void createWhoseIdCannotBeWaitedForIsUnknownAndItsRepeatFindsIt() {
    CreateCall call = call(Optional.empty(), CompatOptions.builder().build());

    assertThatThrownBy(() -> call.make(REQUEST))
        .isInstanceOf(V0StartOutcomeUnknownException.class)
        .hasCauseInstanceOf(OutOfMemoryError.class);
    watched = true;
    assertThat(call.make(REQUEST).conversationId()).isEqualTo(ID.hex());
    assertThat(starts).hasValue(1);
  }
}
