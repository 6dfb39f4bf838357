package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The agent server about itself: health, version, tools, editor; and git, which is as short. */
final class AgentInfoRoutes {

  private static final List<String> TOOLS =
      List.of("browser_tool_set", "file_editor", "task_tracker", "terminal");

  private final World world;
  private final AgentServerAge age;
  private final AgentSide side;
  private final Instant since;

  /** For one world, as a server of this age has them; the server is up from now on. */
  AgentInfoRoutes(World world, AgentServerAge age) {
    this.world = world;
    this.age = age;
    this.side = new AgentSide(world);
    this.since = world.now();
  }

  /** The routes of this family. */
  List<Route> routes() {
    List<Route> routes = new ArrayList<>();
    routes.add(Route.open("/alive", call -> status("ok")));
    routes.add(Route.open("/health", call -> status("ok")));
    routes.add(Route.open("/ready", call -> status("ready")));
    routes.add(Route.open("/server_info", this::info));
    routes.add(Route.open("/", this::info));
    routes.add(Route.of("GET", "/api/tools/", call -> tools()));
    routes.add(Route.of("GET", "/api/vscode/url", this::editor));
    routes.addAll(
        FileRoutes.styles(
            age,
            "GET",
            "/api/git/changes",
            (call, path) -> GitAnswers.changes(side.sandbox(call).workspace(), path)));
    routes.addAll(FileRoutes.styles(age, "GET", "/api/git/diff", this::diff));
    return List.copyOf(routes);
  }

  private Reply diff(Exchange call, String path) {
    if (call.target().last("ref").isPresent() && call.target().last("commit").isPresent()) {
      return Reply.detail(400, "ref and commit cannot be used together");
    }
    return GitAnswers.diff(side.sandbox(call).workspace(), path);
  }

  private static Reply status(String word) {
    return Reply.ok(Json.object().put("status", word));
  }

  private Reply info(Exchange call) {
    double seconds = Duration.between(since, call.now()).toMillis() / 1000.0;
    ObjectNode info = Json.object().put("uptime", seconds).put("idle_time", 0.0);
    info.put("title", "OpenHands Agent Server");
    info.put("version", version()).put("sdk_version", version());
    info.put("tools_version", version()).put("workspace_version", version());
    info.put("build_git_sha", "unknown").put("build_git_ref", "unknown");
    info.put("python_version", "3.13.0");
    info.putNull("runtime_idle_timeout_seconds");
    info.putNull("max_foreground_terminal_timeout_seconds");
    TOOLS.forEach(info.putArray("usable_tools")::add);
    info.putArray("capabilities");
    return Reply.ok(info.put("docs", "/docs").put("redoc", "/redoc"));
  }

  private String version() {
    return switch (age) {
      case PATH_STYLE -> "1.11.4";
      case BOTH_STYLES -> "1.16.0";
      case CURRENT -> "1.34.0";
    };
  }

  private static Reply tools() {
    return Reply.ok(Json.array().addAll(TOOLS.stream().map(Json::string).toList()));
  }

  private Reply editor(Exchange call) {
    if (!world.hasEditor()) {
      return Reply.agentCrash(
          503, "503: VSCode is disabled in configuration. Set enable_vscode=true to enable.");
    }
    String base = call.target().last("base_url").orElse("http://localhost:8001");
    String folder = call.target().last("workspace_dir").orElse("workspace");
    return Reply.ok(
        Json.object()
            .put(
                "url", base + "/?tkn=" + side.sandbox(call).rawSessionKey() + "&folder=" + folder));
  }
}
