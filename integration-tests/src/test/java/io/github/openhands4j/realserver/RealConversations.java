package io.github.openhands4j.realserver;

import java.util.List;

/** The conversations of a real server, seen past all clients. */
interface RealConversations {

  /** Their ids as V0 spells them. */
  List<String> ids();

  /** Waits until nothing moves in any of them that a test would meet. */
  void settle();

  /** Says something for the scripted model in one of them, and waits until its agent is done. */
  void let(String id, String message);

  /** Waits until the agent of one of them waits for its user. */
  void awaitRest(String id);

  /** Empties the server. */
  void deleteAll();
}
