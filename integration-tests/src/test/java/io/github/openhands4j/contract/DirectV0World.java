package io.github.openhands4j.contract;

import java.util.List;

/** A server that has V0, and the direct backend on it. */
public interface DirectV0World extends V0World {

  /**
   * Lets the server carry out a request and its answer be lost.
   *
   * @param method the method of the request
   * @param path its path
   */
  void loseNextAnswer(String method, String path);

  /** Lets the rate limit refuse the next create. */
  void refuseNextCreateByRateLimit();

  /**
   * How many requests came in.
   *
   * @param method of this method
   * @param path to this path
   * @return the count, answered or not
   */
  int requestsSeen(String method, String path);

  /**
   * How many requests came in, of any kind.
   *
   * @return the count
   */
  int requestsSeen();

  /**
   * The messages that a conversation got after the one it was created with.
   *
   * @param id the conversation
   * @return their texts, in order
   */
  List<String> messagesOf(String id);
}
