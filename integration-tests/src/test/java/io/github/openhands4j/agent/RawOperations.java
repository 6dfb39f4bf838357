package io.github.openhands4j.agent;

import io.github.openhands4j.agent.RawOperation.Doors;
import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.BashCommandRequest;
import io.github.openhands4j.model.v1.ConfirmationPolicy;
import io.github.openhands4j.model.v1.ConfirmationResponse;
import io.github.openhands4j.model.v1.CustomSecretCreate;
import io.github.openhands4j.model.v1.CustomSecretUpdate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The operations, each once. */
final class RawOperations {

  private static final ConversationId ID = AgentWorld.ID;
  private static final Reply PAGE = Reply.json("{\"items\":[],\"next_page_id\":null}");
  private static final Reply OBJECT = Reply.json("{\"a\":1}");
  private static final Reply LIST = Reply.json("[]");
  private static final Reply DONE = Reply.json("{\"success\":true}");
  private static final Reply DIFF = Reply.json("{\"original\":null,\"modified\":\"x\"}");
  private static final Reply FILE = Reply.file("application/octet-stream", "x");
  private static final String CONVERSATION = "/api/v1/app-conversations/" + ID;
  private static final String EVENTS = "/api/v1/conversation/" + ID + "/events";
  private static final String INSIDE = "/api/conversations/" + ID;

  private RawOperations() {}

  static Stream<RawOperation> all() {
    return Stream.of(conversations(), user(), around(), inside(), files(), info())
        .flatMap(List::stream);
  }

  private static RawOperation get(
      String name, String target, Reply reply, Function<Doors, Object> call) {
    return new RawOperation(name, "GET " + target, "", reply, call);
  }

  private static List<RawOperation> conversations() {
    return List.of(
        get(
            "AppConversationsApi.skills",
            CONVERSATION + "/skills",
            OBJECT,
            d -> d.app().appConversations().skills(ID, null)),
        get(
            "AppConversationsApi.hooks",
            CONVERSATION + "/hooks",
            OBJECT,
            d -> d.app().appConversations().hooks(ID, null)),
        get(
            "AppConversationsApi.file",
            CONVERSATION + "/file?file_path=/w/a%26b",
            Reply.json("\"text\""),
            d -> d.app().appConversations().file(ID, "/w/a&b", null)),
        get(
            "AppConversationsApi.gitChanges",
            CONVERSATION + "/git/changes?path=/w",
            LIST,
            d -> d.app().appConversations().gitChanges(ID, "/w", null, null)),
        get(
            "AppConversationsApi.gitDiff",
            CONVERSATION + "/git/diff?path=/w/a&ref=HEAD",
            DIFF,
            d -> d.app().appConversations().gitDiff(ID, "/w/a", "HEAD", null)),
        get(
            "DownloadsApi.conversation",
            CONVERSATION + "/download",
            Reply.file("application/zip", "PK"),
            d -> d.app().downloads().conversation(ID, null)),
        get(
            "EventsApi.search",
            EVENTS + "/search?kind__eq=MessageEvent",
            PAGE,
            d -> d.app().events().search(ID, Map.of("kind__eq", "MessageEvent"), null)),
        get(
            "EventsApi.count",
            EVENTS + "/count?timestamp__gte=2026-01-01T00%3A00%3A00Z",
            Reply.json("7"),
            d ->
                d.app().events().count(ID, Map.of("timestamp__gte", "2026-01-01T00:00:00Z"), null)),
        get(
            "EventsApi.batchGet",
            EVENTS + "?id=a&id=b",
            Reply.json("[{\"id\":\"a\"},null]"),
            d -> d.app().events().batchGet(ID, List.of("a", "b"), null)));
  }

  private static List<RawOperation> user() {
    return List.of(
        get("SettingsApi.get", "/api/v1/settings", OBJECT, d -> d.app().settings().get(null)),
        new RawOperation(
            "SettingsApi.store",
            "POST /api/v1/settings",
            "{\"agent_settings_diff\":{\"llm\":{\"model\":\"m\"}}}",
            OBJECT,
            d ->
                d.app()
                    .settings()
                    .store(
                        Map.of("agent_settings_diff", Map.of("llm", Map.of("model", "m"))), null)),
        get(
            "SecretsApi.search",
            "/api/v1/secrets/search?limit=5",
            Reply.json("{\"items\":[{\"name\":\"N\",\"description\":null}],\"next_page_id\":null}"),
            d -> d.app().secrets().search(Map.of("limit", 5), null)),
        new RawOperation(
            "SecretsApi.create",
            "POST /api/v1/secrets",
            "{\"name\":\"N\",\"value\":\"fake-value\",\"description\":\"d\"}",
            OBJECT,
            d ->
                d.app()
                    .secrets()
                    .create(new CustomSecretCreate("N", Secret.of("fake-value"), "d"), null)),
        new RawOperation(
            "SecretsApi.update",
            "PUT /api/v1/secrets/OLD",
            "{\"name\":\"NEW\"}",
            OBJECT,
            d -> d.app().secrets().update("OLD", new CustomSecretUpdate("NEW", null), null)),
        new RawOperation(
            "SecretsApi.delete",
            "DELETE /api/v1/secrets/N",
            "",
            OBJECT,
            d -> d.app().secrets().delete("N", null)),
        new RawOperation(
            "SecretsApi.storeGitProviders",
            "POST /api/v1/secrets/git-providers",
            "{\"provider_tokens\":{\"github\":{\"token\":\"fake-token\"}}}",
            OBJECT,
            d ->
                d.app()
                    .secrets()
                    .storeGitProviders(
                        Map.of("provider_tokens", Map.of("github", Map.of("token", "fake-token"))),
                        null)),
        new RawOperation(
            "SecretsApi.deleteGitProviders",
            "DELETE /api/v1/secrets/git-providers",
            "",
            OBJECT,
            d -> d.app().secrets().deleteGitProviders(null)),
        get("UsersApi.me", "/api/v1/users/me", OBJECT, d -> d.app().users().me(null)),
        get(
            "UsersApi.gitInfo",
            "/api/v1/users/git-info",
            OBJECT,
            d -> d.app().users().gitInfo(null)),
        get(
            "UsersApi.gitOrganizations",
            "/api/v1/users/git-organizations",
            OBJECT,
            d -> d.app().users().gitOrganizations(null)));
  }

  private static List<RawOperation> around() {
    Map<String, Object> provider = Map.of("provider", "github");
    return List.of(
        get(
            "GitApi.installations",
            "/api/v1/git/installations/search?provider=github",
            Reply.json("{\"items\":[\"1\"],\"next_page_id\":\"Mg\"}"),
            d -> d.app().git().installations(provider, null)),
        get(
            "GitApi.repositories",
            "/api/v1/git/repositories/search?provider=github",
            PAGE,
            d -> d.app().git().repositories(provider, null)),
        get(
            "GitApi.branches",
            "/api/v1/git/branches/search?repository=me%2Frepo",
            PAGE,
            d -> d.app().git().branches(Map.of("repository", "me/repo"), null)),
        get(
            "GitApi.suggestedTasks",
            "/api/v1/git/suggested-tasks/search?limit=3",
            PAGE,
            d -> d.app().git().suggestedTasks(Map.of("limit", 3), null)),
        get(
            "ConfigApi.models",
            "/api/v1/config/models/search?verified__eq=true",
            PAGE,
            d -> d.app().config().models(Map.of("verified__eq", true), null)),
        get(
            "ConfigApi.providers",
            "/api/v1/config/providers/search",
            PAGE,
            d -> d.app().config().providers(Map.of(), null)),
        get(
            "WebClientConfigApi.get",
            "/api/v1/web-client/config",
            OBJECT,
            d -> d.app().webClient().get(null)),
        get("HealthApi.alive", "/alive", OBJECT, d -> d.app().health().alive(null)),
        get(
            "HealthApi.health",
            "/health",
            Reply.json("\"OK\""),
            d -> d.app().health().health(null)),
        get("HealthApi.ready", "/ready", Reply.json("\"OK\""), d -> d.app().health().ready(null)),
        get(
            "HealthApi.serverInfo",
            "/server_info",
            OBJECT,
            d -> d.app().health().serverInfo(null)));
  }

  private static List<RawOperation> inside() {
    return List.of(
        get(
            "AgentConversationsApi.get",
            INSIDE,
            OBJECT,
            d -> d.agent().conversations().get(ID, null)),
        get(
            "AgentConversationsApi.info",
            INSIDE,
            Reply.json("{\"id\":\"" + ID + "\"}"),
            d -> d.agent().conversations().info(ID, null)),
        get(
            "AgentConversationsApi.search",
            "/api/conversations/search?limit=5",
            PAGE,
            d -> d.agent().conversations().search(Map.of("limit", 5), null)),
        get(
            "AgentConversationsApi.finalResponse",
            INSIDE + "/agent_final_response",
            OBJECT,
            d -> d.agent().conversations().finalResponse(ID, null)),
        new RawOperation(
            "AgentConversationsApi.confirmationPolicy",
            "POST " + INSIDE + "/confirmation_policy",
            "{\"policy\":{\"kind\":\"AlwaysConfirm\"}}",
            DONE,
            d ->
                d.agent()
                    .conversations()
                    .confirmationPolicy(ID, Map.of("policy", ConfirmationPolicy.ALWAYS), null)),
        new RawOperation(
            "AgentConversationsApi.run",
            "POST " + INSIDE + "/run",
            "",
            DONE,
            d -> d.agent().conversations().run(ID, null)),
        new RawOperation(
            "AgentConversationsApi.pause",
            "POST " + INSIDE + "/pause",
            "",
            DONE,
            d -> d.agent().conversations().pause(ID, null)),
        new RawOperation(
            "AgentConversationsApi.interrupt",
            "POST " + INSIDE + "/interrupt",
            "",
            DONE,
            d -> d.agent().conversations().interrupt(ID, null)),
        get(
            "AgentConversationsApi.searchEvents",
            INSIDE + "/events/search?limit=100",
            PAGE,
            d -> d.agent().conversations().searchEvents(ID, Map.of("limit", 100), null)),
        get(
            "AgentConversationsApi.countEvents",
            INSIDE + "/events/count",
            Reply.json("3"),
            d -> d.agent().conversations().countEvents(ID, Map.of(), null)),
        get(
            "AgentConversationsApi.getEvent",
            INSIDE + "/events/e-1",
            OBJECT,
            d -> d.agent().conversations().getEvent(ID, "e-1", null)),
        new RawOperation(
            "AgentConversationsApi.sendMessage",
            "POST " + INSIDE + "/events",
            "{\"role\":\"user\",\"content\":[{\"type\":\"text\",\"text\":\"hi\"}],\"run\":true}",
            DONE,
            d ->
                d.agent()
                    .conversations()
                    .sendMessage(
                        ID,
                        new AppSendMessageRequest("user", List.of(TextContent.of("hi")), true),
                        null)),
        new RawOperation(
            "AgentConversationsApi.respondToConfirmation",
            "POST " + INSIDE + "/events/respond_to_confirmation",
            "{\"accept\":false,\"reason\":\"no\"}",
            DONE,
            d ->
                d.agent()
                    .conversations()
                    .respondToConfirmation(ID, new ConfirmationResponse(false, "no"), null)),
        new RawOperation(
            "AgentBashApi.start",
            "POST /api/bash/start_bash_command",
            "{\"command\":\"ls\",\"cwd\":\"/w\",\"timeout\":9}",
            Reply.json("{\"kind\":\"BashCommand\",\"id\":\"c\",\"command\":\"ls\"}"),
            d -> d.agent().bash().start(new BashCommandRequest("ls", "/w", 9), null)),
        get(
            "AgentBashApi.searchEvents",
            "/api/bash/bash_events/search?command_id__eq=c",
            PAGE,
            d -> d.agent().bash().searchEvents(Map.of("command_id__eq", "c"), null)));
  }

  private static List<RawOperation> files() {
    FilePart part = FilePart.of("a", new byte[] {'b'});
    return List.of(
        new RawOperation(
            "AgentFilesApi.upload",
            "POST /api/file/upload?path=/w/a",
            "multipart",
            DONE,
            d -> d.agent().files().upload("/w/a", part, null)),
        new RawOperation(
            "AgentFilesApi.uploadByPath",
            "POST /api/file/upload//w/a",
            "multipart",
            DONE,
            d -> d.agent().files().uploadByPath("/w/a", part, null)),
        get(
            "AgentFilesApi.download",
            "/api/file/download?path=/w/a",
            FILE,
            d -> d.agent().files().download("/w/a", null)),
        get(
            "AgentFilesApi.downloadByPath",
            "/api/file/download//w/a",
            FILE,
            d -> d.agent().files().downloadByPath("/w/a", null)),
        get(
            "AgentFilesApi.archive",
            "/api/file/archive?path=/w&format=tar.gz",
            FILE,
            d -> d.agent().files().archive("/w", Map.of("format", "tar.gz"), null)),
        get(
            "AgentGitApi.changes",
            "/api/git/changes?path=/w&ref=HEAD",
            Reply.json("[{\"status\":\"ADDED\",\"path\":\"a\"}]"),
            d -> d.agent().git().changes("/w", "HEAD", null)),
        get(
            "AgentGitApi.changesByPath",
            "/api/git/changes//w",
            LIST,
            d -> d.agent().git().changesByPath("/w", null)),
        get(
            "AgentGitApi.diff",
            "/api/git/diff?path=/w/a",
            DIFF,
            d -> d.agent().git().diff("/w/a", null, null)),
        get(
            "AgentGitApi.diffByPath",
            "/api/git/diff//w/a",
            DIFF,
            d -> d.agent().git().diffByPath("/w/a", null)));
  }

  private static List<RawOperation> info() {
    return List.of(
        get("AgentServerInfoApi.alive", "/alive", OBJECT, d -> d.agent().info().alive(null)),
        get("AgentServerInfoApi.health", "/health", OBJECT, d -> d.agent().info().health(null)),
        get("AgentServerInfoApi.ready", "/ready", OBJECT, d -> d.agent().info().ready(null)),
        get(
            "AgentServerInfoApi.serverInfo",
            "/server_info",
            OBJECT,
            d -> d.agent().info().serverInfo(null)),
        get(
            "AgentServerInfoApi.vscodeUrl",
            "/api/vscode/url?workspace_dir=%2Fw",
            Reply.json("{\"url\":null}"),
            d -> d.agent().info().vscodeUrl(Map.of("workspace_dir", "/w"), null)),
        get(
            "AgentServerInfoApi.tools",
            "/api/tools/",
            Reply.json("[\"terminal\"]"),
            d -> d.agent().info().tools(null)));
  }
}
