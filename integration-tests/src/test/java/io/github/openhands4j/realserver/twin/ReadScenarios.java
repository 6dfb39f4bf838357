package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.realserver.RealServer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads of conversations in every state, and of ids of every form. */
final class ReadScenarios {

  static final String UNKNOWN = "0a1b2c3d4e5f40718293a4b5c6d7e8f9";

  private ReadScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("ids", ReadScenarios::ids),
        new Scenario("forms", ReadScenarios::forms),
        new Scenario("states", ReadScenarios::states),
        new Scenario("keys", ReadScenarios::keys),
        new Scenario("client", ReadScenarios::client));
  }

  /** Ids that no server knows, by a name for the steps. */
  static Map<String, String> unknownIds() {
    Map<String, String> ids = new LinkedHashMap<>();
    ids.put("unknown", UNKNOWN);
    ids.put("unknown dashed", Words.dashed(UNKNOWN));
    ids.put("unknown upper case", UNKNOWN.toUpperCase(Locale.ROOT));
    ids.put("abc", "abc");
    ids.put("word null", "null");
    ids.put("blank", " ");
    ids.put("with query", "abc?limit=1");
    ids.put("with fragment", "abc#x");
    ids.put("with percent", "abc%2Fx");
    ids.put("unicode", "\u00E4\uD83D\uDE00");
    ids.put("100 characters", "a".repeat(100));
    ids.put("101 characters", "a".repeat(101));
    ids.put("empty", "");
    ids.put("dot", ".");
    ids.put("dots", "..");
    ids.put("with slash", "a/b");
    ids.put("with backslash", "a\\b");
    ids.put("with line break", "a\nb");
    ids.put("with null character", "a\0b");
    return ids;
  }

  private static void ids(Session session) {
    session.keep(UNKNOWN);
    session.keep(Words.dashed(UNKNOWN));
    session.keep(UNKNOWN.toUpperCase(Locale.ROOT));
    unknownIds()
        .forEach(
            (name, id) -> {
              session.get("get " + name, id);
              session.step("rename " + name, () -> session.client().updateConversation(id, "New"));
              session.step(
                  "start " + name, () -> session.client().startConversation(id, List.of()));
              session.step("stop " + name, () -> session.client().stopConversation(id));
              session.run("message " + name, () -> session.client().addMessage(id, "hello"));
              session.step("delete " + name, () -> session.client().deleteConversation(id));
            });
  }

  /** A known conversation, asked for in forms its id was never given out in. */
  private static void forms(Session session) {
    session.create(
        "it",
        CreateScenarios.saying("FINISH: x"),
        id -> {
          session.await(id, AgentState.DONE);
          for (String form :
              List.of(" " + id, id + "-0", id.toUpperCase(Locale.ROOT), Words.dashed(id))) {
            String name = form.replace(id, "it").replaceAll("[0-9A-F]{32}", "IT");
            String shown =
                name.matches("[0-9a-f]{8}-.*")
                    ? "dashed"
                    : name.startsWith(" ") ? "with blank" : name;
            session.get("get " + shown, form);
            session.step("rename " + shown, () -> session.client().updateConversation(form, "New"));
            session.step(
                "start " + shown, () -> session.client().startConversation(form, List.of()));
            session.run("message " + shown, () -> session.client().addMessage(form, "FINISH: x"));
            session.step("stop " + shown, () -> session.client().stopConversation(form));
            if (!shown.equals("IT")) { // or the next form finds nothing
              session.step("delete " + shown, () -> session.client().deleteConversation(form));
            }
          }
        });
  }

  private static void states(Session session) {
    session.create(
        "failing",
        CreateScenarios.saying("UNTIL: seen at work\nFAIL: 401"),
        id -> {
          session.await(id, AgentState.WORKING);
          session.open("seen at work");
          session.await(id, AgentState.FAILED);
          session.get("get failed", id);
        });
  }

  private static void keys(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          withKey(session, "wrong key", Optional.of("fake-wrong-key"), id);
          withKey(session, "no key", Optional.empty(), id);
          session.get("get with the key", id);
        });
  }

  private static void withKey(Session session, String name, Optional<String> key, String id) {
    var client = session.client(key);
    session.step(
        "create with " + name, () -> client.createConversation(CreateScenarios.request().build()));
    session.step("get with " + name, () -> client.getConversation(id));
    session.step(
        "list with " + name, () -> client.listConversations(ListScenarios.query().build()));
    session.step("rename with " + name, () -> client.updateConversation(id, "New"));
    session.step("rename to nothing with " + name, () -> client.updateConversation(id, ""));
    session.step("start with " + name, () -> client.startConversation(id, List.of()));
    session.step("stop with " + name, () -> client.stopConversation(id));
    session.run("message with " + name, () -> client.addMessage(id, "hello"));
    session.step("delete with " + name, () -> client.deleteConversation(id));
    session.step("get unknown with " + name, () -> client.getConversation(UNKNOWN));
    session.step("get of abc with " + name, () -> client.getConversation("abc"));
  }

  private static void client(Session session) {
    session.step("backend", () -> session.client().backendInfo());
    session.stepWithNull("get null", () -> session.client().getConversation(Session.nothing()));
    session.stepWithNull("list null", () -> session.client().listConversations(Session.nothing()));
    session.stepWithNull(
        "rename to null", () -> session.client().updateConversation(UNKNOWN, Session.nothing()));
    session.stepWithNull(
        "start with null", () -> session.client().startConversation(UNKNOWN, Session.nothing()));
    session.stepWithNull(
        "message null",
        () -> {
          session.client().addMessage(UNKNOWN, Session.nothing());
          return null;
        });
    session.step(
        "get when interrupted",
        () -> {
          Thread.currentThread().interrupt();
          try {
            return session.client().getConversation(UNKNOWN);
          } finally {
            Thread.interrupted();
          }
        });
    var closed = session.client(Optional.of(RealServer.KEY));
    closed.close();
    closed.close();
    session.step("get when closed", () -> closed.getConversation(UNKNOWN));
    session.step(
        "create when closed", () -> closed.createConversation(CreateScenarios.request().build()));
    session.step(
        "list after all", () -> session.client().listConversations(ListScenarios.query().build()));
  }
}
