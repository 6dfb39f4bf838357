package io.github.openhands4j.compat.internal.http.route;

import static io.github.openhands4j.compat.internal.http.schema.Field.nullable;
import static io.github.openhands4j.compat.internal.http.schema.Field.required;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.RequestModels;
import io.github.openhands4j.compat.internal.http.schema.Types;
import io.github.openhands4j.compat.operations.V0Operation;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What needs the runtime of a conversation: files, git, its addresses, its microagents. */
final class RuntimeRoutes {

  private static final String ONE = "/api/conversations/{id}";
  private static final List<String> ALL_METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private RuntimeRoutes() {}

  static List<Route> files() {
    return List.of(
        Route.of("GET", ONE + "/list-files", ErrorShape.ERROR, RuntimeRoutes::listFiles)
            .query(nullable("path", Types.text())),
        Route.of("GET", ONE + "/select-file", ErrorShape.ERROR, RuntimeRoutes::selectFile)
            .query(required("file", Types.text())),
        Route.of("GET", ONE + "/zip-directory", ErrorShape.ERROR, RuntimeRoutes::zip),
        Route.of("GET", ONE + "/git/changes", ErrorShape.ERROR, RuntimeRoutes::changes),
        Route.of("GET", ONE + "/git/diff", ErrorShape.ERROR, RuntimeRoutes::diff)
            .query(required("path", Types.text())),
        Route.of("POST", ONE + "/upload-files", ErrorShape.ERROR, RuntimeRoutes::upload)
            .body(BodyRule.FILES));
  }

  /** The pass-through to the security analyzer, which never worked and is not on V1. */
  static Stream<Route> security() {
    return ALL_METHODS.stream()
        .map(
            method ->
                Route.of(
                    method,
                    ONE + "/security/{path:path}",
                    ErrorShape.ERROR,
                    (call, client) -> {
                      throw call.refused(V0Operation.SECURITY);
                    }));
  }

  static List<Route> rest() {
    return List.of(
        Route.of("POST", ONE + "/submit-feedback", ErrorShape.ERROR, RuntimeRoutes::feedback)
            .body(BodyRule.json(RequestModels.FEEDBACK)),
        Route.of("GET", ONE + "/config", ErrorShape.DETAIL, RuntimeRoutes::config),
        Route.of(
            "GET",
            ONE + "/vscode-url",
            ErrorShape.errorBeside("vscode_url"),
            RuntimeRoutes::vscodeUrl),
        Route.of(
            "GET", ONE + "/web-hosts", ErrorShape.errorBeside("hosts"), RuntimeRoutes::webHosts),
        Route.of("GET", ONE + "/microagents", ErrorShape.ERROR, RuntimeRoutes::microagents));
  }

  private static V0Response listFiles(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.files().listFiles(call.id(), call.text("path")));
  }

  private static V0Response selectFile(Call call, OpenHandsV0Client client) {
    return Answers.json(
        200, Map.of("code", client.files().selectFile(call.id(), call.requiredText("file"))));
  }

  private static V0Response zip(Call call, OpenHandsV0Client client) {
    return Answers.stream(
        "application/zip",
        Map.of("Content-Disposition", "attachment; filename=\"workspace.zip\""),
        client.files().zipDirectory(call.id()));
  }

  private static V0Response changes(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.git().changes(call.id()));
  }

  private static V0Response diff(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.git().diff(call.id(), call.requiredText("path")));
  }

  private static V0Response upload(Call call, OpenHandsV0Client client) {
    List<FileUpload> files = new ArrayList<>();
    if (call.body() instanceof List<?> list) {
      list.forEach(file -> files.add((FileUpload) file));
    }
    return Answers.json(200, client.files().uploadFiles(call.id(), files));
  }

  private static V0Response feedback(Call call, OpenHandsV0Client client) {
    Map<String, @Nullable Object> feedback = new LinkedHashMap<>();
    feedback.put("email", "");
    feedback.put("version", "");
    feedback.put("polarity", "");
    feedback.put("permissions", "private");
    feedback.putAll(call.object());
    return Answers.json(200, client.runtimes().submitFeedback(call.id(), feedback));
  }

  private static V0Response config(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.runtimes().config(call.id()));
  }

  private static V0Response vscodeUrl(Call call, OpenHandsV0Client client) {
    Map<String, @Nullable Object> body = new LinkedHashMap<>();
    body.put("vscode_url", client.runtimes().vscodeUrl(call.id()).orElse(null));
    return Answers.json(200, body);
  }

  private static V0Response webHosts(Call call, OpenHandsV0Client client) {
    return Answers.json(200, Map.of("hosts", client.runtimes().webHosts(call.id())));
  }

  private static V0Response microagents(Call call, OpenHandsV0Client client) {
    return Answers.json(200, Map.of("microagents", client.runtimes().microagents(call.id())));
  }

  static V0Response remember(Call call, OpenHandsV0Client client) {
    long event = Objects.requireNonNull(call.longNumber("event_id"));
    Map<String, String> body = new LinkedHashMap<>();
    body.put("status", "success");
    body.put("prompt", client.runtimes().rememberPrompt(call.id(), event));
    return Answers.json(200, body);
  }

  static V0Response experiment(Call call, OpenHandsV0Client client) {
    Map<String, String> config = null;
    if (call.object().get("config") instanceof Map<?, ?> sent) {
      Map<String, String> texts = new LinkedHashMap<>();
      sent.forEach((name, value) -> texts.put(String.valueOf(name), String.valueOf(value)));
      config = texts;
    }
    return Answers.json(200, client.runtimes().addExperimentConfig(call.id(), config));
  }
}
