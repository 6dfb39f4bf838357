package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.v1.api.agent.AgentApi;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The agent server of one sandbox: its files, shells, and what its agents do.
 *
 * <pre>{@code
 * AgentServer agent = client.agentServer(conversation);
 * CommandResult listed = agent.run("ls -A", "/workspace/project", Duration.ofSeconds(30));
 * }</pre>
 *
 * <ul>
 *   <li>It answers only while the sandbox runs. Each resume makes a new key: read the conversation
 *       again then, and ask the client for its agent server again; also after a 401.
 *   <li>It is called on a transport of its own with the sandbox's key; the user's key never goes
 *       there. Its requests are not counted in the client's budget.
 *   <li>It belongs to its client and ends with it. Thread-safe.
 * </ul>
 */
public interface AgentServer {

  /**
   * Where it is.
   *
   * @return scheme, host, port and path prefix, without a slash at the end
   */
  URI url();

  /**
   * The raw door: one call each, without repeats and waits.
   *
   * @return the Feign interfaces
   */
  AgentApi api();

  /**
   * Runs a command in a shell of its own and waits for its end ({@code POST
   * /api/bash/start_bash_command}, then {@code GET /api/bash/bash_events/search}). The command is
   * sent once; after a failure that may have been sent it may be running.
   *
   * @param command what the shell runs
   * @param directory the folder to run it in, absolute; null for the server's default
   * @param limit how long it may take, all requests and waits included; the server ends the command
   *     then
   * @return how it ended, with all of its output
   * @throws DeadlineExceededException if it did not end in time
   * @throws UnreadableAnswerException if its output is larger than {@code max-answer-bytes}
   * @throws OpenHandsException if a call fails
   */
  CommandResult run(String command, @Nullable String directory, Duration limit);

  /**
   * Reads a file ({@code GET /api/file/download}), in the older form where the server knows no
   * other. May be repeated.
   *
   * @param path the absolute path in the sandbox
   * @return the bytes, to be closed
   * @throws NotFoundException if there is no such file
   * @throws ConfigurationException if the path is not absolute, or could climb out of its folder
   * @throws OpenHandsException if the call fails
   */
  StreamedAnswer download(String path);

  /**
   * Writes a file, with the folders it needs ({@code POST /api/file/upload}), in the older form
   * where the server knows no other. What was there is replaced, so it may be repeated.
   *
   * @param path the absolute path in the sandbox
   * @param content the bytes
   * @throws ConfigurationException if the path is not absolute, or could climb out of its folder
   * @throws OpenHandsException if the call fails
   */
  void upload(String path, byte[] content);
}
