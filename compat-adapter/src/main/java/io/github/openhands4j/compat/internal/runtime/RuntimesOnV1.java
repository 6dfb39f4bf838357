package io.github.openhands4j.compat.internal.runtime;

import static io.github.openhands4j.compat.operations.V0Operation.CONFIG;
import static io.github.openhands4j.compat.operations.V0Operation.EXPERIMENT_CONFIG;
import static io.github.openhands4j.compat.operations.V0Operation.MICROAGENTS;
import static io.github.openhands4j.compat.operations.V0Operation.REMEMBER_PROMPT;
import static io.github.openhands4j.compat.operations.V0Operation.SUBMIT_FEEDBACK;
import static io.github.openhands4j.compat.operations.V0Operation.VSCODE_URL;
import static io.github.openhands4j.compat.operations.V0Operation.WEB_HOSTS;

import io.github.openhands4j.compat.internal.backend.Finder;
import io.github.openhands4j.compat.internal.backend.Found;
import io.github.openhands4j.compat.internal.backend.Ids;
import io.github.openhands4j.compat.internal.translate.Refusals;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.model.v0.RuntimeConfig;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.model.v1.ExposedUrl;
import io.github.openhands4j.model.v1.SandboxInfo;
import io.github.openhands4j.v0.V0Runtimes;
import io.github.openhands4j.v1.OpenHandsClient;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The runtime of a V0 conversation: V1's sandbox. */
public final class RuntimesOnV1 implements V0Runtimes {

  private static final String EDITOR = "VSCODE";
  private static final String PROGRAM = "WORKER_";

  private final V0Calls v0;
  private final OpenHandsClient client;
  private final Finder finder;
  private final AgentDoor door;
  private final Calls calls;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param client the V1 client
   * @param finder finds conversations
   * @param door finds those that run
   * @param calls makes the requests
   */
  public RuntimesOnV1(
      V0Calls v0, OpenHandsClient client, Finder finder, AgentDoor door, Calls calls) {
    this.v0 = v0;
    this.client = client;
    this.finder = finder;
    this.door = door;
    this.calls = calls;
  }

  @Override
  public RuntimeConfig config(String conversationId) {
    return v0.answered(
        CONFIG,
        () ->
            RuntimeConfig.builder()
                .runtimeId(sandboxOf(conversationId))
                .sessionId(conversationId)
                .build());
  }

  private @Nullable String sandboxOf(String conversationId) {
    Found found = Ids.parse(conversationId).map(finder::find).orElseGet(Found.Nothing::new);
    if (found instanceof Found.Row it) {
      return it.row().sandboxId();
    }
    if (found instanceof Found.Task it) {
      return it.task().sandboxId();
    }
    throw V0Bodies.unknownConversation(conversationId);
  }

  @Override
  public Optional<String> vscodeUrl(String conversationId) {
    return v0.answered(
        VSCODE_URL,
        () ->
            urls(conversationId, NotRunning.VSCODE).stream()
                .filter(each -> EDITOR.equals(each.name()))
                .map(each -> each.url().reveal())
                .findFirst());
  }

  @Override
  public Map<String, Integer> webHosts(String conversationId) {
    return v0.answered(
        WEB_HOSTS,
        () -> {
          Map<String, Integer> hosts = new LinkedHashMap<>();
          for (ExposedUrl each : urls(conversationId, NotRunning.WEB_HOSTS)) {
            if (each.name().startsWith(PROGRAM) && each.port() != null) {
              hosts.put(each.url().reveal(), each.port());
            }
          }
          return hosts;
        });
  }

  private List<ExposedUrl> urls(String conversationId, NotRunning notRunning) {
    AppConversation row = door.row(conversationId, notRunning);
    return Optional.ofNullable(row.sandboxId())
        .flatMap(client.sandboxes()::get)
        .map(SandboxInfo::exposedUrls)
        .orElseThrow(() -> notRunning.error(conversationId, false));
  }

  @Override
  public List<Microagent> microagents(String conversationId) {
    return v0.answered(
        MICROAGENTS,
        () -> {
          AppConversation row = door.row(conversationId, NotRunning.MICROAGENTS);
          try {
            return Microagents.of(
                calls.call(
                    OperationClass.READ,
                    times -> client.api().appConversations().skills(row.id(), times)));
          } catch (NotFoundException stoppedMeanwhile) {
            throw NotRunning.MICROAGENTS.error(conversationId, false);
          } catch (ApiException failure) {
            throw V0Bodies.error(
                500, "Error getting microagents: the server answered " + failure.status(), failure);
          }
        });
  }

  @Override
  public String rememberPrompt(String conversationId, long eventId) {
    return v0.answered(
        REMEMBER_PROMPT,
        () -> {
          throw Refusals.of(REMEMBER_PROMPT);
        });
  }

  @Override
  public Map<String, @Nullable Object> submitFeedback(
      String conversationId, Map<String, @Nullable Object> feedback) {
    return v0.answered(
        SUBMIT_FEEDBACK,
        () -> {
          throw Refusals.of(SUBMIT_FEEDBACK);
        });
  }

  @Override
  public boolean addExperimentConfig(String conversationId, @Nullable Map<String, String> config) {
    return v0.answered(
        EXPERIMENT_CONFIG,
        () -> {
          throw Refusals.of(EXPERIMENT_CONFIG);
        });
  }
}
