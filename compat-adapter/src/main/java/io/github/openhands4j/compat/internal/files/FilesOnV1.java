package io.github.openhands4j.compat.internal.files;

import static io.github.openhands4j.compat.operations.V0Operation.LIST_FILES;
import static io.github.openhands4j.compat.operations.V0Operation.SELECT_FILE;
import static io.github.openhands4j.compat.operations.V0Operation.UPLOAD_FILES;
import static io.github.openhands4j.compat.operations.V0Operation.ZIP_DIRECTORY;

import io.github.openhands4j.compat.internal.runtime.AgentDoor;
import io.github.openhands4j.compat.internal.runtime.NotRunning;
import io.github.openhands4j.compat.internal.runtime.WorkspaceRoots;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.compat.internal.usage.V0Calls;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Files;
import io.github.openhands4j.v1.CommandResult;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Files of V0 conversations, on the agent server of their sandbox. */
public final class FilesOnV1 implements V0Files {

  private final V0Calls v0;
  private final AgentDoor door;
  private final WorkspaceRoots roots;
  private final ClientOptions options;
  private final SelectFile select;

  /**
   * Creates the group.
   *
   * @param v0 counts the calls
   * @param door the way to agent servers
   * @param roots where workspaces are
   * @param options give the limits
   */
  public FilesOnV1(V0Calls v0, AgentDoor door, WorkspaceRoots roots, ClientOptions options) {
    this.v0 = v0;
    this.door = door;
    this.roots = roots;
    this.options = options;
    this.select = new SelectFile(options.maxAnswerBytes());
  }

  @Override
  public List<String> listFiles(String conversationId, @Nullable String path) {
    String typed = path == null || path.isEmpty() ? null : path;
    return v0.answered(
        LIST_FILES,
        () ->
            door.use(
                conversationId,
                NotRunning.LIST_FILES,
                running -> {
                  String root = roots.of(running);
                  String folder = WorkspacePath.absolute(root, typed == null ? "" : typed);
                  CommandResult listed =
                      running
                          .agent()
                          .run(ListingCommand.of(root, folder), null, options.readTimeout());
                  if (listed.exitCode() < 0) {
                    throw V0Bodies.error(
                        500, "Error listing files: the command did not end by itself", null);
                  }
                  return Listing.of(listed.stdout(), typed);
                }));
  }

  @Override
  public String selectFile(String conversationId, String file) {
    Objects.requireNonNull(file, "file");
    return v0.answered(
        SELECT_FILE,
        () ->
            door.use(
                conversationId,
                NotRunning.FILES,
                running -> select.read(running, roots.of(running), file)));
  }

  @Override
  public InputStream zipDirectory(String conversationId) {
    return v0.answered(
        ZIP_DIRECTORY,
        () ->
            door.use(
                conversationId,
                NotRunning.ZIP,
                running -> {
                  String root = roots.of(running);
                  try {
                    return zipped(
                        WorkspaceArchive.open(running.agent(), root),
                        path -> WorkspaceArchive.file(running.agent(), root, path));
                  } catch (IOException failure) {
                    throw V0Bodies.error(
                        500, "Error zipping workspace: " + failure.getMessage(), failure);
                  }
                }));
  }

  private static InputStream zipped(InputStream archive, ZippedTar.Files files) throws IOException {
    try {
      return new ZippedTar(archive, files);
    } catch (IOException | RuntimeException failure) {
      archive.close();
      throw failure;
    }
  }

  @Override
  public UploadedFiles uploadFiles(String conversationId, List<FileUpload> files) {
    List<FileUpload> all = List.copyOf(files);
    return v0.answered(
        UPLOAD_FILES,
        () -> {
          if (all.isEmpty()) {
            throw V0Bodies.unprocessable("missing", "files", "Field required", null, null);
          }
          return door.use(
              conversationId,
              NotRunning.FILES,
              running -> UploadFiles.store(running, roots.of(running), all));
        });
  }
}
