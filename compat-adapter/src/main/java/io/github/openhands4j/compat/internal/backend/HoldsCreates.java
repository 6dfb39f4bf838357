package io.github.openhands4j.compat.internal.backend;

/**
 * A client that says what would be lost with it. It must not be given up while it knows of creates
 * whose outcome it does not know.
 */
public interface HoldsCreates {

  /**
   * Whether an equal create could still be answered with what an earlier one started.
   *
   * @return false if nothing would be lost with the client
   */
  boolean holdsUnknownCreates();

  /**
   * Whether it knows of a conversation. The server tells of one only whoever has a key for it.
   *
   * @return false if it would be missed by nobody
   */
  boolean remembersConversations();
}
