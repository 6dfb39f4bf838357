package io.github.openhands4j.v1.internal.agent;

import feign.Request;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ConflictException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.MissingRoute;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.event.Event;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.Cost;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.internal.event.EventReads;
import io.github.openhands4j.v1.internal.event.LastWords;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A conversation over the raw door of its agent server.
 *
 * @param id the conversation
 * @param api the operations
 * @param door the operations of events
 * @param calls carries them out
 * @param stirred told of a word that lets the agent run, once it was taken or may have been
 */
record DefaultAgentConversation(
    ConversationId id,
    AgentConversationsApi api,
    AgentEventsDoor door,
    Calls calls,
    Consumer<ConversationId> stirred)
    implements AgentConversation {

  @Override
  public AgentConversationInfo info() {
    return calls.call(OperationClass.READ, times -> api.info(id, times));
  }

  @Override
  public boolean run() {
    try {
      stir(times -> api.run(id, times));
      return true;
    } catch (ConflictException running) {
      return false;
    }
  }

  @Override
  public void pause() {
    calls.call(OperationClass.OTHER_WRITE, times -> api.pause(id, times));
  }

  @Override
  public void interrupt() {
    try {
      calls.call(OperationClass.OTHER_WRITE, times -> api.interrupt(id, times));
    } catch (ApiException failure) {
      if (!MissingRoute.is(failure)) {
        throw failure;
      }
      pause();
    }
  }

  @Override
  public void respondToConfirmation(ConfirmationResponse response) {
    stir(times -> api.respondToConfirmation(id, response, times));
  }

  /** The server may show for a while what was before. */
  private <T> void stir(Function<Request.Options, T> word) {
    try {
      calls.call(OperationClass.OTHER_WRITE, word);
    } catch (OpenHandsException failure) {
      if (FailureClass.of(failure).mayHaveBeenDone()) {
        stirred.accept(id);
      }
      throw failure;
    } catch (RuntimeException | Error odd) {
      stirred.accept(id); // whatever went wrong, the server may have the word
      throw odd;
    }
    stirred.accept(id);
  }

  @Override
  public void confirmationPolicy(ConfirmationPolicy policy) {
    calls.call(
        OperationClass.OTHER_WRITE,
        times -> api.confirmationPolicy(id, Map.of("policy", policy), times));
  }

  @Override
  public Optional<String> finalResponse() {
    try {
      return calls.call(OperationClass.READ, times -> api.finalResponse(id, times)).get("response")
              instanceof String text
          ? Optional.of(text).filter(words -> !words.isEmpty())
          : Optional.empty();
    } catch (ApiException failure) {
      if (!MissingRoute.is(failure)) {
        throw failure;
      }
      return LastWords.in(walk(Map.of("sort_order", "TIMESTAMP_DESC", "limit", 100)));
    }
  }

  @Override
  public Cost cost() {
    return Costs.ofStats(info().stats());
  }

  @Override
  public Stream<Event> events() {
    return walk(Map.of("limit", 100));
  }

  private Stream<Event> walk(Map<String, Object> query) {
    return StreamSupport.stream(
        () ->
            Spliterators.spliteratorUnknownSize(
                new EventReads(calls).atAgent(door, id, query), Spliterator.ORDERED),
        Spliterator.ORDERED,
        false);
  }

  @Override
  public long countEvents() {
    return calls.call(OperationClass.READ, times -> api.countEvents(id, Map.of(), times));
  }
}
