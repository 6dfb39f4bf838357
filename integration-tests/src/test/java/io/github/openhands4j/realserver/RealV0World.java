package io.github.openhands4j.realserver;

import io.github.openhands4j.contract.V0World;
import java.util.Map;

/** What worlds on real servers have in common: their words, and a proxy that lets creates fail. */
interface RealV0World extends V0World {

  /** What stands between clients and server. */
  RecordingProxy proxy();

  /** Where creates are sent. */
  String createPath();

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
