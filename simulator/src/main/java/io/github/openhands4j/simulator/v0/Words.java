package io.github.openhands4j.simulator.v0;

import java.util.List;

/** The enumerations of release 0.62, in its order. */
final class Words {

  static final List<String> PROVIDERS = List.of("github", "gitlab", "bitbucket", "enterprise_sso");

  static final List<String> TRIGGERS =
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
          "bitbucket");

  static final List<String> TASK_TYPES =
      List.of(
          "MERGE_CONFLICTS",
          "FAILING_CHECKS",
          "UNRESOLVED_COMMENTS",
          "OPEN_ISSUE",
          "OPEN_PR",
          "CREATE_MICROAGENT");

  private Words() {}
}
