package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.feign.FeignClients;
import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.CommandResult;
import io.github.openhands4j.v1.api.agent.AgentApi;
import io.github.openhands4j.v1.api.agent.AgentBashApi;
import io.github.openhands4j.v1.api.agent.AgentConversationsApi;
import io.github.openhands4j.v1.api.agent.AgentFilesApi;
import io.github.openhands4j.v1.api.agent.AgentGitApi;
import io.github.openhands4j.v1.api.agent.AgentServerInfoApi;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** An agent server over its raw door. */
final class DefaultAgentServer implements AgentServer {

  private final URI url;
  private final AgentApi api;
  private final CommandRun commands;
  private final FileTransfer files;

  DefaultAgentServer(
      URI url, FeignClients feign, Calls calls, ClientOptions options, TimeSource time) {
    this.url = url;
    this.api =
        new AgentApi(
            feign.target(AgentConversationsApi.class),
            feign.target(AgentBashApi.class),
            feign.target(AgentFilesApi.class),
            feign.target(AgentGitApi.class),
            feign.target(AgentServerInfoApi.class));
    this.commands = new CommandRun(api.bash(), calls, time, options.maxAnswerBytes());
    this.files = new FileTransfer(api.files(), calls);
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
  public void upload(String path, byte[] content) {
    files.upload(path, content);
  }

  @Override
  public String toString() {
    return "AgentServer[url=" + url + "]";
  }
}
