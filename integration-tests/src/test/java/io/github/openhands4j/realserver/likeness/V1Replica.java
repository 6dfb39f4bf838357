package io.github.openhands4j.realserver.likeness;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.realserver.RealServer;
import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.simulator.Auth;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.Pace;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.simulator.SimulatedAccount;
import io.github.openhands4j.simulator.SimulatedConversation;
import io.github.openhands4j.simulator.SimulatedSandbox;
import io.github.openhands4j.simulator.SimulatedStartTask;
import io.github.openhands4j.simulator.StartStatus;
import java.net.URI;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A simulated V1 server in which nothing moves but what the recording shows to have moved. */
final class V1Replica implements Replica {

  private static final Pattern WITH_CONVERSATION =
      Pattern.compile("/api/v1/app-conversations/([^/]{32,36})(/send-message)?");
  private static final Pattern SANDBOX_IS = Pattern.compile("Sandbox is (\\w+)\\.");

  private static final String GITHUB = "github";
  private static final String REPOSITORY = "octo/app";

  private final OpenHandsSimulator server;
  private final Patches patches = new Patches();

  V1Replica(boolean webApp) {
    server =
        OpenHandsSimulator.builder()
            .auth(Auth.SESSION_KEY)
            .apiKey(RealServer.KEY)
            .webApp(webApp)
            .pace(Pace.manual())
            .staleStatusAfterMessage(0)
            .sandboxOutlivesConversation(Integer.MAX_VALUE)
            .start();
    knowGitHub(server.account());
  }

  /** Something of each kind that the GitHub of the tests has, for an account that is connected. */
  private static void knowGitHub(SimulatedAccount account) {
    account.addInstallation(GITHUB, "41");
    account.addRepository(GITHUB, REPOSITORY, 0);
    account.addBranch(GITHUB, REPOSITORY, "main", "0".repeat(40));
    account.addSuggestedTask(GITHUB, "OPEN_ISSUE", REPOSITORY, 5, "Fix the typo");
    account.setGitUser("1", "octo");
    account.refuseToken("fake-refused-token");
  }

  @Override
  public URI baseUrl() {
    return server.baseUrl();
  }

  @Override
  public void prepare(RecordedExchange next, Ids ids) {
    if (next.status() == 429) {
      server.disturbNext(next.method(), Pattern.quote(next.path()), Disturbance.tooManyRequests());
    }
    Matcher path = WITH_CONVERSATION.matcher(next.path());
    if (path.matches()) {
      ids.of(path.group(1)).ifPresent(id -> usable(id, next));
    }
    for (JsonNode object : Replica.objects(next)) {
      if (object.has("app_conversation_id")) {
        ids.of(object.path("id").asText()).ifPresent(id -> task(server.startTask(id), object, ids));
      } else if (object.has("sandbox_status")) {
        ids.of(object.path("id").asText()).flatMap(this::opened).ifPresent(c -> show(c, object));
      } else if (object.has("sandbox_spec_id")) {
        ids.of(object.path("id").asText())
            .flatMap(this::sandbox)
            .ifPresent(sandbox -> show(sandbox, object.path("status")));
      }
    }
    patches.note(next);
    if (next.path().equals("/api/v1/settings") && next.status() == 404) {
      server.account().forgetSettings();
    }
    if (next.path().equals("/api/v1/sandboxes") && next.status() == 200) {
      lost(next, ids);
    }
  }

  /** A conversation that is written to is there, in a sandbox as the refusal says. */
  private void usable(String id, RecordedExchange next) {
    if (next.status() < 400) {
      opened(id);
    }
    if (next.status() == 404 && next.body().contains("Sandbox not found")) {
      opened(id).flatMap(SimulatedConversation::sandbox).ifPresent(SimulatedSandbox::delete);
    }
    Matcher sandbox = SANDBOX_IS.matcher(next.body());
    if (next.status() == 409 && sandbox.find()) {
      opened(id)
          .flatMap(SimulatedConversation::sandbox)
          .ifPresent(it -> it.setStatus(SandboxStatus.valueOf(sandbox.group(1))));
    }
  }

  private static void task(SimulatedStartTask task, JsonNode recorded, Ids ids) {
    StartStatus status = StartStatus.valueOf(recorded.path("status").asText());
    if (status == StartStatus.ERROR) {
      fail(task, recorded, ids);
    } else {
      advance(task, status);
    }
  }

  /** What an ERROR still knows tells how far the start came. */
  private static void fail(SimulatedStartTask task, JsonNode recorded, Ids ids) {
    if (recorded.hasNonNull("agent_server_url")) {
      advance(task, StartStatus.STARTING_CONVERSATION);
    } else if (recorded.hasNonNull("sandbox_id")) {
      advance(task, StartStatus.PREPARING_REPOSITORY);
    }
    if (task.status() == StartStatus.WORKING) {
      task.advance();
    }
    if (task.status() != StartStatus.ERROR) {
      task.fail(ids.translate(recorded.path("detail").asText()));
    }
  }

  private static void advance(SimulatedStartTask task, StartStatus to) {
    while (task.status().compareTo(to) < 0 && task.status().compareTo(StartStatus.READY) < 0) {
      task.advance();
    }
  }

  /** The conversation, and its start READY for that. */
  private Optional<SimulatedConversation> opened(String id) {
    for (SimulatedStartTask task : server.startTasks()) {
      if (task.request().path("conversation_id").asText().replace("-", "").equals(id)) {
        advance(task, StartStatus.READY);
      }
    }
    return server.conversations().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /**
   * Whether only a report of the agent server has written it: shortly before READY, or for good if
   * an automatic title was given to it as it was then. The server tags what it writes itself.
   */
  private static boolean isStub(JsonNode recorded) {
    return recorded.path("trigger").isNull() && recorded.path("tags").isEmpty();
  }

  private static String stubTitle(String id) {
    return "Conversation " + id;
  }

  private void show(SimulatedConversation conversation, JsonNode recorded) {
    if (isStub(recorded)) {
      conversation.becomeStub();
    } else {
      if (conversation.title().equals(Optional.of(stubTitle(conversation.id())))) {
        conversation.becomeWhole();
      }
      patches.lostBy(recorded, conversation::forget);
    }
    JsonNode sandboxStatus = recorded.path("sandbox_status");
    conversation.sandbox().ifPresent(sandbox -> show(sandbox, sandboxStatus));
    String execution = recorded.path("execution_status").textValue();
    boolean asked = sandboxStatus.asText().equals("RUNNING");
    if (asked && !conversation.executionStatus().equals(Optional.ofNullable(execution))) {
      conversation.setStatus(execution);
    }
  }

  private static void show(SimulatedSandbox sandbox, JsonNode recorded) {
    SandboxStatus status = SandboxStatus.valueOf(recorded.asText());
    if (sandbox.status() != status) {
      sandbox.setStatus(status);
    }
  }

  private Optional<SimulatedSandbox> sandbox(String id) {
    return server.sandboxes().stream().filter(each -> each.id().equals(id)).findFirst();
  }

  /** A sandbox that a batch shows as null is gone. */
  private void lost(RecordedExchange next, Ids ids) {
    JsonNode answer = Answers.parsed(next.body());
    Matcher asked = Pattern.compile("[?&]id=([^&]*)").matcher(next.target());
    for (int i = 0; asked.find(); i++) {
      if (answer.path(i).isNull()) {
        ids.of(asked.group(1)).flatMap(this::sandbox).ifPresent(SimulatedSandbox::delete);
      }
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
