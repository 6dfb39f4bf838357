package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The rules of the start request's body. Unknown keys are ignored. */
final class StartRules {

  /** The words of {@code git_provider}. */
  static final List<String> PROVIDERS =
      List.of(
          "github",
          "gitlab",
          "bitbucket",
          "bitbucket_data_center",
          "forgejo",
          "azure_devops",
          "enterprise_sso");

  private static final List<String> TRIGGERS =
      List.of(
          "resolver",
          "gui",
          "suggested_task",
          "openhands_api",
          "slack",
          "microagent_management",
          "jira",
          "jira_dc",
          "linear",
          "bitbucket",
          "automation");
  private static final List<String> TASK_TYPES =
      List.of("MERGE_CONFLICTS", "FAILING_CHECKS", "UNRESOLVED_COMMENTS", "OPEN_ISSUE", "OPEN_PR");
  private static final List<String> ROLES = List.of("user", "system", "assistant", "tool");
  private static final List<String> TEXTS_BEFORE =
      List.of("system_message_suffix", "llm_model", "agent_profile_id");
  private static final List<String> TEXTS = List.of("selected_repository", "selected_branch");

  private final Checks checks;
  private final ContentRules contents;

  /** Errors go into the given list. */
  StartRules(Violations found) {
    this.checks = new Checks(found);
    this.contents = new ContentRules(found);
  }

  /** Checks a body. */
  void check(JsonNode body) {
    if (!checks.isBody(body)) {
      return;
    }
    Loc at = Loc.body();
    checks.nullable(body, at, "sandbox_id", checks::text);
    checks.nullable(body, at, "conversation_id", checks::uuid);
    checks.nullable(body, at, "initial_message", this::message);
    TEXTS_BEFORE.forEach(name -> checks.nullable(body, at, name, checks::text));
    TEXTS.forEach(name -> checks.nullable(body, at, name, checks::text));
    words(body, at, "git_provider", PROVIDERS);
    checks.nullable(body, at, "suggested_task", this::suggestedTask);
    checks.nullable(body, at, "title", checks::text);
    words(body, at, "trigger", TRIGGERS);
    checks.optional(
        body, at, "pr_number", (value, where) -> checks.list(value, where, checks::whole));
    checks.nullable(body, at, "parent_conversation_id", checks::uuid);
    checks.optional(
        body,
        at,
        "agent_type",
        (value, where) -> checks.oneOf(value, where, List.of("default", "plan")));
    checks.nullable(body, at, "public", checks::truth);
    checks.nullable(body, at, "plugins", (value, where) -> checks.list(value, where, this::plugin));
    checks.nullable(body, at, "secrets", checks::textMap);
  }

  private void words(JsonNode body, Loc at, String name, List<String> words) {
    checks.nullable(body, at, name, (value, where) -> checks.oneOf(value, where, words));
  }

  private void message(JsonNode message, Loc at) {
    if (checks.isObject(message, at)) {
      checks.optional(message, at, "role", (value, where) -> checks.literal(value, where, ROLES));
      checks.optional(message, at, "content", (value, where) -> contents.blocks(value, where, 0));
      checks.optional(message, at, "run", checks::truth);
    }
  }

  private void suggestedTask(JsonNode task, Loc at) {
    if (checks.isObject(task, at)) {
      checks.required(
          task, at, "git_provider", (value, where) -> checks.oneOf(value, where, PROVIDERS));
      checks.required(
          task, at, "task_type", (value, where) -> checks.oneOf(value, where, TASK_TYPES));
      checks.required(task, at, "repo", checks::text);
      checks.required(task, at, "issue_number", checks::whole);
      checks.required(task, at, "title", checks::text);
    }
  }

  private void plugin(JsonNode plugin, Loc at) {
    if (checks.isObject(plugin, at)) {
      checks.required(plugin, at, "source", checks::text);
      checks.nullable(plugin, at, "ref", checks::text);
      checks.nullable(plugin, at, "repo_path", checks::text);
    }
  }
}
