package io.github.openhands4j.compat.internal.http.memory;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.GitChange;
import io.github.openhands4j.model.v0.GitDiff;
import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.model.v0.RuntimeConfig;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0Files;
import io.github.openhands4j.v0.V0Git;
import io.github.openhands4j.v0.V0Runtimes;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Files in memory, and a runtime that is always there. */
public final class MemoryWorkspace implements V0Files, V0Git, V0Runtimes {

  private final MemoryV0Client client;
  private final Map<String, byte[]> files = new LinkedHashMap<>();

  MemoryWorkspace(MemoryV0Client client) {
    this.client = client;
    files.put("README.md", "# Größe\n".getBytes(StandardCharsets.UTF_8));
  }

  /**
   * What a file holds.
   *
   * @param name its name
   * @return its bytes, or null
   */
  public byte @Nullable [] content(String name) {
    return files.get(name);
  }

  @Override
  public List<String> listFiles(String conversationId, @Nullable String path) {
    client.requireKnown(conversationId);
    return path == null || path.isEmpty() ? List.of("src/", "README.md") : List.of(path + "/a.py");
  }

  @Override
  public String selectFile(String conversationId, String file) {
    client.requireKnown(conversationId);
    byte[] content = files.get(file);
    if (content == null) {
      throw MemoryV0Client.failure(
          500,
          "{\"error\":\"Error opening file: **ErrorObservation**\\nFile not found:"
              + " /workspace/project/"
              + file
              + "\"}");
    }
    return new String(content, StandardCharsets.UTF_8);
  }

  @Override
  public InputStream zipDirectory(String conversationId) {
    client.requireKnown(conversationId);
    return new ByteArrayInputStream("PK-zip".getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public UploadedFiles uploadFiles(String conversationId, List<FileUpload> uploads) {
    client.requireKnown(conversationId);
    List<String> paths = new ArrayList<>();
    for (FileUpload upload : uploads) {
      files.put(upload.name(), upload.content());
      paths.add("/workspace/" + upload.name());
    }
    return UploadedFiles.builder().uploadedFiles(paths).build();
  }

  @Override
  public List<GitChange> changes(String conversationId) {
    client.requireKnown(conversationId);
    return List.of(GitChange.builder().status("M").path("cat/src/a.py").build());
  }

  @Override
  public GitDiff diff(String conversationId, String path) {
    client.requireKnown(conversationId);
    return GitDiff.builder().modified("new of " + path).original("").build();
  }

  @Override
  public RuntimeConfig config(String conversationId) {
    client.requireKnown(conversationId);
    return RuntimeConfig.builder().sessionId(conversationId).build();
  }

  @Override
  public Optional<String> vscodeUrl(String conversationId) {
    client.requireKnown(conversationId);
    return Optional.empty();
  }

  @Override
  public Map<String, Integer> webHosts(String conversationId) {
    client.requireKnown(conversationId);
    return Map.of("https://work-1.invalid", 12_000);
  }

  @Override
  public List<Microagent> microagents(String conversationId) {
    client.requireKnown(conversationId);
    return List.of(
        Microagent.builder().name("cats").type("knowledge").triggers(List.of("cat")).build());
  }

  @Override
  public String rememberPrompt(String conversationId, long eventId) {
    throw unsupported("remember-prompt");
  }

  @Override
  public Map<String, @Nullable Object> submitFeedback(
      String conversationId, Map<String, @Nullable Object> feedback) {
    client.requireKnown(conversationId);
    Map<String, @Nullable Object> answer = new LinkedHashMap<>();
    answer.put("statusCode", 200);
    answer.put("body", feedback);
    return answer;
  }

  @Override
  public boolean addExperimentConfig(String conversationId, @Nullable Map<String, String> config) {
    return config == null;
  }

  private static V0Exception unsupported(String what) {
    return new V0Exception(
        ErrorCode.V0_UNSUPPORTED,
        501,
        "{\"detail\":\"" + what + " is not supported\"}",
        "not supported",
        null);
  }
}
