package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** Upload, download, archive and git, in the styles of all ages. */
class AgentFileTest {

  private static final byte[] ALL_BYTES = new byte[512];

  static {
    for (int i = 0; i < ALL_BYTES.length; i++) {
      ALL_BYTES[i] = (byte) i;
    }
  }

  private static AgentWorld world(AgentServerAge age) throws IOException {
    return new AgentWorld(
        OpenHandsSimulator.builder().agentServerAge(age), Outcome.runningForever());
  }

  private static int upload(AgentWorld world, String path, byte[] content) throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    String head =
        String.join(
            "\r\n",
            "--cut",
            "Content-Disposition: form-data; name=\"other\"",
            "",
            "x",
            "--cut",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a.bin\"",
            "Content-Type: application/octet-stream",
            "",
            "");
    body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(content);
    body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.US_ASCII));
    return world
        .agent
        .bytes(
            "POST",
            path,
            body.toByteArray(),
            AgentWorld.KEY,
            world.key(),
            "Content-Type",
            "multipart/form-data; boundary=cut")
        .statusCode();
  }

  private static HttpResponse<byte[]> download(AgentWorld world, String path) throws IOException {
    return world.agent.bytes("GET", path, new byte[0], AgentWorld.KEY, world.key());
  }

  @Test
  void bytesComeBackAsTheyWere() throws IOException {
    try (AgentWorld world = world(AgentServerAge.CURRENT)) {
      String query = "?path=/workspace/project/new/a%20b.bin";

      assertThat(upload(world, "/api/file/upload" + query, ALL_BYTES)).isEqualTo(200);
      assertThat(world.sandbox().workspace().paths())
          .containsExactly("/workspace/project/new/a b.bin");
      HttpResponse<byte[]> answer = download(world, "/api/file/download" + query);
      assertThat(answer.body()).isEqualTo(ALL_BYTES);
      assertThat(answer.headers().firstValue("content-type")).hasValue("application/octet-stream");
      assertThat(answer.headers().firstValue("content-disposition"))
          .hasValue("attachment; filename=\"a b.bin\"");
    }
  }

  @Test
  void badPathsAndBodiesAreRefused() throws IOException {
    try (AgentWorld world = world(AgentServerAge.CURRENT)) {
      assertThat(upload(world, "/api/file/upload?path=relative", ALL_BYTES)).isEqualTo(400);
      assertThat(upload(world, "/api/file/upload", ALL_BYTES)).isEqualTo(422);
      assertThat(world.post("/api/file/upload?path=/a", "{}").status()).isEqualTo(422);
      assertThat(world.get("/api/file/download?path=a").status()).isEqualTo(400);
      assertThat(world.get("/api/file/download?path=/workspace").status()).isEqualTo(400);
      assertThat(world.get("/api/file/download?path=/workspace/none").status()).isEqualTo(404);
      assertThat(world.agent.get("/api/file/download?path=/workspace").status()).isEqualTo(401);
    }
  }

  @Test
  void oldestServersKnowPathsInThePathOnly() throws IOException {
    try (AgentWorld world = world(AgentServerAge.PATH_STYLE)) {
      world.sandbox().workspace().makeRepository("app");

      assertThat(upload(world, "/api/file/upload//workspace/a%20b", ALL_BYTES)).isEqualTo(200);
      assertThat(download(world, "/api/file/download//workspace/a%20b").body())
          .isEqualTo(ALL_BYTES);
      assertThat(world.get("/api/git/changes//workspace/project/app").text()).isEqualTo("[]");
      assertThat(upload(world, "/api/file/upload?path=/a", ALL_BYTES)).isEqualTo(404);
      assertThat(world.get("/api/file/download?path=/workspace/a").status()).isEqualTo(404);
      assertThat(world.get("/api/git/diff?path=/workspace/a").status()).isEqualTo(404);
      assertThat(world.get("/api/file/archive?path=/workspace").status()).isEqualTo(404);
      assertThat(world.post(world.conversation + "/interrupt", "").status()).isEqualTo(404);
      assertThat(world.agent.get("/server_info").json().get("version").asText())
          .isEqualTo("1.11.4");
    }
  }

  @Test
  void serversInBetweenKnowBoth() throws IOException {
    try (AgentWorld world = world(AgentServerAge.BOTH_STYLES)) {
      assertThat(upload(world, "/api/file/upload//a", ALL_BYTES)).isEqualTo(200);
      assertThat(download(world, "/api/file/download?path=/a").statusCode()).isEqualTo(200);
      assertThat(world.post(world.conversation + "/interrupt", "").status()).isEqualTo(404);
    }
  }

  @Test
  void newestServersDoNotKnowPathsInThePath() throws IOException {
    try (AgentWorld world = world(AgentServerAge.CURRENT)) {
      assertThat(world.get("/api/file/download//workspace").status()).isEqualTo(404);
      assertThat(world.get("/api/git/changes//workspace").status()).isEqualTo(404);
    }
  }

  @Test
  void archiveHoldsTheWholeTree() throws IOException {
    try (AgentWorld world = world(AgentServerAge.CURRENT)) {
      SimulatedWorkspace workspace = world.sandbox().workspace();
      String deep = "d".repeat(90) + "/" + "e".repeat(60) + ".txt";
      workspace.put("a.bin", ALL_BYTES);
      workspace.put(deep, "deep");
      workspace.put("node_modules/x.js", "");

      HttpResponse<byte[]> answer =
          download(
              world,
              "/api/file/archive?path=/workspace/project&format=tar.gz&exclude=node_modules");

      assertThat(answer.headers().firstValue("content-type")).hasValue("application/gzip");
      Map<String, byte[]> files = untar(answer.body());
      assertThat(files)
          .containsOnlyKeys(
              "project/", "project/a.bin", "project/" + "d".repeat(90) + "/", "project/" + deep);
      assertThat(files.get("project/a.bin")).isEqualTo(ALL_BYTES);
      assertThat(files.get("project/" + deep)).asString(StandardCharsets.UTF_8).isEqualTo("deep");
      assertThat(world.get("/api/file/archive?path=/none&format=tar.gz").status()).isEqualTo(404);
      assertThat(world.get("/api/file/archive?path=/workspace&format=zip").status()).isEqualTo(422);
      assertThat(world.get("/api/file/archive?path=/workspace").status()).isEqualTo(400);
    }
  }

  private static Map<String, byte[]> untar(byte[] archive) throws IOException {
    byte[] tar = new GZIPInputStream(new ByteArrayInputStream(archive)).readAllBytes();
    Map<String, byte[]> files = new LinkedHashMap<>();
    int at = 0;
    while (tar[at] != 0) {
      String prefix = text(tar, at + 345, 155);
      String name = (prefix.isEmpty() ? "" : prefix + "/") + text(tar, at, 100);
      int size = Integer.parseInt(text(tar, at + 124, 12), 8);
      assertThat(text(tar, at + 257, 5)).isEqualTo("ustar");
      files.put(name, Arrays.copyOfRange(tar, at + 512, at + 512 + size));
      at += 512 + (size + 511) / 512 * 512;
    }
    return files;
  }

  private static String text(byte[] bytes, int at, int most) {
    String text = new String(bytes, at, most, StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  @Test
  void gitTellsWhatTheTestSaid() throws IOException {
    try (AgentWorld world = world(AgentServerAge.CURRENT)) {
      SimulatedWorkspace workspace = world.sandbox().workspace();
      workspace.put("app/same.txt", "same");
      workspace.put("outside.txt", "text");
      workspace.gitChange("app", "UPDATED", "a.txt", "old", "new");
      workspace.gitChange("app", "DELETED", "gone.txt", "was", null);
      String root = "/workspace/project/app";

      assertThat(world.get("/api/git/changes?path=" + root).text())
          .isEqualTo(
              "[{\"status\":\"UPDATED\",\"path\":\"a.txt\"},"
                  + "{\"status\":\"DELETED\",\"path\":\"gone.txt\"}]");
      assertThat(world.get("/api/git/changes?path=/workspace").text()).isEqualTo("[]");
      String diff = "/api/git/diff?path=" + root;
      assertThat(world.get(diff + "/a.txt").text())
          .isEqualTo("{\"modified\":\"new\",\"original\":\"old\"}");
      assertThat(world.get(diff + "/gone.txt").json().get("modified").isNull()).isTrue();
      assertThat(world.get(diff + "/same.txt").json().get("original").asText()).isEqualTo("same");
      assertThat(world.get(diff + "/none.txt").status()).isEqualTo(400);
      assertThat(world.get(diff + "/a.txt&ref=HEAD&commit=abc").status()).isEqualTo(400);
      String outside = "/api/git/diff?path=/workspace/project/outside.txt";
      assertThat(world.get(outside).json().get("original").isNull()).isTrue();
      assertThat(world.get("/api/git/diff?path=/elsewhere").text())
          .isEqualTo("{\"detail\":\"File does not exist: /elsewhere\"}");
      assertThat(world.get("/api/git/changes").status()).isEqualTo(422);
    }
  }
}
