package io.github.openhands4j.compat.internal.files;

import io.github.openhands4j.compat.internal.runtime.Running;
import io.github.openhands4j.core.ApiException;
import io.github.openhands4j.core.OpenHandsException;
import io.github.openhands4j.core.UnauthorizedException;
import io.github.openhands4j.core.internal.resilience.OurOwnEnd;
import io.github.openhands4j.model.v0.SkippedFile;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.v0.FileUpload;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code POST /api/conversations/{id}/upload-files}: as V0, one bad file does not stop the rest.
 */
final class UploadFiles {

  private UploadFiles() {}

  static UploadedFiles store(Running running, String root, List<FileUpload> files) {
    List<String> stored = new ArrayList<>();
    List<SkippedFile> skipped = new ArrayList<>();
    for (FileUpload file : files) {
      try {
        running.agent().upload(WorkspacePath.absolute(root, file.name()), file.content());
        stored.add(WorkspacePath.join(root, file.name()));
      } catch (OpenHandsException failure) {
        if (failure instanceof UnauthorizedException || OurOwnEnd.is(failure)) {
          throw failure;
        }
        skipped.add(SkippedFile.builder().name(file.name()).reason(reasonOf(failure)).build());
      }
    }
    return UploadedFiles.builder().uploadedFiles(stored).skippedFiles(skipped).build();
  }

  private static String reasonOf(OpenHandsException failure) {
    if (failure instanceof ApiException answer) {
      return "Runtime returned error: " + answer.status();
    }
    return "No answer from the runtime; the file may have been stored ["
        + failure.code().id()
        + "]";
  }
}
