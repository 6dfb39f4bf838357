package io.github.openhands4j.v1;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.Content;
import io.github.openhands4j.core.DeadlineExceededException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.TransportException;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v1.AgentConversationInfo;
import io.github.openhands4j.model.v1.GitChange;
import io.github.openhands4j.model.v1.GitDiff;
import io.github.openhands4j.v1.api.agent.AgentApi;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
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
   * A conversation in the sandbox. Nothing is sent yet.
   *
   * @param id the conversation
   * @return what can be done with it there
   */
  AgentConversation conversation(ConversationId id);

  /**
   * Lists the conversations in the sandbox ({@code GET /api/conversations/search}). May be
   * repeated.
   *
   * @return the conversations, newest first, read page by page
   */
  Paged<AgentConversationInfo> conversations();

  /**
   * Runs a command in a shell of its own and waits for its end ({@code POST
   * /api/bash/start_bash_command}, then {@code GET /api/bash/bash_events/search}). The command is
   * sent once; after a failure that may have been sent it may be running. Once it was taken, every
   * failure says so, and trouble on the way to its output is waited out until the limit; not so a
   * refusal (401, 403, 404, 422), as of a sandbox that is gone.
   *
   * @param command what the shell runs
   * @param directory the folder to run it in, absolute; null for the server's default
   * @param limit how long it may take, all requests and waits included; the server ends the command
   *     then
   * @return how it ended, with all of its output
   * @throws DeadlineExceededException if it did not end in time; the cause is why its output could
   *     not be read last, if that failed
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
  default void upload(String path, byte[] content) {
    upload(path, Content.of(content));
  }

  /**
   * Writes a file as {@link #upload(String, byte[])}, and reads what is sent while it is sent:
   * files of any size need no memory. Sent once, and again only where the server certainly took
   * nothing.
   *
   * @param path the absolute path in the sandbox
   * @param content the bytes; the time of the call ({@code write-timeout}) is that of each silence
   *     while they are sent, also of their source, the whole may take an hour
   * @throws DeadlineExceededException if nothing was read, sent or answered for so long, or the
   *     whole took too long
   * @throws ConfigurationException if the path is not absolute, or could climb out of its folder;
   *     or if the length of the content cannot be found out, as that of a file that is not there
   * @throws TransportException if there is no answer, also because the content cannot be read or is
   *     of another length ({@link ErrorCode#CONTENT_UNREADABLE}); the cause is what its source
   *     threw
   * @throws OpenHandsException if the call fails
   */
  void upload(String path, Content content);

  /**
   * Reads a folder as one file ({@code GET /api/file/archive}). May be repeated.
   *
   * @param path the absolute path of the folder in the sandbox
   * @param excluded names of files and folders to leave out
   * @return a {@code tar.gz}, to be closed
   * @throws NotFoundException if there is no such folder, or the server is older than that
   * @throws ConfigurationException if the path is not absolute, or could climb out of its folder
   * @throws OpenHandsException if the call fails
   */
  StreamedAnswer archive(String path, List<String> excluded);

  /**
   * The files that differ ({@code GET /api/git/changes}), in the older form where the server knows
   * no other. May be repeated.
   *
   * @param repository the absolute path of the repository in the sandbox; one that a conversation
   *     was started with is in a folder of its name
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @return the files; empty also where there is no repository
   * @throws ConfigurationException if a ref is given and the server, from before March 2026, takes
   *     none
   * @throws OpenHandsException if the call fails
   */
  List<GitChange> gitChanges(String repository, @Nullable String ref);

  /**
   * A file before and after ({@code GET /api/git/diff}), in the older form where the server knows
   * no other. May be repeated.
   *
   * @param file the absolute path of the file in the sandbox
   * @param ref what to compare with, for example {@code HEAD}; null for the base branch
   * @return both contents, whole
   * @throws ConfigurationException if a ref is given and the server, from before March 2026, takes
   *     none
   * @throws OpenHandsException if the call fails; 400 for a file that is missing or over 1 MiB
   */
  GitDiff gitDiff(String file, @Nullable String ref);

  /**
   * The address of the editor ({@code GET /api/vscode/url}). It holds the sandbox's key.
   *
   * @param base scheme, host and port under which the browser reaches the editor: the address that
   *     the sandbox exposes as {@code VSCODE}
   * @return the address, or empty if there is no editor
   * @throws OpenHandsException if the call fails
   */
  Optional<Secret> vscodeUrl(URI base);

  /**
   * The tools agents can have ({@code GET /api/tools/}). May be repeated.
   *
   * @return their names
   * @throws OpenHandsException if the call fails
   */
  List<String> tools();

  /**
   * The release of the server ({@code GET /server_info}). May be repeated.
   *
   * @return for example {@code 1.34.0}, or empty if it does not say
   * @throws OpenHandsException if the call fails
   */
  Optional<String> version();
}
