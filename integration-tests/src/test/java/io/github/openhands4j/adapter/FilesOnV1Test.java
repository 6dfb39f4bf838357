package io.github.openhands4j.adapter;

import static io.github.openhands4j.adapter.AdaptedServer.failureOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.simulator.AgentServerAge;
import io.github.openhands4j.simulator.CommandAnswer;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.simulator.SandboxStatus;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Exception;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilesOnV1Test {

  private final AdaptedServer world = new AdaptedServer();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void listingIsOneCommandAndKnowsTheRootAfterTheFirst() {
    String id = world.running();
    world.workspace(id).put("b.txt", "b");
    world.workspace(id).put("A.log", "x");
    world.workspace(id).put("src/main.c", "x");
    world.workspace(id).put("node_modules/x", "x");
    world.workspace(id).put(".gitignore", "*.log\n");

    assertThat(world.client().files().listFiles(id, null))
        .containsExactly("src/", ".gitignore", "b.txt");
    assertThat(world.client().files().listFiles(id, "src")).containsExactly("src/main.c");
    assertThat(world.client().files().listFiles(id, "gone")).isEmpty();

    assertThat(world.agentRequests("POST", "/api/bash/start_bash_command")).isEqualTo(3);
    assertThat(world.agentRequests("GET", "/api/conversations/[0-9a-f-]+")).isEqualTo(1);
    assertThat(world.agentRequests("GET", ".*")).isEqualTo(4);
  }

  @Test
  void nameOfAFolderIsNeverReadByTheShell() {
    String id = world.running();
    world.workspace(id).put("it's; echo/x", "x");

    assertThat(world.client().files().listFiles(id, "it's; echo")).containsExactly("it's; echo/x");
  }

  @ParameterizedTest
  @EnumSource(AgentServerAge.class)
  void textIsReadAndABinaryFileRefused(AgentServerAge age) {
    try (AdaptedServer aged = new AdaptedServer(age, CompatOptions.builder().build())) {
      String id = aged.running();
      aged.workspace(id).put("a.txt", "one\r\ntwo");
      aged.workspace(id).put("b.bin", new byte[] {1, 0, 2});

      assertThat(aged.client().files().selectFile(id, "a.txt")).isEqualTo("one\ntwo");
      assertThat(aged.client().files().selectFile(id, "/workspace/project/a.txt"))
          .isEqualTo("one\ntwo");
      V0Exception binary = failureOf(() -> aged.client().files().selectFile(id, "b.bin"));
      assertThat(binary.status()).isEqualTo(415);
      assertThat(binary.body())
          .isEqualTo("{\"error\":\"Unable to open binary file: /workspace/project/b.bin\"}");
    }
  }

  @Test
  void missingFileAndFolderAreV0sErrors() {
    String id = world.running();
    world.workspace(id).makeDirectory("src");

    V0Exception missing = failureOf(() -> world.client().files().selectFile(id, "no.txt"));
    V0Exception folder = failureOf(() -> world.client().files().selectFile(id, "src"));

    assertThat(missing.status()).isEqualTo(500);
    assertThat(missing.body())
        .isEqualTo(
            "{\"error\":\"Error opening file: **ErrorObservation**\\nFile not found:"
                + " /workspace/project/no.txt. Your current working directory is"
                + " /workspace/project.\"}");
    assertThat(folder.status()).isEqualTo(500);
    assertThat(folder.body()).contains("Path is a directory: /workspace/project/src");
  }

  @ParameterizedTest
  @EnumSource(AgentServerAge.class)
  void uploadedFilesArriveByteForByte(AgentServerAge age) {
    byte[] bytes = new byte[70_000];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) i;
    }
    try (AdaptedServer aged = new AdaptedServer(age, CompatOptions.builder().build())) {
      String id = aged.running();

      UploadedFiles stored =
          aged.client()
              .files()
              .uploadFiles(
                  id, List.of(FileUpload.of("in/a ü.bin", bytes), FileUpload.of("b", new byte[0])));

      assertThat(stored.skippedFiles()).isEmpty();
      assertThat(stored.uploadedFiles())
          .containsExactly("/workspace/project/in/a ü.bin", "/workspace/project/b");
      assertThat(aged.workspace(id).file("in/a ü.bin").orElseThrow()).isEqualTo(bytes);
      assertThat(aged.workspace(id).file("b").orElseThrow()).isEmpty();
    }
  }

  @Test
  void uploadWithoutFilesIsRefusedBeforeAnythingIsSent() {
    String id = world.running();
    world.server().journal().clear();

    V0Exception refused = failureOf(() -> world.client().files().uploadFiles(id, List.of()));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"missing\",\"loc\":[\"body\",\"files\"],\"msg\":\"Field"
                + " required\",\"input\":null}]}");
    assertThat(world.server().journal().requests()).isEmpty();
  }

  @Test
  void workspaceComesAsAZipFileOfItsFiles() throws IOException {
    String id = world.running();
    world.workspace(id).put("a.txt", "hello");
    world.workspace(id).put("deep/er/b.bin", new byte[100_000]);

    Map<String, byte[]> files = unzip(world.client().files().zipDirectory(id));

    assertThat(files)
        .containsEntry("a.txt", "hello".getBytes(StandardCharsets.UTF_8))
        .containsEntry("deep/er/b.bin", new byte[100_000])
        .doesNotContainKey("archive_manifest.json");
    assertThat(world.agentRequests("GET", "/api/file/archive")).isEqualTo(1);
  }

  @Test
  void otherNamesOfAFileAreInTheZipFileWithItsContent() throws IOException {
    String id = world.running();
    world.workspace(id).put("a.txt", "hello");
    world.workspace(id).link("deep/b.txt", "a.txt");
    world.workspace(id).put("z.txt", "last");

    assertThat(unzip(world.client().files().zipDirectory(id)))
        .containsOnlyKeys("a.txt", "deep/b.txt", "z.txt")
        .containsEntry("deep/b.txt", "hello".getBytes(StandardCharsets.UTF_8));
    assertThat(world.agentRequests("GET", "/api/file/download")).isEqualTo(1);
  }

  @Test
  void olderServerPacksByACommandAndKeepsNothing() {
    try (AdaptedServer older =
        new AdaptedServer(AgentServerAge.BOTH_STYLES, CompatOptions.builder().build())) {
      String id = older.running();
      older.workspace(id).answer("tar .*", CommandAnswer.exit(2));
      older.workspace(id).answer("rm .*", CommandAnswer.exit(0));

      V0Exception failure = failureOf(() -> older.client().files().zipDirectory(id));

      assertThat(failure.status()).isEqualTo(500);
      assertThat(failure.body())
          .isEqualTo("{\"error\":\"Error zipping workspace: tar ended with 2\"}");
      assertThat(older.workspace(id).commands())
          .hasSize(2)
          .anyMatch(
              command -> command.matches("tar -C '/workspace/project' -czf /tmp/.* 2>/dev/null"))
          .anyMatch(command -> command.startsWith("rm -f /tmp/workspace-"));
    }
  }

  @Test
  void packingWhoseEndIsNotSeenKeepsNothingEither() {
    try (AdaptedServer older =
        new AdaptedServer(AgentServerAge.BOTH_STYLES, CompatOptions.builder().build())) {
      String id = older.running();
      older.workspace(id).answer("tar .*", CommandAnswer.exit(0));
      older.workspace(id).answer("rm .*", CommandAnswer.exit(0));
      older
          .server()
          .agentServer()
          .disturbNext("GET", "/api/bash/.*", Disturbance.notTaken().answer(403));

      assertThat(failureOf(() -> older.client().files().zipDirectory(id)).status()).isEqualTo(403);

      assertThat(older.workspace(id).commands())
          .hasSize(2)
          .last()
          .asString()
          .startsWith("rm -f /tmp/workspace-");
    }
  }

  private static Map<String, byte[]> unzip(InputStream stream) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(stream)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void conversationThatDoesNotRunHasNoFiles() {
    String id = world.running();
    world.client().stopConversation(id);

    assertThat(failureOf(() -> world.client().files().listFiles(id, null)).body())
        .isEqualTo("{\"error\":\"Conversation " + id + " is not running\"}");
    assertThat(failureOf(() -> world.client().files().selectFile(id, "a")).status()).isEqualTo(404);
    assertThat(failureOf(() -> world.client().files().zipDirectory(id)).body())
        .isEqualTo(
            "{\"error\":\"Error zipping workspace: Conversation " + id + " is not running\"}");
    assertThat(world.server().agentServer().journal().requests()).isEmpty();
  }

  @Test
  void unknownConversationIsV0sNotFound() {
    String id = "0123456789abcdef0123456789abcdef";
    String body = "{\"detail\":\"Conversation " + id + " not found\"}";

    assertThat(failureOf(() -> world.client().files().listFiles(id, null)).body()).isEqualTo(body);
    assertThat(failureOf(() -> world.client().git().changes("no id")).body())
        .isEqualTo("{\"detail\":\"Conversation no id not found\"}");
    assertThat(failureOf(() -> world.client().runtimes().config(id)).body()).isEqualTo(body);
  }

  @Test
  void startingConversationHasNoRuntimeYet() {
    String id =
        world
            .client()
            .createConversation(CreateConversationRequest.builder().build())
            .conversationId();

    assertThat(failureOf(() -> world.client().files().listFiles(id, null)).body())
        .isEqualTo("{\"error\":\"Runtime not yet initialized\"}");
  }

  @Test
  void deadAgentServerIsTheRuntimeThatCannotBeReached() {
    String id = world.running();
    world.server().agentServer().shutDown();

    V0Exception failure = failureOf(() -> world.client().files().listFiles(id, null));

    assertThat(failure.status()).isEqualTo(502);
    assertThat(failure.body()).isEqualTo("{\"error\":\"Unable to connect to runtime\"}");
    assertThat(failure).hasCauseInstanceOf(OpenHandsException.class);
  }

  @Test
  void newKeyAfterAResumeIsUsed() {
    String id = world.running();
    world.workspace(id).put("a.txt", "x");
    assertThat(world.client().files().selectFile(id, "a.txt")).isEqualTo("x");
    world.sandbox(id).pause();
    world.sandbox(id).setStatus(SandboxStatus.RUNNING);

    assertThat(world.client().files().selectFile(id, "a.txt")).isEqualTo("x");
  }

  @Test
  void refusedKeyIsReadAgainOnceAndNotMore() {
    String id = world.running();
    world.workspace(id).put("a.txt", "x");
    world.client().files().selectFile(id, "a.txt");
    refuseOneDownload();

    assertThat(world.client().files().selectFile(id, "a.txt")).isEqualTo("x");
    refuseOneDownload();
    refuseOneDownload();
    V0Exception refused = failureOf(() -> world.client().files().selectFile(id, "a.txt"));

    assertThat(refused.status()).isEqualTo(401);
    assertThat(refused.body()).isEqualTo("{\"error\":\"Runtime returned error: 401\"}");
    assertThat(world.agentRequests("GET", "/api/file/download")).isEqualTo(5);
  }

  private void refuseOneDownload() {
    world
        .server()
        .agentServer()
        .disturbNext(
            "GET",
            "/api/file/download",
            Disturbance.notTaken()
                .answer(401, "application/json", "{\"detail\":\"Unauthorized\"}"));
  }
}
