package io.github.openhands4j.realserver.twin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.openhands4j.v0.FileUpload;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Files, git and the runtime of conversations. */
final class WorkspaceScenarios {

  private WorkspaceScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("files", WorkspaceScenarios::files),
        new Scenario("git", WorkspaceScenarios::git),
        new Scenario("runtime", WorkspaceScenarios::runtime),
        new Scenario("workspace-of-unknown", WorkspaceScenarios::ofUnknown));
  }

  private static void files(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          session.step(
              "upload",
              () ->
                  session
                      .client()
                      .files()
                      .uploadFiles(
                          id,
                          List.of(
                              FileUpload.of("b.txt", "hello\n".getBytes(UTF_8)),
                              FileUpload.of("A.txt", "\u00C4rger".getBytes(UTF_8)),
                              FileUpload.of("binary.bin", new byte[] {0, 1, 2, (byte) 0xFF}))));
          session.step("upload nothing", () -> session.client().files().uploadFiles(id, List.of()));
          session.step(
              "list",
              () ->
                  session.client().files().listFiles(id, null).stream()
                      .map(WorkspaceScenarios::name)
                      .filter(name -> !name.startsWith("."))
                      .toList());
          session.step(
              "list of nowhere", () -> session.client().files().listFiles(id, "no/such/folder"));
          session.step("select", () -> session.client().files().selectFile(id, "b.txt"));
          session.step("select unicode", () -> session.client().files().selectFile(id, "A.txt"));
          session.step(
              "select binary", () -> session.client().files().selectFile(id, "binary.bin"));
          session.step("select missing", () -> session.client().files().selectFile(id, "none.txt"));
          session.step("select a folder", () -> session.client().files().selectFile(id, "."));
          session.step("zip", () -> names(session.client().files().zipDirectory(id)));
          session.step("stop", () -> session.client().stopConversation(id));
          session.awaitStopped(id);
          session.step("list stopped", () -> session.client().files().listFiles(id, null));
          session.step("select stopped", () -> session.client().files().selectFile(id, "b.txt"));
          session.step("zip stopped", () -> names(session.client().files().zipDirectory(id)));
        });
  }

  private static String name(String path) {
    String shown = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    return shown.substring(shown.lastIndexOf('/') + 1);
  }

  private static List<String> names(InputStream zip) throws IOException {
    List<String> names = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(zip)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (!entry.isDirectory() && entry.getName().matches(".*(b\\.txt|A\\.txt|binary\\.bin)")) {
          names.add(name(entry.getName()));
        }
      }
    }
    names.sort(null);
    return names;
  }

  private static void git(Session session) {
    session.create(
        "without repository",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          session.step("changes without repository", () -> session.client().git().changes(id));
          session.step("diff without repository", () -> session.client().git().diff(id, "a.txt"));
        });
    session.create(
        "it",
        CreateScenarios.request()
            .repository("octo/app")
            .initialUserMsg("RUN: if [ -d app ]; then cd app; fi; echo new > new.txt")
            .build(),
        id -> {
          session.awaitRest(id);
          session.step("changes", () -> session.client().git().changes(id));
          session.step("diff of new", () -> session.client().git().diff(id, "app/new.txt"));
          session.step("diff of missing", () -> session.client().git().diff(id, "app/none.txt"));
        });
  }

  private static void runtime(Session session) {
    session.create(
        "it",
        CreateScenarios.request().build(),
        id -> {
          session.await(id, AgentState.IDLE);
          session.step("config", () -> session.client().runtimes().config(id));
          session.step("editor", () -> session.client().runtimes().vscodeUrl(id));
          session.step("hosts", () -> session.client().runtimes().webHosts(id));
          session.step(
              "microagents",
              () ->
                  session.client().runtimes().microagents(id).stream()
                      .map(agent -> agent.type())
                      .distinct()
                      .toList());
          session.step(
              "experiment",
              () -> session.client().runtimes().addExperimentConfig(id, Map.of("variant", "a")));
          session.step(
              "experiment of nothing",
              () -> session.client().runtimes().addExperimentConfig(id, null));
          session.step("stop", () -> session.client().stopConversation(id));
          session.step("config stopped", () -> session.client().runtimes().config(id));
          session.step("editor stopped", () -> session.client().runtimes().vscodeUrl(id));
          session.step("hosts stopped", () -> session.client().runtimes().webHosts(id));
          session.step("microagents stopped", () -> session.client().runtimes().microagents(id));
        });
  }

  private static void ofUnknown(Session session) {
    String id = ReadScenarios.UNKNOWN;
    session.keep(id);
    session.step("list", () -> session.client().files().listFiles(id, null));
    session.step("select", () -> session.client().files().selectFile(id, "a.txt"));
    session.step("zip", () -> names(session.client().files().zipDirectory(id)));
    session.step(
        "upload",
        () ->
            session
                .client()
                .files()
                .uploadFiles(id, List.of(FileUpload.of("a.txt", new byte[] {65}))));
    session.step("changes", () -> session.client().git().changes(id));
    session.step("diff", () -> session.client().git().diff(id, "a.txt"));
    session.step("config", () -> session.client().runtimes().config(id));
    session.step("editor", () -> session.client().runtimes().vscodeUrl(id));
    session.step("hosts", () -> session.client().runtimes().webHosts(id));
    session.step("microagents", () -> session.client().runtimes().microagents(id));
    session.step("remember", () -> session.client().runtimes().rememberPrompt(id, 1));
    // no experiment: what V0 stores for it turns further calls on the id into 500
  }
}
