package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationResponse;
import io.github.openhands4j.realserver.Patience;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** One scenario on one server: makes its steps and writes down what each gave. */
final class Session {

  private final TwinServer server;
  private final Words words = new Words();
  private final Trees trees = new Trees(words);
  private final OpenHandsV0Client client;
  private final Map<String, @Nullable Object> transcript = new LinkedHashMap<>();

  Session(TwinServer server) {
    this.server = server;
    this.client = server.clients().withRightKey();
  }

  /** The client of the program. */
  OpenHandsV0Client client() {
    return client;
  }

  /** A further client, as another process would have it. */
  OpenHandsV0Client client(Optional<String> key) {
    return server.clients().with(key);
  }

  /**
   * Makes a call that gives something, and writes down what it gave or which exception of V0 it
   * threw. Any other would be a mistake of the program, which both sides make alike.
   */
  <T> Optional<T> step(String name, Callable<@Nullable T> call) {
    return step(name, call, failure -> failure instanceof V0Exception);
  }

  /** Makes a call with a null where no method takes one. */
  void stepWithNull(String name, Callable<@Nullable Object> call) {
    step(
        name,
        call,
        failure -> failure instanceof V0Exception || failure instanceof NullPointerException);
  }

  private <T> Optional<T> step(
      String name, Callable<@Nullable T> call, Predicate<Exception> isMeant) {
    Map<String, @Nullable Object> outcome = new LinkedHashMap<>();
    T answer = null;
    try {
      answer = call.call();
      outcome.put("returned", trees.of(answer));
    } catch (Exception failure) {
      if (!isMeant.test(failure)) {
        throw new IllegalStateException("no answer of a server: " + name, failure);
      }
      outcome.put("thrown", trees.thrown(failure));
    }
    if (transcript.put(name, outcome) != null) {
      throw new IllegalStateException("two steps are named " + name);
    }
    return Optional.ofNullable(answer);
  }

  /** Makes a call that gives nothing. */
  void run(String name, Runnable call) {
    step(
        name,
        () -> {
          call.run();
          return null;
        });
  }

  /**
   * Creates a conversation, and goes on with it where it was created; its id shows under a name.
   */
  void create(String name, CreateConversationRequest request, Consumer<String> goOn) {
    Optional<CreateConversationResponse> made =
        step(
            "create " + name,
            () -> {
              CreateConversationResponse response = client.createConversation(request);
              words.name(response.conversationId(), name);
              return response;
            });
    made.ifPresent(response -> goOn.accept(response.conversationId()));
  }

  /** Reads a conversation. */
  void get(String name, String id) {
    step(name, () -> client.getConversation(id));
  }

  /** Waits until its agent is in a state. */
  void await(String id, AgentState state) {
    server.await(client, id, state);
  }

  /** Waits until it shows as stopped; a failure may be one of the moment. */
  void awaitStopped(String id) {
    Patience.until(
        id + " is stopped",
        () -> {
          try {
            return client
                .getConversation(id)
                .filter(row -> ConversationStatus.STOPPED.equals(row.status()))
                .isPresent();
          } catch (V0Exception notNow) {
            return false;
          }
        });
  }

  /** Waits until it does nothing any more. */
  void awaitRest(String id) {
    server.awaitRest(client, id);
  }

  /** Lets the runs go on whose message waits for a gate. */
  void open(String gate) {
    server.open(gate);
  }

  /** An id that the program made up shows as it is. */
  void keep(String id) {
    words.keep(id);
  }

  /** The null that callers pass whose compiler does not keep them from it. */
  @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // that is what it is for
  static <T> T nothing() {
    return null;
  }

  /** What every step gave, by its name. */
  Map<String, @Nullable Object> transcript() {
    return transcript;
  }
}
