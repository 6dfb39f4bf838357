package io.github.openhands4j.contract;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.compat.internal.backend.V1Backend;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Outcome;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SimulatedAccount;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import io.github.openhands4j.testing.LiftedLimits;
import io.github.openhands4j.testing.ManualTime;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0BackendInfo;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.StartRequest;
import io.github.openhands4j.v1.internal.client.DefaultOpenHandsClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The adapter on a server that speaks V1 only. */
final class AdapterWorld implements V0World {

  static final String KEY = "sk-test-not-a-key";
  static final String START_TASKS = "/api/v1/app-conversations/start-tasks/search";

  private static final Duration SHORT = Duration.ofSeconds(10);

  /** More than a start has phases. */
  private static final int ALL_PHASES = 12;

  private final OpenHandsSimulator server =
      OpenHandsSimulator.builder().apiKey(KEY).pace(Pace.manual()).start();
  private final ManualTime manual = new ManualTime();
  private final TimeSource time;
  private final CompatOptions compat;
  private final V0Clients clients;
  private final OpenHandsV0Client client;

  /** A world in which time passes by hand; waits that poll would not end in it. */
  AdapterWorld(CompatOptions compat) {
    this(compat, null);
  }

  /** A world with the machine's time. */
  static AdapterWorld inRealTime(CompatOptions compat) {
    return new AdapterWorld(compat, TimeSource.system());
  }

  private AdapterWorld(CompatOptions compat, @Nullable TimeSource time) {
    this.compat = compat;
    this.time = time == null ? manual : time;
    this.clients = new V0Clients(server.baseUrl(), KEY, this::backend);
    this.client = clients.withRightKey();
    server.everyStart(Outcome.runningForever());
  }

  OpenHandsSimulator server() {
    return server;
  }

  ManualTime time() {
    return manual;
  }

  /** A start that another program puts into a sandbox. */
  String startIn(String sandbox) {
    ClientOptions options =
        LiftedLimits.in(ClientOptions.builder()).baseUrl(server.baseUrl()).apiKey(KEY).build();
    try (OpenHandsClient v1 = OpenHandsClient.create(options)) {
      return v1.conversations()
          .start(StartRequest.builder().message("Beside").sandboxId(sandbox).build())
          .conversationId()
          .orElseThrow()
          .hex();
    }
  }

  /** The next read of start tasks shows one of another program; the sandbox is JSON. */
  void nextTasksAre(String status, String sandbox) {
    String task =
        "{\"id\":\"0123456789abcdef0123456789abcdef\",\"status\":\"%s\",\"sandbox_id\":%s,"
            + "\"request\":{\"conversation_id\":\"fedcba9876543210fedcba9876543210\"}}";
    server.disturbNext(
        "GET",
        START_TASKS,
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[" + task.formatted(status, sandbox) + "],\"next_page_id\":null}"));
  }

  /** A conversation that is up; what was asked for that is forgotten. */
  String up() {
    String id = running();
    server.journal().clear();
    return id;
  }

  /** How often an agent was interrupted. */
  long interrupts() {
    return server.agentServer().journal().count("POST", "/api/conversations/[0-9a-f-]+/interrupt");
  }

  /** The sandbox of a conversation that is up. */
  SimulatedSandbox sandbox(String id) {
    return server.conversation(id).sandbox().orElseThrow();
  }

  private OpenHandsV0Client backend(ClientOptions options) {
    ClientOptions own = time == manual ? options : options.toBuilder().writeTimeout(SHORT).build();
    return new V1Backend(
        new DefaultOpenHandsClient(own, time, () -> 0.5),
        compat,
        new V0BackendInfo("v1", "test", "here"),
        time);
  }

  @Override
  public V0Clients clients() {
    return clients;
  }

  @Override
  public OpenHandsV0Client client() {
    return client;
  }

  /** V1 finds out about it while starting: the start that is made with it next will fail. */
  @Override
  public String deniedRepository() {
    server.nextStart(Outcome.missingGitCredentials());
    return "octo/denied";
  }

  @Override
  public void settle() {
    server.advance(ALL_PHASES);
  }

  @Override
  public void loseAnswerOfNextCreate() {
    server.disturbNextStart(Disturbance.taken().dropConnection());
  }

  @Override
  public void turnAwayNextCreate() {
    server.disturbNextStart(Disturbance.notTaken().answer(503).retryAfter("0"));
  }

  @Override
  public int startsSeen() {
    return (int) server.journal().count("POST", "/api/v1/app-conversations");
  }

  @Override
  public void finishRun(String id, String finalThought) {
    new AgentWork(server.conversation(id)).finish(finalThought);
  }

  @Override
  public void failRun(String id) {
    server.conversation(id).fail("LLMAuthenticationError", "the key was refused");
  }

  @Override
  public void runCommands(String id, int commands) {
    AgentWork work = new AgentWork(server.conversation(id));
    for (int i = 0; i < commands; i++) {
      work.run("echo " + i);
    }
  }

  @Override
  public void writeFile(String id, String path, byte[] content) {
    workspace(id).put(path, content);
  }

  @Override
  public void changeFile(String id, String path, @Nullable String before, @Nullable String after) {
    String status = before == null ? "ADDED" : after == null ? "DELETED" : "UPDATED";
    int slash = path.indexOf('/');
    String repository = path.substring(0, slash);
    workspace(id).makeRepository(repository);
    workspace(id).gitChange(repository, status, path.substring(slash + 1), before, after);
    if (after != null) {
      workspace(id).put(path, after);
    }
  }

  private SimulatedWorkspace workspace(String id) {
    return sandbox(id).workspace();
  }

  /** A sandbox always has two. */
  @Override
  public Map<String, Integer> openPorts(String id) {
    Map<String, Integer> ports = client.runtimes().webHosts(id);
    if (ports.size() != 2) {
      throw new IllegalStateException("the simulator's sandboxes have two ports");
    }
    return ports;
  }

  @Override
  public String withMicroagents() {
    server.account().addSkill("github", "knowledge", "Text of github", "git");
    server.account().addSkill("repo", "repo", "Text of repo");
    return running();
  }

  /** Connects the account to a provider with two repositories. */
  AdapterWorld connected() {
    SimulatedAccount account = server.account();
    account.connect("github", "fake-github-token");
    account.setGitUser("1", "octo");
    account.addInstallation("github", "41");
    account.addRepository("github", REPOSITORY, 7);
    account.addRepository("github", "octo/other", 1);
    account.addBranch("github", REPOSITORY, "main", "0a1b2c3d");
    account.addBranch("github", REPOSITORY, "topic", "1a2b3c4d");
    account.addSuggestedTask("github", "OPEN_ISSUE", REPOSITORY, 5, "Fix the typo");
    return this;
  }

  @Override
  public void forgetSettings() {
    server.account().forgetSettings();
  }

  @Override
  public String refusedToken() {
    server.account().refuseToken("fake-refused-token");
    return "fake-refused-token";
  }

  @Override
  public List<String> idsOnServer() {
    return server.conversations().stream().map(c -> c.id().replace("-", "")).toList();
  }

  @Override
  public void close() {
    clients.close();
    server.close();
  }
}
