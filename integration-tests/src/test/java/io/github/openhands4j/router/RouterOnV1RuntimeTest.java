package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.simulator.SimulatedWorkspace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Events, files, git and the runtime's addresses as bytes, carried out on a V1 server. */
class RouterOnV1RuntimeTest {

  private static final Map<String, List<String>> KEY =
      Map.of("Authorization", List.of("Bearer " + V1Door.KEY));

  private final V1Door door = new V1Door();
  private String id = "";

  @BeforeEach
  void start() {
    id = door.running();
    door.requests();
  }

  @AfterEach
  void close() {
    door.close();
  }

  private SimulatedWorkspace workspace() {
    return door.server().conversation(id).sandbox().orElseThrow().workspace();
  }

  private String get(String route) {
    return door.send("GET", "/" + id + route, "");
  }

  /** How many of the requests since the last call were of a kind. */
  private static long count(List<String> requests, String pattern) {
    return requests.stream().filter(request -> request.matches(pattern)).count();
  }

  @Test
  void eventsAreReadByPagesAndAsATrajectory() {
    String page = get("/events?limit=2");
    assertThat(page)
        .startsWith("200 {\"events\":[{\"id\":0,")
        .contains("\"agent_state\":\"loading\"", "\"id\":1,", "\"has_more\":true}");
    List<String> first = door.requests();
    assertThat(count(first, "GET /api/v1/app-conversations")).isEqualTo(1);
    assertThat(count(first, "GET /api/v1/conversation/[^/]+/events/search")).isEqualTo(1);

    assertThat(get("/events?limit=2")).isEqualTo(page);
    assertThat(get("/events?limit=101")).isEqualTo("400 {\"detail\":\"Invalid limit\"}");
    assertThat(get("/events?limit=x")).startsWith("422 {\"detail\":[");
    door.requests();

    assertThat(get("/trajectory"))
        .startsWith("200 {\"trajectory\":[{\"id\":0,")
        .contains("\"action\":\"message\"")
        .endsWith("]}");
    assertThat(count(door.requests(), "GET /api/v1/conversation/[^/]+/events/search")).isEqualTo(1);
    assertThat(door.send("GET", "/abc/trajectory", ""))
        .isEqualTo("404 {\"detail\":\"Conversation abc not found\"}");
  }

  @Test
  void actionsAreSentOnce() {
    assertThat(
            door.send(
                "POST",
                "/" + id + "/events",
                "{\"action\":\"change_agent_state\",\"args\":{\"agent_state\":\"paused\"}}"))
        .isEqualTo("200 {\"success\":true}");
    assertThat(count(door.requests(), "POST .*/interrupt")).isEqualTo(1);

    assertThat(
            door.send(
                "POST",
                "/" + id + "/events",
                "{\"action\":\"message\",\"args\":{\"content\":\"Go on\"}}"))
        .isEqualTo("200 {\"success\":true}");
    assertThat(count(door.requests(), "POST .*/send-message")).isEqualTo(1);

    assertThat(door.send("POST", "/" + id + "/events", "{\"action\":\"run\",\"args\":{}}"))
        .startsWith("400 {\"detail\":\"V1 takes no actions of users but");
    assertThat(count(door.requests(), "POST .*")).isZero();
  }

  @Test
  void filesAreListedReadAndUploaded() {
    workspace().put("src/a.py", "x = 1");
    workspace().put("b.bin", new byte[] {1, 0, 2});

    assertThat(get("/list-files")).isEqualTo("200 [\"src/\",\"b.bin\"]");
    assertThat(count(door.requests(), "POST /api/bash/start_bash_command")).isEqualTo(1);
    assertThat(get("/select-file?file=src/a.py")).isEqualTo("200 {\"code\":\"x = 1\"}");
    assertThat(count(door.requests(), "GET /api/file/download")).isEqualTo(1);
    assertThat(get("/select-file?file=b.bin")).startsWith("415 {\"error\":\"Unable to open binary");
    assertThat(get("/select-file")).startsWith("422 {\"detail\":[");
    door.requests();

    Map<String, List<String>> form =
        Map.of(
            "Authorization",
            List.of("Bearer " + V1Door.KEY),
            "Content-Type",
            List.of("multipart/form-data; boundary=b"));
    String body =
        String.join(
            "\r\n",
            "--b",
            "Content-Disposition: form-data; name=\"files\"; filename=\"n.txt\"",
            "",
            "new",
            "--b--",
            "");
    assertThat(door.ask("POST", "/api/conversations/" + id + "/upload-files", form, body))
        .isEqualTo("200 {\"uploaded_files\":[\"/workspace/project/n.txt\"],\"skipped_files\":[]}");
    assertThat(count(door.requests(), "POST /api/file/upload")).isEqualTo(1);
    assertThat(workspace().file("n.txt"))
        .hasValueSatisfying(
            bytes -> assertThat(new String(bytes, StandardCharsets.UTF_8)).isEqualTo("new"));
  }

  @Test
  void workspaceIsAZipFile() throws IOException {
    workspace().put("src/a.py", "x = 1");

    try (V0Response answer =
        door.open("GET", "/api/conversations/" + id + "/zip-directory", KEY, "")) {
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.headers())
          .containsEntry("Content-Type", "application/zip")
          .containsEntry("Content-Disposition", "attachment; filename=\"workspace.zip\"");
      Map<String, String> files = new TreeMap<>();
      try (ZipInputStream zip = new ZipInputStream(answer.body())) {
        for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
          files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
        }
      }
      assertThat(files).containsOnly(Map.entry("src/a.py", "x = 1"));
    }
    assertThat(count(door.requests(), "GET /api/file/archive")).isEqualTo(1);
  }

  @Test
  void changesOfARepositoryAreToldAndShown() {
    door.server().account().connect("github", "ghp-test-not-a-token");
    id =
        V1Door.idIn(
            door.send("POST", "", "{\"initial_user_msg\":\"Go\",\"repository\":\"octo/app\"}"));
    door.server().advance(12);
    workspace().put("app/z.txt", "b");
    workspace().gitChange("app", "UPDATED", "z.txt", "a", "b");
    door.requests();

    assertThat(get("/git/changes")).isEqualTo("200 [{\"status\":\"M\",\"path\":\"app/z.txt\"}]");
    assertThat(get("/git/diff?path=app/z.txt"))
        .isEqualTo("200 {\"modified\":\"b\",\"original\":\"a\"}");
    assertThat(count(door.requests(), "GET /api/v1/app-conversations/[^/]+/git/.*")).isEqualTo(2);
    assertThat(get("/git/diff?path=app/gone.txt"))
        .startsWith("500 {\"error\":\"Error getting diff: ");
  }

  @Test
  void addressesOfTheRuntimeAreTold() {
    door.server().account().addSkill("docker", "knowledge", "Use it.", "docker");

    assertThat(get("/config")).startsWith("200 {\"runtime_id\":\"").contains(id);
    assertThat(get("/vscode-url")).startsWith("200 {\"vscode_url\":\"http");
    assertThat(get("/web-hosts")).startsWith("200 {\"hosts\":{\"http").contains(":12000");
    assertThat(get("/microagents"))
        .startsWith("200 {\"microagents\":[{\"name\":\"docker\",\"type\":\"knowledge\"");
    assertThat(count(door.requests(), "GET /api/v1/app-conversations/[^/]+/skills")).isEqualTo(1);

    door.send("POST", "/" + id + "/stop", "");
    assertThat(get("/vscode-url"))
        .startsWith("500 {\"vscode_url\":null,\"error\":\"Error getting VSCode URL");
    assertThat(get("/list-files"))
        .isEqualTo("404 {\"error\":\"Conversation " + id + " is not running\"}");
  }

  @Test
  void whatV1DoesNotHaveIsRefusedWithoutARequest() {
    assertThat(get("/remember-prompt?event_id=3")).startsWith("501 {\"detail\":\"V1 writes no");
    assertThat(get("/security/a/b")).startsWith("501 {\"error\":\"V1 passes nothing on");
    assertThat(door.send("POST", "/" + id + "/submit-feedback", "{\"polarity\":\"positive\"}"))
        .startsWith("501 {\"error\":\"V1 takes no feedback");
    assertThat(door.send("POST", "/" + id + "/exp-config", "{\"config\":{}}"))
        .startsWith("501 {\"detail\":\"V1 has no settings of experiments");
    assertThat(door.requests()).isEmpty();
  }

  @Test
  void anotherKeyReachesNothing() {
    for (String route : List.of("/events", "/list-files", "/git/changes", "/config")) {
      assertThat(door.sendAs("sk-test-another", "GET", "/" + id + route, ""))
          .as(route)
          .startsWith("401 ");
    }
    assertThat(door.requests()).noneMatch(request -> request.startsWith("POST "));
  }
}
