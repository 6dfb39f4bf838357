package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.contract.V0Clients;
import io.github.openhands4j.v0.OpenHandsV0Client;

/** One of the two servers, with the V0 client that an old application has for it. */
interface TwinServer extends AutoCloseable {

  /** Deletes all conversations, and what else a scenario may have left. */
  void clean();

  /** Makes clients, which remember nothing. */
  V0Clients clients();

  /** Waits until the agent of a conversation is in a state, and the client shows it. */
  void await(OpenHandsV0Client client, String conversationId, AgentState state);

  /** Waits until a conversation does nothing any more, whatever became of it. */
  void awaitRest(OpenHandsV0Client client, String conversationId);

  /** Lets the runs go on whose message waits for a gate. */
  void open(String gate);

  /** Ends the clients. */
  @Override
  void close();
}
