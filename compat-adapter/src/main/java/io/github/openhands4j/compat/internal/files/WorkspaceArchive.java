package io.github.openhands4j.compat.internal.files;

import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.resilience.MissingRoute;
import io.github.openhands4j.v0.internal.rules.V0Failures;
import io.github.openhands4j.v1.AgentServer;
import io.github.openhands4j.v1.CommandResult;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The workspace as a compressed tar archive: by the agent server's own route, on older servers by a
 * command that writes one and a download of it.
 */
final class WorkspaceArchive {

  private static final Logger LOG = LoggerFactory.getLogger("io.github.openhands4j.compat");

  private static final Duration PACKING = Duration.ofMinutes(5);
  private static final Duration CLEANING = Duration.ofSeconds(15);

  /** What tar says of files that changed while it read them. */
  private static final int CHANGED_MEANWHILE = 1;

  private WorkspaceArchive() {}

  /**
   * Opens it.
   *
   * @return a stream, to be closed, whose failures are {@code IOException}s
   * @throws IOException if it cannot be made
   */
  static InputStream open(AgentServer agent, String root) throws IOException {
    try {
      return new Body(
          agent
              .api()
              .files()
              .archive(root, Map.of("format", "tar.gz", "use_default_excludes", "false"), null),
          () -> {});
    } catch (ApiException answer) {
      if (MissingRoute.is(answer)) {
        return byCommand(agent, root);
      }
      throw answer;
    }
  }

  /**
   * Opens one file of the workspace.
   *
   * @param path its path from the root
   * @return a stream, to be closed, whose failures are {@code IOException}s
   * @throws IOException if it cannot be read
   */
  static InputStream file(AgentServer agent, String root, String path) throws IOException {
    try {
      return new Body(agent.download(WorkspacePath.absolute(root, path)), () -> {});
    } catch (OpenHandsException failure) {
      throw new IOException("A file of the workspace could not be read.", V0Failures.of(failure));
    }
  }

  private static InputStream byCommand(AgentServer agent, String root) throws IOException {
    String file = "/tmp/workspace-" + UUID.randomUUID() + ".tar.gz";
    String command = "tar -C " + ListingCommand.quoted(root) + " -czf " + file + " . 2>/dev/null";
    try {
      CommandResult packed = agent.run(command, null, PACKING);
      if (packed.exitCode() != 0 && packed.exitCode() != CHANGED_MEANWHILE) {
        remove(agent, file);
        throw new IOException("tar ended with " + packed.exitCode());
      }
      return new Body(agent.download(file), () -> remove(agent, file));
    } catch (OpenHandsException failure) {
      remove(agent, file);
      throw failure;
    }
  }

  /** What is left over there goes with the sandbox, so that a failure spoils nothing. */
  private static void remove(AgentServer agent, String file) {
    try {
      agent.run("rm -f " + file, null, CLEANING);
    } catch (OpenHandsException failure) {
      LOG.debug("a packed workspace stays in its sandbox [failure={}]", failure.toString());
    }
  }

  /** The archive's bytes; failures come out in the one type that readers of streams expect. */
  private static final class Body extends FilterInputStream {

    private final StreamedAnswer answer;
    private final Runnable afterwards;
    private boolean closed;

    Body(StreamedAnswer answer, Runnable afterwards) {
      super(answer.body());
      this.answer = answer;
      this.afterwards = afterwards;
    }

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int from, int length) throws IOException {
      try {
        return in.read(buffer, from, length);
      } catch (OpenHandsException failure) {
        throw new IOException(
            "The workspace could not be read to its end.", V0Failures.of(failure));
      }
    }

    @Override
    public void close() {
      if (!closed) {
        closed = true;
        answer.close();
        afterwards.run();
      }
    }
  }
}
