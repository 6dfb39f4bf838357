package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the app server passes on of a conversation: file, git, skills, hooks, download. */
class ConversationAgentTest {

  private AgentWorld world;
  private String path;
  private final String unknown = UUID.randomUUID().toString();

  @BeforeEach
  void start() throws IOException {
    world = new AgentWorld(OpenHandsSimulator.builder(), Outcome.finished());
    path = STARTS + "/" + world.id;
  }

  @AfterEach
  void stop() {
    world.close();
  }

  @Test
  void fileIsATextAndEveryFailureAnEmptyOne() throws IOException {
    SimulatedWorkspace workspace = world.sandbox().workspace();
    workspace.put("PLAN.md", "plan \u00e9");
    workspace.put("binary", new byte[] {(byte) 0xff, 0});

    assertThat(world.app.get(path + "/file").text()).isEqualTo("\"plan \u00e9\"");
    assertThat(world.app.get(path + "/file?file_path=PLAN.md").text()).isEqualTo("\"\"");
    assertThat(world.app.get(path + "/file?file_path=/workspace/project/binary").text())
        .isEqualTo("\"\"");
    assertThat(world.app.get(STARTS + "/" + unknown + "/file").text()).isEqualTo("\"\"");
    assertThat(world.app.get(STARTS + "/abc/file").status()).isEqualTo(422);
    world.sandbox().pause();
    assertThat(world.app.get(path + "/file").text()).isEqualTo("\"\"");
  }

  @Test
  void gitIsPassedOnWhileTheSandboxRuns() throws IOException {
    world.sandbox().workspace().gitChange("app", "ADDED", "a.txt", null, "new");
    String root = "path=/workspace/project/app";

    assertThat(world.app.get(path + "/git/changes?" + root).text())
        .isEqualTo("[{\"status\":\"ADDED\",\"path\":\"a.txt\"}]");
    assertThat(world.app.get(path + "/git/diff?" + root + "/a.txt").text())
        .isEqualTo("{\"modified\":\"new\",\"original\":null}");
    assertThat(world.app.get(path + "/git/diff?" + root + "/none").text())
        .isEqualTo("{\"detail\":\"Agent server error: 400\"}");
    assertThat(world.app.get(path + "/git/changes").status()).isEqualTo(422);
    assertThat(world.app.get(STARTS + "/" + unknown + "/git/changes?" + root).text())
        .isEqualTo("{\"detail\":\"Conversation " + unknown + " is not reachable\"}");
    world.sandbox().pause();
    Caller.Answer paused = world.app.get(path + "/git/diff?" + root);
    assertThat(paused.status()).isEqualTo(409);
    assertThat(paused.text())
        .isEqualTo("{\"detail\":\"Sandbox is paused; resume it before reading git state.\"}");
    world.sandbox().lose();
    assertThat(world.app.get(path + "/git/changes?" + root).status()).isEqualTo(404);
  }

  @Test
  void skillsAreListedAndAPausedSandboxHasNone() throws IOException {
    world.server.account().addSkill("docker", "knowledge", "About docker.", "docker", "image");

    assertThat(world.app.get(path + "/skills").text())
        .isEqualTo(
            "{\"skills\":[{\"name\":\"docker\",\"type\":\"knowledge\","
                + "\"content\":\"About docker.\",\"triggers\":[\"docker\",\"image\"]}]}");
    assertThat(world.app.get(path + "/hooks").text()).isEqualTo("{\"hooks\":[]}");
    Caller.Answer none = world.app.get(STARTS + "/" + unknown + "/skills");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text()).isEqualTo("{\"error\":\"Conversation " + unknown + " not found\"}");
    world.sandbox().pause();
    assertThat(world.app.get(path + "/skills").text()).isEqualTo("{\"skills\":[]}");
    world.sandbox().lose();
    assertThat(world.app.get(path + "/skills").status()).isEqualTo(404);
  }

  @Test
  void downloadIsAZipOfRecordAndEventsAlsoWithoutTheSandbox() throws IOException {
    world.server.advance();
    List<String> ids = world.server.events(world.id).atAppServer();
    world.sandbox().delete();

    HttpResponse<byte[]> answer = world.app.bytes("GET", path + "/download", new byte[0], "A", "b");

    assertThat(answer.headers().firstValue("content-type")).hasValue("application/zip");
    assertThat(answer.headers().firstValue("content-disposition"))
        .hasValue("attachment; filename=\"conversation_" + world.id + ".zip\"");
    Map<String, JsonNode> entries = unzip(answer.body());
    assertThat(entries.keySet())
        .containsExactly(
            "meta.json",
            "event_000000_" + ids.get(0) + ".json",
            "event_000001_" + ids.get(1) + ".json",
            "event_000002_" + ids.get(2) + ".json",
            "event_000003_" + ids.get(3) + ".json",
            "event_000004_" + ids.get(4) + ".json",
            "event_000005_" + ids.get(5) + ".json");
    JsonNode meta = Objects.requireNonNull(entries.get("meta.json"));
    assertThat(meta.get("id").asText()).isEqualTo(world.hex);
    assertThat(meta.has("session_api_key")).isFalse();
    assertThat(meta.has("execution_status")).isFalse();
  }

  private static Map<String, JsonNode> unzip(byte[] bytes) throws IOException {
    Map<String, JsonNode> entries = new LinkedHashMap<>();
    ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes));
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      entries.put(entry.getName(), new ObjectMapper().readTree(zip.readAllBytes()));
    }
    return entries;
  }

  @Test
  void downloadIsRefusedForDeletedOnesAndForTooManyEvents() throws IOException {
    world.server.events(world.id).addMany(10_001, i -> "{\"kind\":\"PauseEvent\"}");
    assertThat(world.app.get(path + "/download").status()).isEqualTo(413);
    world.app.send("DELETE", path, "");
    assertThat(world.app.get(path + "/download").status()).isEqualTo(404);
    assertThat(world.app.get(STARTS + "/abc/download").status()).isEqualTo(422);
  }
}
