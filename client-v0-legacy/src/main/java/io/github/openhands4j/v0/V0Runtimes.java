package io.github.openhands4j.v0;

import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.model.v0.RuntimeConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The runtime of a conversation, and what it has loaded. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Runtimes {
  /**
   * Where a conversation runs ({@code GET /api/conversations/{id}/config}). May be repeated.
   *
   * @param conversationId the id
   * @return the ids of its runtime and session
   * @throws V0Exception 404 if the id is unknown
   */
  RuntimeConfig config(String conversationId);

  /**
   * The address of its editor ({@code GET /api/conversations/{id}/vscode-url}). May be repeated.
   *
   * @param conversationId the id
   * @return the address, which may hold a secret, or empty
   * @throws V0Exception 404 if the id is unknown, 500 if it cannot be told
   */
  Optional<String> vscodeUrl(String conversationId);

  /**
   * The addresses at which its programs are reached ({@code GET
   * /api/conversations/{id}/web-hosts}). May be repeated.
   *
   * @param conversationId the id
   * @return ports by address
   * @throws V0Exception 404 if the id is unknown, 500 if they cannot be told
   */
  Map<String, Integer> webHosts(String conversationId);

  /**
   * The microagents it has loaded ({@code GET /api/conversations/{id}/microagents}). May be
   * repeated.
   *
   * @param conversationId the id
   * @return those of repositories first
   * @throws V0Exception 404 if the id is unknown
   */
  List<Microagent> microagents(String conversationId);

  /**
   * Has a model write what to remember of an event ({@code GET
   * /api/conversations/{id}/remember-prompt}). Not repeated by itself: it costs a model's work.
   *
   * @param conversationId the id
   * @param eventId the number of the event
   * @return the text
   * @throws V0Exception 404 if the id is unknown, 501 where it is not supported
   */
  String rememberPrompt(String conversationId, long eventId);

  /**
   * Sends feedback ({@code POST /api/conversations/{id}/submit-feedback}). Not repeated by itself.
   *
   * @param conversationId the id
   * @param feedback {@code email}, {@code version}, {@code polarity} and {@code permissions}
   * @return what the feedback service answered
   * @throws V0Exception 404 if the id is unknown, 501 where it is not supported
   */
  Map<String, @Nullable Object> submitFeedback(
      String conversationId, Map<String, @Nullable Object> feedback);

  /**
   * Stores the settings of an experiment ({@code POST /api/conversations/{id}/exp-config}).
   *
   * @param conversationId the id
   * @param config the settings, or null
   * @return false if they were stored, true if they could not be
   * @throws V0Exception 501 where it is not supported
   */
  boolean addExperimentConfig(String conversationId, @Nullable Map<String, String> config);
}
