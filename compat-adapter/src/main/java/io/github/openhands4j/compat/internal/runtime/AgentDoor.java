package io.github.openhands4j.compat.internal.runtime;

import io.github.openhands4j.compat.internal.backend.Finder;
import io.github.openhands4j.compat.internal.backend.Found;
import io.github.openhands4j.compat.internal.backend.Ids;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.function.Function;

/**
 * The way to the agent server of a conversation, or V0's answer for one that does not run. Its
 * failures leave as V0 told those of a runtime. Thread-safe.
 */
public final class AgentDoor {

  private final OpenHandsClient client;
  private final Finder finder;
  private final Function<ConversationId, Found> sure;

  /**
   * Creates the way.
   *
   * @param client gives the agent servers
   * @param finder finds the conversations
   * @param sure finds them too, and looks again where a sandbox may only be busy
   */
  public AgentDoor(OpenHandsClient client, Finder finder, Function<ConversationId, Found> sure) {
    this.client = client;
    this.finder = finder;
    this.sure = sure;
  }

  /**
   * Uses the agent server of a conversation. If its key was refused, the conversation is read again
   * and the use repeated once: a resume changes the key, and nothing was done without one.
   *
   * @param conversationId the id as typed
   * @param notRunning the route's answer for one that does not run
   * @param use what to do
   * @param <T> what comes of it
   * @return what came of it
   * @throws V0Exception 404 for an unknown id; 502, 504 or the server's own status if it failed
   */
  public <T> T use(String conversationId, NotRunning notRunning, Function<Running, T> use) {
    Running running = running(conversationId, notRunning);
    try {
      return use.apply(running);
    } catch (UnauthorizedException keyWasReplaced) {
      return useAgain(running(conversationId, notRunning), use);
    } catch (OpenHandsException failure) {
      throw told(failure);
    }
  }

  private static <T> T useAgain(Running running, Function<Running, T> use) {
    try {
      return use.apply(running);
    } catch (OpenHandsException failure) {
      throw told(failure);
    }
  }

  /**
   * Uses the agent server of a conversation that was just read. A key that was refused is read
   * again and the use repeated once, as with an id.
   *
   * @param row the conversation, in a sandbox that runs
   * @param use what to do
   * @param <T> what comes of it
   * @return what came of it
   * @throws OpenHandsException what the use or the making of the way threw, as it is
   */
  public <T> T use(AppConversation row, Function<AgentServer, T> use) {
    try {
      return use.apply(client.agentServer(row));
    } catch (UnauthorizedException keyWasReplaced) {
      if (finder.find(row.id()) instanceof Found.Row again && isReachable(again.row())) {
        return use.apply(client.agentServer(again.row()));
      }
      throw keyWasReplaced;
    }
  }

  private static boolean isReachable(AppConversation row) {
    return SandboxStatus.RUNNING.equals(row.sandboxStatus()) && row.conversationUrl() != null;
  }

  /**
   * The record of a conversation whose sandbox runs.
   *
   * @param conversationId the id as typed
   * @param notRunning the route's answer for one that does not run
   * @return the record, just read
   * @throws V0Exception 404 for an unknown id
   */
  public AppConversation row(String conversationId, NotRunning notRunning) {
    Found found = Ids.parse(conversationId).map(sure).orElseGet(Found.Nothing::new);
    if (found instanceof Found.Row it && isReachable(it.row())) {
      return it.row();
    }
    if (found instanceof Found.Nothing) {
      throw V0Bodies.unknownConversation(conversationId);
    }
    throw notRunning.error(conversationId, found instanceof Found.Task);
  }

  private Running running(String conversationId, NotRunning notRunning) {
    AppConversation row = row(conversationId, notRunning);
    if (row.sessionApiKey() == null) {
      throw notRunning.error(conversationId, true);
    }
    try {
      return new Running(row, client.agentServer(row));
    } catch (OpenHandsException refusedAddress) {
      throw told(refusedAddress);
    }
  }

  /**
   * The failure of an agent server in V0's words; those of this process itself stay.
   *
   * @param failure what was thrown
   * @return what to throw
   */
  static RuntimeException told(OpenHandsException failure) {
    if (OurOwnEnd.is(failure)) {
      return failure;
    }
    if (failure instanceof ApiException answer) {
      return V0Bodies.error(answer.status(), "Runtime returned error: " + answer.status(), answer);
    }
    return failure instanceof DeadlineExceededException
        ? V0Bodies.error(504, "Request to runtime timed out", failure)
        : V0Bodies.noRuntime(failure);
  }
}
