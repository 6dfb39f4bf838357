package io.github.openhands4j.v0.internal.direct;

import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.internal.feign.FileForm;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Files;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks a V0 server for the files of a workspace. */
final class DirectFiles implements V0Files {

  private final FilesApi api;
  private final ItemCalls calls;
  private final Shapes shapes;

  DirectFiles(FilesApi api, ItemCalls calls, Shapes shapes) {
    this.api = api;
    this.calls = calls;
    this.shapes = shapes;
  }

  @Override
  public List<String> listFiles(String conversationId, @Nullable String path) {
    return calls.read(
        conversationId, (id, options) -> shapes.texts("files", api.list(id, path, options)));
  }

  @Override
  public String selectFile(String conversationId, String file) {
    return calls.read(
        conversationId,
        (id, options) ->
            shapes.text("file", shapes.field("file", api.select(id, file, options), "code")));
  }

  @Override
  public InputStream zipDirectory(String conversationId) {
    return new V0Body(calls.read(conversationId, api::zip).body());
  }

  @Override
  public UploadedFiles uploadFiles(String conversationId, List<FileUpload> files) {
    FileForm form =
        new FileForm(
            "files", files.stream().map(file -> FilePart.of(file.name(), file.content())).toList());
    return calls.write(
        conversationId,
        (id, options) ->
            shapes.object(
                "upload",
                api.upload(id, form, options),
                UploadedFiles.class,
                "uploaded_files",
                "skipped_files"));
  }
}
