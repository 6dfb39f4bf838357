package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.ProviderType;
import java.util.List;

/** Starts, stops and messages. */
final class RunScenarios {

  private static final int LONG = 50_000;

  private RunScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("stop", RunScenarios::stop),
        new Scenario("start", RunScenarios::start),
        new Scenario("message", RunScenarios::message),
        new Scenario("message-to-stopped", RunScenarios::messageToStopped));
  }

  private static void stop(Session session) {
    session.create(
        "working",
        CreateScenarios.saying("LOOP"),
        id -> {
          session.await(id, AgentState.WORKING);
          session.get("get working", id);
          stopped(session, "working", id);
        });
    session.create(
        "finished",
        CreateScenarios.saying("FINISH: x"),
        id -> {
          session.await(id, AgentState.DONE);
          session.step("start finished", () -> session.client().startConversation(id, List.of()));
          session.get("get started finished", id);
          stopped(session, "finished", id);
        });
    session.create(
        "starting", CreateScenarios.request().build(), id -> stopped(session, "starting", id));
  }

  private static void stopped(Session session, String name, String id) {
    session.step("stop " + name, () -> session.client().stopConversation(id));
    session.get("get stopped " + name, id);
    session.step("stop " + name + " again", () -> session.client().stopConversation(id));
    session.step(
        "list with stopped " + name,
        () -> session.client().listConversations(ListScenarios.query().limit(1).build()));
  }

  private static void start(Session session) {
    session.create(
        "idle",
        CreateScenarios.request().build(),
        id -> {
          session.step("start at once", () -> session.client().startConversation(id, List.of()));
          session.await(id, AgentState.IDLE);
          session.step("start running", () -> session.client().startConversation(id, List.of()));
          session.step(
              "start with provider",
              () -> session.client().startConversation(id, List.of(ProviderType.GITHUB)));
          session.step(
              "start with unknown provider",
              () -> session.client().startConversation(id, List.of(ProviderType.of("nosuch"))));
          session.step("stop", () -> session.client().stopConversation(id));
          session.step("start stopped", () -> session.client().startConversation(id, List.of()));
          session.await(id, AgentState.IDLE);
          session.get("get started again", id);
          session.step("start started", () -> session.client().startConversation(id, List.of()));
          held(session, id, "message", "FINISH: x");
          session.await(id, AgentState.WORKING);
          session.get("get working again", id);
          session.open("message");
        });
  }

  private static void message(Session session) {
    session.create(
        "starting",
        CreateScenarios.request().build(),
        id -> session.run("message at once", () -> session.client().addMessage(id, "FINISH: x")));
    session.create(
        "idle",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          held(session, id, "message idle", "FINISH: x");
          session.await(id, AgentState.WORKING);
          session.get("get working", id);
          session.run("message working", () -> session.client().addMessage(id, "FINISH: y"));
          session.open("message idle");
          session.await(id, AgentState.DONE);
          session.get("get finished", id);
          held(session, id, "message finished", "FINISH: z");
          session.get("get just after a message", id);
          session.await(id, AgentState.WORKING);
          session.open("message finished");
          session.await(id, AgentState.DONE);
          session.get("get finished again", id);
          held(session, id, "message that fails", "FAIL: 401");
          session.await(id, AgentState.WORKING);
          session.open("message that fails");
          session.await(id, AgentState.FAILED);
          session.get("get failed", id);
          held(session, id, "message failed", "FINISH: a");
          session.await(id, AgentState.WORKING);
          session.open("message failed");
          session.await(id, AgentState.DONE);
          session.get("get recovered", id);
          session.run("message of nothing", () -> session.client().addMessage(id, ""));
          session.run("message of blanks", () -> session.client().addMessage(id, "  "));
          session.run(
              "message of unicode", () -> session.client().addMessage(id, "\uD83D\uDE00\u0007"));
          session.run("long message", () -> session.client().addMessage(id, "word ".repeat(LONG)));
        });
  }

  /** Sends a message whose run goes on when the gate of the step's name is opened. */
  private static void held(Session session, String id, String step, String script) {
    session.run(step, () -> session.client().addMessage(id, "UNTIL: " + step + "\n" + script));
  }

  private static void messageToStopped(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          session.step("stop", () -> session.client().stopConversation(id));
          session.run("message stopped", () -> session.client().addMessage(id, "LOOP"));
          session.get("get after message to stopped", id);
        });
  }
}
