package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0World;
import java.util.List;
import java.util.Map;

/** What worlds on real servers have in common: their words, and a proxy that lets creates fail. */
interface RealV0World extends V0World {

  /** What stands between clients and server. */
  RecordingProxy proxy();

  /** Where creates are sent. */
  String createPath();

  /** What is on the server. */
  RealConversations conversations();

  @Override
  default void settle() {
    conversations().settle();
  }

  @Override
  default List<String> idsOnServer() {
    return conversations().ids();
  }

  @Override
  default void awaitRest(String id) {
    conversations().awaitRest(id);
  }

  @Override
  default void finishRun(String id, String finalThought) {
    conversations().let(id, "FINISH: " + finalThought);
  }

  @Override
  default void failRun(String id) {
    conversations().let(id, "FAIL: 401");
  }

  @Override
  default void runCommands(String id, int commands) {
    conversations().let(id, "ECHO: " + commands);
  }

  @Override
  default String deniedRepository() {
    return "octo/denied";
  }

  @Override
  default String noKeyBody() {
    return "{\"detail\":\"Unauthorized\"}";
  }

  /** The stand-in for GitHub refuses tokens that say so. */
  @Override
  default String refusedToken() {
    return "fake-refused-token";
  }

  @Override
  default void loseAnswerOfNextCreate() {
    proxy().next("POST", createPath(), Fate.answerLost());
  }

  @Override
  default void turnAwayNextCreate() {
    proxy()
        .next(
            "POST",
            createPath(),
            new Fate.AnsweredByGateway(
                503, Map.of("Content-Type", "text/html", "Retry-After", "0"), "<html>busy</html>"));
  }

  @Override
  default int startsSeen() {
    return proxy().count("POST", createPath());
  }
}
