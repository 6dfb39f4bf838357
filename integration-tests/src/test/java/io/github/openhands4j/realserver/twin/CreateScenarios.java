package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.CreateConversationRequestBuilder;
import io.github.openhands4j.model.v0.CreateMicroagent;
import java.util.List;
import java.util.Map;

/** Creates with everything a create can hold, and with what it should not hold. */
final class CreateScenarios {

  private static final String REPOSITORY = "octo/app";
  private static final String DENIED = "octo/denied";
  private static final String IMAGE =
      "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";
  private static final int LONG = 50_000;

  private CreateScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("create", CreateScenarios::simple),
        new Scenario("create-with-repository", CreateScenarios::repository),
        new Scenario("create-refused-repository", CreateScenarios::refusedRepository),
        new Scenario("create-with-parts", CreateScenarios::parts),
        new Scenario("create-with-odd-texts", CreateScenarios::oddTexts),
        new Scenario("create-for-task", CreateScenarios::tasks),
        new Scenario("create-with-lost-features", CreateScenarios::lostFeatures));
  }

  static CreateConversationRequestBuilder request() {
    return CreateConversationRequest.builder();
  }

  static CreateConversationRequest saying(String message) {
    return request().initialUserMsg(message).build();
  }

  private static void simple(Session session) {
    session.create(
        "idle",
        request().build(),
        id -> {
          session.get("get idle at once", id);
          session.await(id, AgentState.IDLE);
          session.get("get idle", id);
        });
    session.create(
        "finishing",
        saying("FINISH: hello"),
        id -> {
          session.await(id, AgentState.DONE);
          session.get("get finished", id);
        });
    session.create(
        "answering",
        saying("SAY: hello"),
        id -> {
          session.await(id, AgentState.DONE);
          session.get("get answered", id);
        });
    session.stepWithNull(
        "create null", () -> session.client().createConversation(Session.nothing()));
  }

  private static void repository(Session session) {
    created(
        session,
        "with all",
        request()
            .repository(REPOSITORY)
            .selectedBranch("main")
            .gitProvider(ProviderType.GITHUB)
            .build());
    created(
        session,
        "with branch and message",
        request()
            .repository(REPOSITORY)
            .selectedBranch("main")
            .initialUserMsg("FINISH: x")
            .build());
    created(session, "with branch", request().selectedBranch("main").build());
  }

  /** Creates, and reads when it rests. A V1 server of processes starts one at a time. */
  private static void created(Session session, String name, CreateConversationRequest request) {
    session.create(
        name,
        request,
        id -> {
          session.awaitRest(id);
          session.get("get " + name, id);
        });
  }

  /** Creates what one of the servers refuses, or never gets going. */
  private static void create(Session session, String name, CreateConversationRequest request) {
    session.create(name, request, id -> {});
  }

  private static void refusedRepository(Session session) {
    session.create(
        "denied",
        request().repository(DENIED).initialUserMsg("FINISH: x").build(),
        id -> {
          session.awaitRest(id);
          session.get("get denied", id);
          session.step(
              "list denied",
              () -> session.client().listConversations(ListScenarios.query().build()));
          session.run("message denied", () -> session.client().addMessage(id, "hello"));
          session.step("rename denied", () -> session.client().updateConversation(id, "New"));
          session.step("start denied", () -> session.client().startConversation(id, List.of()));
          session.step("stop denied", () -> session.client().stopConversation(id));
          session.step("delete denied", () -> session.client().deleteConversation(id));
          session.get("get denied deleted", id);
        });
    created(
        session,
        "unknown branch",
        request().repository(REPOSITORY).selectedBranch("nosuch").build());
    created(session, "shell words", request().repository("octo/app; true").build());
    created(session, "empty repository", request().repository("").build());
    created(
        session,
        "unknown provider",
        request().repository(REPOSITORY).gitProvider(ProviderType.of("nosuch")).build());
    created(
        session,
        "unknown provider alone",
        request().gitProvider(ProviderType.of("nosuch")).build());
  }

  private static void parts(Session session) {
    created(session, "with image alone", request().imageUrls(List.of(IMAGE)).build());
    created(
        session,
        "with instructions",
        request().initialUserMsg("FINISH: x").conversationInstructions("Be brief").build());
  }

  private static void oddTexts(Session session) {
    created(session, "with empty message", saying(""));
    created(session, "with blank message", saying("  "));
    created(session, "with long message", saying("FINISH: x\n" + "word ".repeat(LONG)));
    created(
        session,
        "with long and odd message",
        saying("word ".repeat(LONG) + "\uD83D\uDE00 \u4F60\u597D \u202Eabc\u0007\nFINISH: x"));
    created(
        session,
        "with empty texts",
        request()
            .initialUserMsg("FINISH: x")
            .selectedBranch("")
            .conversationInstructions("")
            .build());
  }

  private static void tasks(Session session) {
    for (TaskType type : List.of(TaskType.OPEN_ISSUE)) {
      created(session, "for " + type, request().suggestedTask(task(type)).build());
    }
    for (TaskType type :
        List.of(TaskType.OPEN_PR, TaskType.CREATE_MICROAGENT, TaskType.of("NOSUCH"))) {
      create(session, "for " + type, request().suggestedTask(task(type)).build());
    }
    created(
        session,
        "for task with message and repository",
        request()
            .repository(REPOSITORY)
            .initialUserMsg("FAIL: 401")
            .suggestedTask(task(TaskType.FAILING_CHECKS))
            .build());
  }

  private static SuggestedTask task(TaskType type) {
    return new SuggestedTask(ProviderType.GITHUB, type, REPOSITORY, 7, "A task");
  }

  private static void lostFeatures(Session session) {
    create(session, "with replay", request().replayJson("[]").build());
    create(session, "with broken replay", request().replayJson("{").build());
    create(
        session,
        "with microagent",
        request()
            .createMicroagent(new CreateMicroagent(REPOSITORY, ProviderType.GITHUB, "One"))
            .build());
    create(
        session,
        "with mcp",
        request()
            .mcpConfig(Map.of("sse_servers", List.of(Map.of("url", "https://mcp.invalid"))))
            .build());
    create(session, "with unknown mcp", request().mcpConfig(Map.of("nosuch", 1)).build());
  }
}
