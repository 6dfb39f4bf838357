package io.github.openhands4j.v1;

import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.event.Event;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A conversation at its agent server: lets the agent run, stops it, answers it. Messages go by
 * {@link Conversation#send(String)}. Thread-safe.
 */
public interface AgentConversation {

  /**
   * The conversation's id.
   *
   * @return the id
   */
  ConversationId id();

  /**
   * Reads it ({@code GET /api/conversations/{id}}). May be repeated.
   *
   * @return the conversation
   * @throws NotFoundException if it is not in this sandbox
   * @throws OpenHandsException if the call fails
   */
  AgentConversationInfo info();

  /**
   * Lets the agent go on ({@code POST /api/conversations/{id}/run}).
   *
   * @return false if it ran already
   * @throws OpenHandsException if the call fails
   */
  boolean run();

  /**
   * Ends the run after the current step ({@code POST /api/conversations/{id}/pause}). The agent is
   * paused then, which ends no wait: {@link #run()} or a message lets it go on.
   *
   * @throws OpenHandsException if the call fails; 400 if it is not in this sandbox
   */
  void pause();

  /**
   * Ends the run at once ({@code POST /api/conversations/{id}/interrupt}); after the current step
   * on servers before May 2026. The agent is paused then, which ends no wait: {@link #run()} or a
   * message lets it go on.
   *
   * @throws OpenHandsException if the call fails
   */
  void interrupt();

  /**
   * Answers an agent that waits for confirmation ({@code POST
   * /api/conversations/{id}/events/respond_to_confirmation}). It goes on if it may, and else is
   * idle, which ends no wait: {@link #run()} or a message lets it go on.
   *
   * @param response whether it may do what it wants; accepted also when nothing waits
   * @throws OpenHandsException if the call fails
   */
  void respondToConfirmation(ConfirmationResponse response);

  /**
   * Says which actions have to be confirmed from now on ({@code POST
   * /api/conversations/{id}/confirmation_policy}).
   *
   * @param policy which actions
   * @throws OpenHandsException if the call fails
   */
  void confirmationPolicy(ConfirmationPolicy policy);

  /**
   * The last words of the agent ({@code GET /api/conversations/{id}/agent_final_response}, on
   * servers before April 2026 the newest events).
   *
   * @return the text, or empty if there is none
   * @throws OpenHandsException if the call fails
   */
  Optional<String> finalResponse();

  /**
   * What it has cost so far, all uses of models together.
   *
   * @return the cost
   * @throws OpenHandsException if the call fails
   */
  Cost cost();

  /**
   * What happened in it ({@code GET /api/conversations/{id}/events/search}). Pages are read when
   * the stream comes to them.
   *
   * @return the events in the server's order
   */
  Stream<Event> events();

  /**
   * How many events there are ({@code GET /api/conversations/{id}/events/count}).
   *
   * @return the number
   * @throws OpenHandsException if the call fails
   */
  long countEvents();
}
