package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;

/** {@code POST /api/conversations}. */
final class CreateRoute {

  private static final Set<String> UNIMPLEMENTED_TASKS = Set.of("OPEN_PR", "CREATE_MICROAGENT");

  private final Store store;
  private final V0Access access;

  CreateRoute(Store store, V0Access access) {
    this.store = store;
    this.access = access;
  }

  V0Reply answer(V0Request request) {
    Problems problems = new Problems();
    ObjectNode body = JsonBody.of(request, problems);
    if (problems.isEmpty()) {
      CreateRules.check(body, problems);
    }
    if (!problems.isEmpty()) {
      return problems.reply();
    }
    JsonNode microagent = body.path("create_microagent");
    if (!body.hasNonNull("repository") && microagent.hasNonNull("repo")) {
      body.set("repository", microagent.get("repo"));
    }
    String repository = body.path("repository").asText("");
    if (body.hasNonNull("repository")) {
      if (store.account() == V0Account.WITHOUT_GIT_TOKENS) {
        return V0Reply.crash();
      }
      if (!store.hasProvider() || !store.mayReach(repository)) {
        return V0Reply.json(401, Json.of("Unable to access repo " + repository));
      }
    }
    if (UNIMPLEMENTED_TASKS.contains(body.path("suggested_task").path("task_type").asText())) {
      return V0Reply.crash();
    }
    // The server stores the conversation first and looks at the account afterwards.
    Conversation made = store.create(trigger(body), body);
    return switch (store.account()) {
      case COMPLETE, WITHOUT_GIT_TOKENS -> taken(made);
      case WITHOUT_SETTINGS ->
          refused(made, "Settings not found", "CONFIGURATION$SETTINGS_NOT_FOUND");
      case WITHOUT_LLM_KEY ->
          refused(
              made,
              "Error authenticating with the LLM provider. Please check your API key",
              "STATUS$ERROR_LLM_AUTHENTICATION");
    };
  }

  private String trigger(ObjectNode body) {
    String byCaller = access.trigger();
    if (!byCaller.equals("gui")) {
      return byCaller;
    }
    if (body.hasNonNull("suggested_task")) {
      return "suggested_task";
    }
    return body.hasNonNull("create_microagent") ? "microagent_management" : byCaller;
  }

  private static V0Reply taken(Conversation made) {
    return V0Reply.json(200, Answers.ok(made.id(), null, made.status()));
  }

  private static V0Reply refused(Conversation made, String message, String messageId) {
    made.moveTo(Conversation.STOPPED);
    return V0Reply.json(400, Answers.error(message, messageId));
  }
}
