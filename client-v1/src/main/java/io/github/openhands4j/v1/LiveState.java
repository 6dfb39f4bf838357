package io.github.openhands4j.v1;

/** How live events come. */
public enum LiveState {
  /** Not yet, or not now: it is tried again. */
  CONNECTING,
  /** At once, over a WebSocket of the agent server. */
  CONNECTED,
  /**
   * By asking again and again, since no WebSocket can be had: the agent server or, while the
   * sandbox does not run or cannot be called, the app server, which has events later.
   */
  POLLING,
  /** No more: closed, or the conversation is gone. */
  ENDED
}
