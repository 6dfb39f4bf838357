package io.github.openhands4j.compat.internal.files;

import io.github.openhands4j.compat.internal.runtime.Running;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.BadRequestException;
import io.github.openhands4j.core.NotFoundException;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.v0.V0Exception;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** {@code GET /api/conversations/{id}/select-file}. */
final class SelectFile {

  private final int largest;

  /** For files up to so many bytes. */
  SelectFile(long largest) {
    this.largest = (int) Math.min(largest, Integer.MAX_VALUE - 1L);
  }

  String read(Running running, String root, String file) {
    String shown = WorkspacePath.join(root, file);
    try (StreamedAnswer answer = running.agent().download(WorkspacePath.absolute(root, file))) {
      byte[] bytes = answer.body().readNBytes(largest + 1);
      if (bytes.length > largest) {
        throw notOpened("File is larger than " + largest + " bytes: " + shown, null);
      }
      return WorkspaceText.of(bytes)
          .orElseThrow(() -> V0Bodies.error(415, "Unable to open binary file: " + shown, null));
    } catch (NotFoundException missing) {
      throw notOpened(
          "File not found: " + shown + ". Your current working directory is " + root + ".",
          missing);
    } catch (BadRequestException folder) {
      throw notOpened("Path is a directory: " + shown + ". You can only read files", folder);
    } catch (IOException closed) {
      throw notOpened("File could not be read: " + shown, closed);
    }
  }

  private static V0Exception notOpened(String why, @Nullable Throwable cause) {
    return V0Bodies.error(500, "Error opening file: **ErrorObservation**\n" + why, cause);
  }
}
