package io.github.openhands4j.realserver.likeness;

import io.github.openhands4j.realserver.ServerKind;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A difference that was looked at and stays.
 *
 * @param request which requests it is of: a pattern of method and target
 * @param place where in the answer: a pattern
 * @param real what the real server has there: a pattern
 * @param reason why the simulator is not like that
 * @param shownBy the class of tests in which it has to show, or {@link #SELDOM}
 */
record KnownDifference(
    Pattern request, Pattern place, Pattern real, String reason, String shownBy) {

  /** In place of a class: it depends on chance whether it shows. */
  static final String SELDOM = "";

  private static final String ONE = "/api/conversations/[0-9a-f]{32}";

  private static final List<KnownDifference> OF_V1 =
      List.of(
          of(
              "GET /openapi\\.json",
              "\\$.*",
              ".*",
              "the document is half a megabyte, of which clients read the version",
              "V1RefusalsLikenessIT"),
          of(
              "GET /api/v1/app-conversations/search\\?(.*&)?(page_id=.*|limit=\\d(&.*)?|created_at__.*)",
              "\\$\\.(items\\[]|next_page_id)",
              "\\p{XDigit}{32}|null|it is not in the list",
              "the real server rewrites creation times, and those of the repetition are later",
              SELDOM),
          of(
              "GET /api/v1/conversation/[0-9a-f-]+/events/search\\?(.*&)?timestamp__.*",
              "\\$\\.(items\\[].*|next_page_id)",
              ".*",
              "the events of the repetition are later, so a search by time finds others",
              SELDOM),
          of(
              "GET /api/v1/conversation/[0-9a-f-]+/events/search\\?.*",
              "\\$\\.items\\[]\\.id",
              ".*",
              "events get to the app server in another order than the agent server lists them",
              SELDOM),
          of(
              "POST /api/v1/sandboxes",
              "\\$\\.(exposed_urls|session_api_key)",
              "list|text",
              "a sandbox that is a process has key and addresses as soon as it is made",
              "V1ResourcesIT"),
          of(
              "GET /api/v1/(settings|users/me|settings/profiles/[^/]+)",
              "\\$\\.(agent_settings|conversation_settings|config)\\..*",
              ".*",
              "settings of agents and models differ from release to release; the simulator has few",
              "V1ResourcesIT"),
          of(
              "GET /api/v1/settings/(agent|conversation)-schema",
              "\\$\\..*",
              ".*",
              "what can be set differs from release to release; the simulator has an outline",
              "V1RawDoorIT"),
          of(
              "GET /api/v1/settings",
              "\\$\\.provider_tokens_set\\.github",
              "null",
              "the account of the tests has a git provider from the beginning",
              "V1ResourcesIT"),
          of(
              "GET /api/v1/settings/profiles",
              "\\$\\.profiles\\[]\\.base_url",
              "text",
              "the real server has a stored model of the tests' own, with an address",
              "V1ResourcesIT"),
          of(
              "GET /api/v1/(git/(repositories|branches)/search|users/git-info)(\\?.*)?",
              "\\$(\\.items\\[])?\\.(pushed_at|last_push_date|name)",
              "null",
              "the GitHub of the tests does not tell them, and a real one does",
              "V1ResourcesIT"),
          of(
              "GET /api/v1/git/repositories/search\\?.*",
              "\\$\\.items\\[]\\.link_header",
              "text",
              "the simulator does not make up a provider's own links",
              "V1ResourcesIT"),
          of(
              "GET /(server_info)?",
              "\\$\\.capabilities",
              "nothing",
              "later releases of the agent server tell them",
              "V1AgentLikenessIT"),
          of(
              "GET /api/conversations/.*",
              "\\$(\\.items\\[])?\\.(agent\\..*|secret_registry\\.secret_sources\\.GITHUB_TOKEN)",
              ".*",
              "what agents are made of differs from release to release; the tests' account has a"
                  + " token",
              "V1AgentLikenessIT"),
          of(
              "GET app server",
              "ConversationStateUpdateEvent environment full_state \\$",
              "object",
              "a test adds snapshots of the whole state where it wants them",
              "V1RunLikenessIT"),
          of(
              "GET app server",
              "StreamingDeltaEvent agent \\$",
              "object",
              "the simulated agent's texts do not come in pieces",
              "V1RunLikenessIT"),
          of(
              "GET /api/vscode/url",
              "status",
              "503 .*",
              "sandboxes of the tests have no editor",
              "V1AgentLikenessIT"),
          of(
              "GET /api/v1/app-conversations/[0-9a-f-]+/download",
              "body",
              "PK[\\s\\S]*",
              "packed bytes, of events with other times",
              "V1ResourcesIT"));

  private static final List<KnownDifference> OF_V0 =
      List.of(
          of(
              "GET /api/user/(repositories|search/.*|repository/branches|info)(\\?.*)?",
              "\\$(\\.branches)?(\\[])?\\.(pushed_at|last_push_date|name|email)",
              "null",
              "the GitHub of the tests does not tell them, and a real one does",
              "V0AccountLikenessIT"),
          of(
              "GET " + ONE + "/(events|trajectory)(\\?.*)?",
              ".*\\.extras\\.metadata\\.(username|hostname|py_interpreter_path)",
              "null",
              "a runtime without containers does not tell where it runs commands",
              "V0EventsLikenessIT"),
          of(
              "GET " + ONE + "/git/changes",
              "status",
              "404 \\{\"error\":\"Not a git repository\"}|500 \\{\"error\":\"Invalid path: .*",
              "a runtime without containers has no git, and answers by chance",
              SELDOM),
          of(
              "GET " + ONE + "/select-file\\?.*",
              "body",
              "\\{\"error\":\"Error opening file: \\*\\*ErrorObservation\\*\\*.*",
              "a runtime without containers has words of its own for what it cannot read",
              "V0WorkspaceLikenessIT"),
          of(
              "GET " + ONE + "/zip-directory",
              "body",
              "PK[\\s\\S]*",
              "packed bytes, of a folder that has more in it",
              "V0WorkspaceLikenessIT"),
          of(
              "GET " + ONE + "/vscode-url",
              "status|body",
              "[\\s\\S]*This method is not implemented in the base class[\\s\\S]*",
              "a runtime without containers has no editor",
              "V0WorkspaceLikenessIT"),
          of(
              "GET " + ONE + "/web-hosts",
              "status",
              "200 \\{\"hosts\":\\{}}",
              "a runtime without containers knows no ports, and so has nothing to lose",
              "V0WorkspaceLikenessIT"));

  private static KnownDifference of(
      String request, String place, String real, String reason, String shownBy) {
    return new KnownDifference(
        Pattern.compile(request), Pattern.compile(place), Pattern.compile(real), reason, shownBy);
  }

  /** Those of all servers. */
  static Stream<KnownDifference> all() {
    return Stream.concat(OF_V1.stream(), OF_V0.stream());
  }

  /** All of them. */
  static List<KnownDifference> of(ServerKind kind) {
    return kind == ServerKind.V0 ? OF_V0 : OF_V1;
  }

  /** Whether it explains a difference. */
  boolean covers(Difference difference) {
    return request.matcher(difference.request()).matches()
        && place.matcher(difference.place()).matches()
        && real.matcher(difference.real()).matches();
  }
}
