package io.github.openhands4j.realserver.twin;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Renames and deletes. */
final class WriteScenarios {

  private static final int LONGEST_TITLE = 200;
  private static final String FACE = "\uD83D\uDE00";

  private WriteScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("rename", WriteScenarios::rename),
        new Scenario("delete", WriteScenarios::delete));
  }

  private static void rename(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          titles()
              .forEach(
                  (name, title) -> {
                    session.step(
                        "rename to " + name, () -> session.client().updateConversation(id, title));
                    session.get("get renamed to " + name, id);
                  });
          session.step(
              "list renamed",
              () -> session.client().listConversations(ListScenarios.query().build()));
          session.step("stop", () -> session.client().stopConversation(id));
          session.step(
              "rename stopped", () -> session.client().updateConversation(id, "While stopped"));
          session.get("get renamed when stopped", id);
          session.step("delete", () -> session.client().deleteConversation(id));
          session.step("rename deleted", () -> session.client().updateConversation(id, "Too late"));
          session.step(
              "rename deleted to nothing", () -> session.client().updateConversation(id, ""));
        });
  }

  private static Map<String, String> titles() {
    Map<String, String> titles = new LinkedHashMap<>();
    titles.put("a title", "A better name");
    titles.put("padded", "  padded\t");
    titles.put("unicode", "\u00C4rger " + FACE + " \u4F60\u597D");
    titles.put("markup", "<b>\"bold\"</b> & 'more' \\ %20");
    titles.put("two lines", "two\nlines");
    titles.put("200 letters", "x".repeat(LONGEST_TITLE));
    titles.put("200 faces", FACE.repeat(LONGEST_TITLE));
    titles.put("201 letters", "x".repeat(LONGEST_TITLE + 1));
    titles.put("201 faces", FACE.repeat(LONGEST_TITLE + 1));
    titles.put("201 with blanks", "x".repeat(LONGEST_TITLE) + " ");
    titles.put("nothing", "");
    titles.put("no-break space", "\u00A0x\u00A0");
    titles.put("blanks", "   ");
    return titles;
  }

  private static void delete(Session session) {
    session.create(
        "idle",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          deleted(session, "idle", id);
          session.get("get deleted", id);
          session.step("start deleted", () -> session.client().startConversation(id, List.of()));
          session.step("stop deleted", () -> session.client().stopConversation(id));
          session.run("message deleted", () -> session.client().addMessage(id, "hello"));
        });
    session.create(
        "working",
        CreateScenarios.saying("LOOP"),
        id -> {
          session.await(id, AgentState.WORKING);
          deleted(session, "working", id);
        });
    session.create(
        "starting", CreateScenarios.request().build(), id -> deleted(session, "starting", id));
    session.step(
        "list after all", () -> session.client().listConversations(ListScenarios.query().build()));
  }

  private static void deleted(Session session, String name, String id) {
    session.step("delete " + name, () -> session.client().deleteConversation(id));
    session.step("delete " + name + " again", () -> session.client().deleteConversation(id));
    session.get("get deleted " + name, id);
  }
}
