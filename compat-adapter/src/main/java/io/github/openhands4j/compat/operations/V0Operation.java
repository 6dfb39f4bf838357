package io.github.openhands4j.compat.operations;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Every operation of V0: where it was, how it runs on V1 and what is lost. The one table that the
 * HTTP door, the usage report, refusals and documents read.
 */
public enum V0Operation {
  CREATE_CONVERSATION(
      "POST /api/conversations",
      "createConversation",
      Faithful.lossy(
          "POST /api/v1/app-conversations with an id of our own",
          "conversations().start(request)",
          "what V1 finds out while it starts (repository, model key) shows as status ERROR; "
              + "replay_json, create_microagent and mcp_config are refused")),
  GET_CONVERSATION(
      "GET /api/conversations/{conversation_id}",
      "getConversation",
      Faithful.lossy(
          "GET /api/v1/app-conversations?ids=, else the start task",
          "conversations().get(id)",
          "status is derived; num_connections is 0; created_at is the first one this process "
              + "read")),
  LIST_CONVERSATIONS(
      "GET /api/conversations",
      "listConversations",
      Faithful.lossy(
          "GET /api/v1/app-conversations/search",
          "conversations().list(query)",
          "as for one conversation; a row that V1 rewrites during the walk may come twice")),
  UPDATE_CONVERSATION(
      "PATCH /api/conversations/{conversation_id}",
      "updateConversation",
      Faithful.lossy(
          "PATCH /api/v1/app-conversations/{id}",
          "conversations().update(id, request)",
          "V1's automatic title may replace one set early; the process that set it sets it "
              + "once more")),
  DELETE_CONVERSATION(
      "DELETE /api/conversations/{conversation_id}",
      "deleteConversation",
      Faithful.emulated(
          "DELETE /api/v1/app-conversations/{id}; in a shared sandbox the agent is "
              + "interrupted first",
          "conversations().delete(id)",
          "")),
  START_CONVERSATION(
      "POST /api/conversations/{conversation_id}/start",
      "startConversation",
      Faithful.emulated(
          "POST /api/v1/sandboxes/{id}/resume", "conversation(id).orElseThrow().resume()", "")),
  STOP_CONVERSATION(
      "POST /api/conversations/{conversation_id}/stop",
      "stopConversation",
      Faithful.emulated(
          "POST /api/v1/sandboxes/{id}/pause; in a shared sandbox the agent server's interrupt",
          "conversation(id).orElseThrow().pause()",
          "in a shared sandbox only the agent stops, and only this process shows it as stopped")),
  ADD_MESSAGE(
      "POST /api/conversations/{conversation_id}/message",
      "addMessage",
      Faithful.emulated(
          "POST /api/v1/app-conversations/{id}/send-message, after a resume if needed",
          "conversations().sendMessage(id, text)",
          "")),
  LIST_EVENTS(
      "GET /api/conversations/{conversation_id}/events",
      "events().listEvents",
      Faithful.lossy(
          "GET /api/v1/conversation/{id}/events/search and the agent server's list",
          "conversation(id).orElseThrow().events()",
          "numbers, causes and texts are made here; what V1 does not record is missing")),
  ADD_EVENT(
      "POST /api/conversations/{conversation_id}/events",
      "events().addEvent",
      Faithful.emulated(
          "send-message, or the agent server's interrupt, run and respond_to_confirmation",
          "conversations().sendMessage(id, text)",
          "actions other than message and change_agent_state are refused with 400")),
  TRAJECTORY(
      "GET /api/conversations/{conversation_id}/trajectory",
      "events().trajectory",
      Faithful.lossy(
          "the events", "conversation(id).orElseThrow().downloadTo(file)", "as for events")),
  LIST_FILES(
      "GET /api/conversations/{conversation_id}/list-files",
      "files().listFiles",
      Faithful.emulated(
          "one command in the sandbox (POST /api/bash/start_bash_command)",
          "agentServer(conversation).run(...)",
          "")),
  SELECT_FILE(
      "GET /api/conversations/{conversation_id}/select-file",
      "files().selectFile",
      Faithful.emulated(
          "agent server: GET /api/file/download", "agentServer(conversation).download(path)", "")),
  ZIP_DIRECTORY(
      "GET /api/conversations/{conversation_id}/zip-directory",
      "files().zipDirectory",
      Faithful.lossy(
          "agent server: GET /api/file/archive, packed anew while it is read; older servers: "
              + "a command and a download",
          "agentServer(conversation).archive(path, excluded)",
          "symbolic links, git's configuration and its logs are left out")),
  UPLOAD_FILES(
      "POST /api/conversations/{conversation_id}/upload-files",
      "files().uploadFiles",
      Faithful.emulated(
          "agent server: POST /api/file/upload, once a file",
          "agentServer(conversation).upload(path, content)",
          "bytes arrive as they are; V0 damaged what was not text")),
  GIT_CHANGES(
      "GET /api/conversations/{conversation_id}/git/changes",
      "git().changes",
      Faithful.lossy(
          "GET /api/v1/app-conversations/{id}/git/changes",
          "conversations().gitChanges(id, path, ref)",
          "only the selected repository, or the root of the workspace; a moved file may show "
              + "as R where V0 had D and A; a change of a tracked file with a blank in its name "
              + "fails the whole call, on V1 as it did on V0")),
  GIT_DIFF(
      "GET /api/conversations/{conversation_id}/git/diff",
      "git().diff",
      Faithful.emulated(
          "GET /api/v1/app-conversations/{id}/git/diff",
          "conversations().gitDiff(id, path, ref)",
          "")),
  CONFIG(
      "GET /api/conversations/{conversation_id}/config",
      "runtimes().config",
      Faithful.emulated("the conversation's record", "conversations().get(id)", "")),
  VSCODE_URL(
      "GET /api/conversations/{conversation_id}/vscode-url",
      "runtimes().vscodeUrl",
      Faithful.emulated("the sandbox's exposed URL VSCODE", "sandboxes().get(sandboxId)", "")),
  WEB_HOSTS(
      "GET /api/conversations/{conversation_id}/web-hosts",
      "runtimes().webHosts",
      Faithful.emulated(
          "the sandbox's exposed URLs WORKER_1, WORKER_2", "sandboxes().get(sandboxId)", "")),
  MICROAGENTS(
      "GET /api/conversations/{conversation_id}/microagents",
      "runtimes().microagents",
      Faithful.lossy(
          "GET /api/v1/app-conversations/{id}/skills",
          "conversations().skills(id)",
          "inputs and tools are empty; skills of the newer form show as knowledge")),
  REMEMBER_PROMPT(
      "GET /api/conversations/{conversation_id}/remember-prompt",
      "runtimes().rememberPrompt",
      Faithful.unsupported(
          "conversations().sendMessage(id, text)",
          "V1 writes no prompts of what to remember. Ask the agent for it in a message.")),
  SUBMIT_FEEDBACK(
      "POST /api/conversations/{conversation_id}/submit-feedback",
      "runtimes().submitFeedback",
      Faithful.unsupported("", "V1 takes no feedback by its API. Give it in the web application.")),
  EXPERIMENT_CONFIG(
      "POST /api/conversations/{conversation_id}/exp-config",
      "runtimes().addExperimentConfig",
      Faithful.unsupported("", "V1 has no settings of experiments. Leave the call out.")),
  SECURITY(
      "ANY /api/conversations/{conversation_id}/security/{path}",
      null,
      Faithful.unsupported(
          "", "V1 passes nothing on to a security analyzer. Use the confirmation of actions.")),
  GET_SETTINGS(
      "GET /api/settings",
      "settings().getSettings",
      Faithful.lossy(
          "GET /api/v1/settings",
          "settings().get()",
          "enable_solvability_analysis is always true; MCP servers lose what V0 had no place "
              + "for, and their keys are not shown")),
  STORE_SETTINGS(
      "POST /api/settings",
      "settings().storeSettings",
      Faithful.lossy(
          "POST /api/v1/settings",
          "settings().update(changes)",
          "other agents, analyzers and switched off solvability analysis are refused or, if "
              + "allowed, dropped; so are MCP servers that would lose keys which V1 does not "
              + "show; max_iterations and condenser_max_size keep their value when left out")),
  RESET_SETTINGS(
      "POST /api/reset-settings",
      "settings().resetSettings",
      Faithful.exact("none: 410, as V0", "")),
  ADD_GIT_PROVIDERS(
      "POST /api/add-git-providers",
      "settings().addGitProviders",
      Faithful.emulated(
          "POST /api/v1/secrets/git-providers",
          "secrets().storeGitProviders(tokens)",
          "mcp_config beside the tokens is refused and nothing is stored: send it to "
              + "POST /api/settings")),
  UNSET_PROVIDER_TOKENS(
      "POST /api/unset-provider-tokens",
      "settings().unsetProviderTokens",
      Faithful.exact("DELETE /api/v1/secrets/git-providers", "secrets().forgetGitProviders()")),
  LIST_SECRETS(
      "GET /api/secrets",
      "secrets().listSecrets",
      Faithful.emulated(
          "GET /api/v1/secrets/search, all pages",
          "secrets().list()",
          "sorted by name; V0 had them in the order of their creation")),
  CREATE_SECRET(
      "POST /api/secrets",
      "secrets().createSecret",
      Faithful.emulated(
          "GET /api/v1/secrets/search, then POST /api/v1/secrets",
          "secrets().store(secret)",
          "V1 overwrites: of two creates at the same moment the later one wins")),
  UPDATE_SECRET(
      "PUT /api/secrets/{secret_id}",
      "secrets().updateSecret",
      Faithful.exact("PUT /api/v1/secrets/{name}", "secrets().update(name, changes)")),
  DELETE_SECRET(
      "DELETE /api/secrets/{secret_id}",
      "secrets().deleteSecret",
      Faithful.exact("DELETE /api/v1/secrets/{name}", "secrets().delete(name)")),
  OPTIONS_MODELS(
      "GET /api/options/models",
      "options().models",
      Faithful.emulated(
          "GET /api/v1/config/models/search, all pages", "config().models(query)", "")),
  OPTIONS_AGENTS(
      "GET /api/options/agents",
      "options().agents",
      Faithful.lossy(
          "none: V1 has one agent", "", "only CodeActAgent; V0's other agents are gone")),
  OPTIONS_SECURITY_ANALYZERS(
      "GET /api/options/security-analyzers",
      "options().securityAnalyzers",
      Faithful.lossy("none: V1 has one analyzer", "", "only llm; grayswan and invariant are gone")),
  OPTIONS_CONFIG(
      "GET /api/options/config",
      "options().config",
      Faithful.lossy(
          "GET /api/v1/web-client/config",
          "api().webClient().get(...)",
          "GITHUB_CLIENT_ID is empty")),
  USER_INSTALLATIONS(
      "GET /api/user/installations",
      "user().installations",
      Faithful.emulated(
          "GET /api/v1/git/installations/search, all pages", "git().installations(provider)", "")),
  USER_REPOSITORIES(
      "GET /api/user/repositories",
      "user().repositories",
      Faithful.lossy(
          "GET /api/v1/git/repositories/search, pages up to the one asked for",
          "git().repositories(query)",
          "the order is the provider's; link_header is made here; 1000 rows at the most "
              + "without a page")),
  USER_INFO(
      "GET /api/user/info",
      "user().info",
      Faithful.exact("GET /api/v1/users/git-info", "users().gitInfo()")),
  USER_SEARCH_REPOSITORIES(
      "GET /api/user/search/repositories",
      "user().searchRepositories",
      Faithful.emulated(
          "GET /api/v1/git/repositories/search with a query, once a provider",
          "git().repositories(query)",
          "")),
  USER_SEARCH_BRANCHES(
      "GET /api/user/search/branches",
      "user().searchBranches",
      Faithful.emulated(
          "GET /api/v1/git/branches/search", "git().branches(provider, repository, text)", "")),
  USER_SUGGESTED_TASKS(
      "GET /api/user/suggested-tasks",
      "user().suggestedTasks",
      Faithful.emulated(
          "GET /api/v1/git/suggested-tasks/search, all pages", "git().suggestedTasks()", "")),
  USER_BRANCHES(
      "GET /api/user/repository/branches",
      "user().branches",
      Faithful.lossy(
          "GET /api/v1/git/branches/search, pages up to the one asked for",
          "git().branches(provider, repository, text)",
          "total_count is null")),
  USER_MICROAGENTS(
      "GET /api/user/repository/{repository_name}/microagents",
      "user().microagents",
      Faithful.unsupported(
          "",
          "V1 does not look for microagents in repositories. Read the repository at its "
              + "provider.")),
  USER_MICROAGENT_CONTENT(
      "GET /api/user/repository/{repository_name}/microagents/content",
      "user().microagentContent",
      Faithful.unsupported(
          "",
          "V1 does not read microagents in repositories. Read the repository at its provider.")),
  MICROAGENT_CONVERSATIONS(
      "GET /api/microagent-management/conversations",
      "user().microagentConversations",
      Faithful.unsupported(
          "conversations().list(query)",
          "V1 has no management of microagents. List conversations and look at their trigger.")),
  ALIVE("GET /alive", "health().alive", Faithful.exact("GET /alive", "health().isAlive()")),
  HEALTH("GET /health", "health().health", Faithful.exact("GET /health", "health().isHealthy()")),
  SERVER_INFO(
      "GET /server_info",
      "health().serverInfo",
      Faithful.exact("GET /server_info", "health().serverInfo()")),
  SOCKET_IO(
      "ANY /socket.io/",
      null,
      Faithful.unsupported(
          "conversation(id).orElseThrow().liveEvents(listener)",
          "V0's live events are not there. Read the events again and again, or take V1's."));

  private final String line;
  private final @Nullable String door;
  private final Fidelity fidelity;
  private final String counterpart;
  private final String instead;
  private final String lost;

  V0Operation(String line, @Nullable String door, Faithful faithful) {
    this.line = line;
    this.door = door;
    this.fidelity = faithful.label();
    this.counterpart = faithful.counterpart();
    this.instead = faithful.instead();
    this.lost = faithful.lost();
  }

  /**
   * The HTTP method.
   *
   * @return for example {@code GET}; {@code ANY} for all of them
   */
  public String method() {
    return line.substring(0, line.indexOf(' '));
  }

  /**
   * The path, its variables in braces.
   *
   * @return for example {@code /api/conversations/{conversation_id}}
   */
  public String path() {
    return line.substring(line.indexOf(' ') + 1);
  }

  /**
   * The method of the V0 client that does it.
   *
   * @return for example {@code files().listFiles}; empty if only the HTTP door knows the operation
   */
  public Optional<String> door() {
    return Optional.ofNullable(door);
  }

  /**
   * How faithfully it runs on V1.
   *
   * @return the label
   */
  public Fidelity fidelity() {
    return fidelity;
  }

  /**
   * What it becomes on V1.
   *
   * @return the calls in words; empty if there is nothing
   */
  public String counterpart() {
    return counterpart;
  }

  /**
   * What a program calls that no longer wants V0.
   *
   * @return a call of {@code OpenHandsClient}; empty if there is none
   */
  public String instead() {
    return instead;
  }

  /**
   * What is lost, or why it is refused and what to do.
   *
   * @return words; empty if nothing is lost
   */
  public String lost() {
    return lost;
  }

  /**
   * The operation behind a method of the V0 client.
   *
   * @param door for example {@code files().listFiles}
   * @return the operation, or empty
   */
  public static Optional<V0Operation> ofDoor(String door) {
    return Arrays.stream(values()).filter(each -> door.equals(each.door)).findFirst();
  }
}
