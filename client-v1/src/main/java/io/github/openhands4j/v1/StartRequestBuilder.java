package io.github.openhands4j.v1;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ImageContent;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.internal.Copies;
import io.github.openhands4j.model.v1.AgentType;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartRequestBuilder;
import io.github.openhands4j.model.v1.PluginSpec;
import io.github.openhands4j.model.v1.SendMessageRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds {@link StartRequest}s. All fields are optional. Not thread-safe. */
public final class StartRequestBuilder {

  private static final Set<String> KNOWN =
      Arrays.stream(AppConversationStartRequest.class.getRecordComponents())
          .map(component -> component.getAccessor().getAnnotation(JsonProperty.class))
          .filter(Objects::nonNull)
          .map(JsonProperty::value)
          .collect(Collectors.toUnmodifiableSet());

  private final AppConversationStartRequestBuilder body = AppConversationStartRequest.builder();
  private final List<ContentBlock> content = new ArrayList<>();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> further = new LinkedHashMap<>();
  private boolean hasSuggestedTask;

  StartRequestBuilder() {}

  /**
   * Adds text to the first message. Without a message the conversation starts idle.
   *
   * @param text the text
   * @return this builder
   */
  public StartRequestBuilder message(String text) {
    content.add(TextContent.of(text));
    return this;
  }

  /**
   * Adds images to the first message.
   *
   * @param urls {@code data:} or {@code https:} URLs
   * @return this builder
   */
  public StartRequestBuilder images(List<String> urls) {
    content.add(ImageContent.of(urls));
    return this;
  }

  /**
   * Gives the conversation a secret, which overrides a stored one of that name. The server reserves
   * names that begin with {@code LLM_} and some others, and then fails the start.
   *
   * @param name the secret's name
   * @param value the secret's value
   * @return this builder
   */
  public StartRequestBuilder secret(String name, String value) {
    secrets.put(name, Secret.of(value));
    return this;
  }

  /**
   * Sets {@code selectedRepository} of the request.
   *
   * @param selectedRepository the repository as {@code owner/name}
   * @return this builder
   */
  public StartRequestBuilder repository(String selectedRepository) {
    body.selectedRepository(selectedRepository);
    return this;
  }

  /**
   * Sets {@code selectedBranch} of the request.
   *
   * @param selectedBranch the branch; without one the server makes a throw-away branch
   * @return this builder
   */
  public StartRequestBuilder branch(String selectedBranch) {
    body.selectedBranch(selectedBranch);
    return this;
  }

  /**
   * Sets {@code gitProvider} of the request.
   *
   * @param gitProvider the repository's provider
   * @return this builder
   */
  public StartRequestBuilder gitProvider(ProviderType gitProvider) {
    body.gitProvider(gitProvider);
    return this;
  }

  /**
   * Sets {@code systemMessageSuffix} of the request.
   *
   * @param systemMessageSuffix appended to the system prompt
   * @return this builder
   */
  public StartRequestBuilder systemMessageSuffix(String systemMessageSuffix) {
    body.systemMessageSuffix(systemMessageSuffix);
    return this;
  }

  /**
   * Sets {@code llmModel} of the request.
   *
   * @param llmModel the model; without one the user's default
   * @return this builder
   */
  public StartRequestBuilder llmModel(String llmModel) {
    body.llmModel(llmModel);
    return this;
  }

  /**
   * Sets {@code agentProfileId} of the request.
   *
   * @param agentProfileId an agent profile for this conversation
   * @return this builder
   */
  public StartRequestBuilder agentProfileId(String agentProfileId) {
    body.agentProfileId(agentProfileId);
    return this;
  }

  /**
   * Sets {@code agentType} of the request.
   *
   * @param agentType the kind of agent
   * @return this builder
   */
  public StartRequestBuilder agentType(AgentType agentType) {
    body.agentType(agentType);
    return this;
  }

  /**
   * Sets {@code sandboxId} of the request.
   *
   * @param sandboxId run in this sandbox, which is resumed if it is paused
   * @return this builder
   */
  public StartRequestBuilder sandboxId(String sandboxId) {
    body.sandboxId(sandboxId);
    return this;
  }

  /**
   * Sets {@code parentConversationId} of the request.
   *
   * @param parentConversationId the conversation this one is a child of
   * @return this builder
   */
  public StartRequestBuilder parentConversationId(ConversationId parentConversationId) {
    body.parentConversationId(parentConversationId);
    return this;
  }

  /**
   * Sets {@code suggestedTask} of the request.
   *
   * @param suggestedTask a suggested task, from which the server writes the message
   * @return this builder
   */
  public StartRequestBuilder suggestedTask(SuggestedTask suggestedTask) {
    hasSuggestedTask = true;
    body.suggestedTask(suggestedTask);
    return this;
  }

  /**
   * Sets {@code trigger} of the request.
   *
   * @param trigger what the start is recorded as started by
   * @return this builder
   */
  public StartRequestBuilder trigger(ConversationTrigger trigger) {
    body.trigger(trigger);
    return this;
  }

  /**
   * Sets {@code prNumber} of the request.
   *
   * @param prNumber pull requests the conversation belongs to
   * @return this builder
   */
  public StartRequestBuilder prNumber(List<Long> prNumber) {
    body.prNumber(prNumber);
    return this;
  }

  /**
   * Sets {@code plugins} of the request.
   *
   * @param plugins plugins to load into the agent
   * @return this builder
   */
  public StartRequestBuilder plugins(List<PluginSpec> plugins) {
    body.plugins(plugins);
    return this;
  }

  /**
   * Sets a field that this release does not know.
   *
   * @param name its name on the wire
   * @param value plain JSON values: text, number, truth value, list, map, or null. Copied with all
   *     that is in it
   * @return this builder
   * @throws ConfigurationException if this release knows the field: it has a method, or is not the
   *     caller's to set; or if the value is, or has in it, anything but plain JSON values
   */
  public StartRequestBuilder set(String name, @Nullable Object value) {
    if (KNOWN.contains(name)) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The field " + name + " of a start is not set by name; use its method, if it has one.");
    }
    try {
      further.put(name, Copies.json(value));
    } catch (IllegalArgumentException odd) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "The field " + name + " of a start cannot be set. " + odd.getMessage());
    }
    return this;
  }

  /**
   * The request.
   *
   * @return an immutable request
   * @throws ConfigurationException if both a message and a suggested task are set, which the server
   *     refuses
   */
  public StartRequest build() {
    if (hasSuggestedTask && !content.isEmpty()) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED,
          "A start has either a message or a suggested task: the server writes the message from the"
              + " task.");
    }
    if (!content.isEmpty()) {
      body.initialMessage(SendMessageRequest.builder().role("user").content(content).build());
    }
    return new StartRequest(body.secrets(secrets).additionalProperties(further).build());
  }
}
