package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.Content;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.json.Rows;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.FailureClass;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.v1.AgentConversation;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.Paged;
import io.github.openhands4j.v1.api.agent.AgentApi;
import io.github.openhands4j.v1.api.agent.AgentBashApi;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import io.github.openhands4j.v1.api.agent.AgentFilesApi;
import io.github.openhands4j.v1.api.agent.AgentGitApi;
import io.github.openhands4j.v1.api.agent.AgentServerInfoApi;
import io.github.openhands4j.v1.internal.event.AgentEventsDoor;
import io.github.openhands4j.v1.internal.page.PagedCalls;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** An agent server over its raw door. */
public final class DefaultAgentServer implements AgentServer {

  private final URI url;
  private final AgentApi api;
  private final CommandRun commands;
  private final FileTransfer files;
  private final EitherForm forms;
  private final Calls calls;
  private final AgentEventsDoor events;
  private final Consumer<ConversationId> stirred;

  DefaultAgentServer(
      URI url,
      FeignClients feign,
      Calls calls,
      ClientOptions options,
      TimeSource time,
      Consumer<ConversationId> stirred) {
    this.stirred = stirred;
    this.url = url;
    this.api =
        new AgentApi(
            feign.target(AgentConversationsApi.class),
            feign.target(AgentBashApi.class),
            feign.target(AgentFilesApi.class),
            feign.target(AgentGitApi.class),
            feign.target(AgentServerInfoApi.class));
    this.commands = new CommandRun(api.bash(), calls, time, options.maxAnswerBytes());
    this.forms = new EitherForm(calls);
    this.files = new FileTransfer(api.files(), forms, time);
    this.calls = calls;
    this.events = feign.target(AgentEventsDoor.class);
  }

  @Override
  public URI url() {
    return url;
  }

  @Override
  public AgentApi api() {
    return api;
  }

  @Override
  public CommandResult run(String command, @Nullable String directory, Duration limit) {
    return commands.run(command, directory, limit);
  }

  @Override
  public StreamedAnswer download(String path) {
    return files.download(path);
  }

  @Override
  public void upload(String path, Content content) {
    files.upload(path, content);
  }

  @Override
  public StreamedAnswer archive(String path, List<String> excluded) {
    return files.archive(path, excluded);
  }

  @Override
  public AgentConversation conversation(ConversationId id) {
    return new DefaultAgentConversation(id, api.conversations(), events, calls, stirred);
  }

  /**
   * The operations of events, as types of their own.
   *
   * @return always the same
   */
  public AgentEventsDoor events() {
    return events;
  }

  @Override
  public Paged<AgentConversationInfo> conversations() {
    return new PagedCalls<>(
        Map.of("limit", 100),
        AgentConversationInfo::id,
        page -> calls.call(OperationClass.READ, times -> api.conversations().search(page, times)));
  }

  @Override
  public List<GitChange> gitChanges(String repository, @Nullable String ref) {
    if (ref != null) {
      return Rows.readable(
          forms.newerOnly(
              OperationClass.READ, times -> api.git().changes(repository, ref, times), "ref"));
    }
    return Rows.readable(
        forms.of(
            OperationClass.READ,
            times -> api.git().changes(repository, null, times),
            times -> api.git().changesByPath(repository, times)));
  }

  @Override
  public GitDiff gitDiff(String file, @Nullable String ref) {
    if (ref != null) {
      return forms.newerOnly(OperationClass.READ, times -> api.git().diff(file, ref, times), "ref");
    }
    return forms.of(
        OperationClass.READ,
        times -> api.git().diff(file, null, times),
        times -> api.git().diffByPath(file, times));
  }

  @Override
  public Optional<Secret> vscodeUrl(URI base) {
    Map<String, Object> query = Map.of("base_url", base.toString());
    try {
      return calls.call(OperationClass.READ, times -> api.info().vscodeUrl(query, times)).get("url")
              instanceof String address
          ? Optional.of(Secret.of(address))
          : Optional.empty();
    } catch (ApiException failure) {
      if (failure.status() == 503 && FailureClass.isApisOwn(failure)) {
        return Optional.empty(); // there is none
      }
      throw failure;
    }
  }

  @Override
  public List<String> tools() {
    return Rows.readable(calls.call(OperationClass.READ, times -> api.info().tools(times)));
  }

  @Override
  public Optional<String> version() {
    return calls.call(OperationClass.READ, times -> api.info().serverInfo(times)).get("version")
            instanceof String version
        ? Optional.of(version)
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "AgentServer[url=" + url + "]";
  }
}
