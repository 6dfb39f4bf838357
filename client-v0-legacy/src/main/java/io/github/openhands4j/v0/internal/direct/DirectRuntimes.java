package io.github.openhands4j.v0.internal.direct;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.model.v0.RuntimeConfig;
import io.github.openhands4j.v0.V0Runtimes;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks a V0 server for the runtime of a conversation. */
final class DirectRuntimes implements V0Runtimes {

  private static final String EDITOR = "editor's address";
  private static final String HOSTS = "web hosts";
  private static final String PROMPT = "prompt to remember";

  private final RuntimesApi api;
  private final ItemCalls calls;
  private final Shapes shapes;

  DirectRuntimes(RuntimesApi api, ItemCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public RuntimeConfig config(String conversationId) {
    return calls.read(
        conversationId,
        (id, options) ->
            shapes.object(
                "runtime",
                api.config(id, options),
                RuntimeConfig.class,
                "runtime_id",
                "session_id"));
  }

  @Override
  public Optional<String> vscodeUrl(String conversationId) {
    return calls.read(
        conversationId,
        (id, options) -> {
          JsonNode url = shapes.field(EDITOR, api.vscodeUrl(id, options), "vscode_url");
          return url.isNull() ? Optional.<String>empty() : Optional.of(shapes.text(EDITOR, url));
        });
  }

  @Override
  public Map<String, Integer> webHosts(String conversationId) {
    return calls.read(
        conversationId,
        (id, options) -> ports(shapes.field(HOSTS, api.webHosts(id, options), "hosts")));
  }

  private static Map<String, Integer> ports(JsonNode hosts) {
    if (!hosts.isObject()) {
      throw Answers.unexpected(HOSTS);
    }
    Map<String, Integer> ports = new LinkedHashMap<>();
    hosts
        .properties()
        .forEach(
            host -> {
              if (!host.getValue().isInt()) {
                throw Answers.unexpected(HOSTS);
              }
              ports.put(host.getKey(), host.getValue().intValue());
            });
    return Collections.unmodifiableMap(ports);
  }

  @Override
  public List<Microagent> microagents(String conversationId) {
    return calls.read(
        conversationId,
        (id, options) ->
            shapes.list(
                "microagents",
                shapes.field("microagents", api.microagents(id, options), "microagents"),
                Microagent.class,
                "name"));
  }

  /** Costs a model's work: repeated as a write is. */
  @Override
  public String rememberPrompt(String conversationId, long eventId) {
    return calls.write(
        conversationId,
        (id, options) ->
            shapes.text(
                PROMPT, shapes.field(PROMPT, api.rememberPrompt(id, eventId, options), "prompt")));
  }

  @Override
  public Map<String, @Nullable Object> submitFeedback(
      String conversationId, Map<String, @Nullable Object> feedback) {
    Objects.requireNonNull(feedback, "feedback");
    return calls.write(
        conversationId,
        (id, options) -> shapes.map("feedback", api.submitFeedback(id, feedback, options)));
  }

  @Override
  public boolean addExperimentConfig(String conversationId, @Nullable Map<String, String> config) {
    Bodies.Experiment body = new Bodies.Experiment(config);
    return calls.write(
        conversationId,
        (id, options) -> shapes.truth("experiment", api.experiment(id, body, options)));
  }
}
