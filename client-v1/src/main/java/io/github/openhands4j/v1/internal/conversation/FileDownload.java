package io.github.openhands4j.v1.internal.conversation;

import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.v1.DownloadProgress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Consumer;

/** Writes an answer to a file as it arrives; the file gets its name when it is whole. */
final class FileDownload {

  private static final int PIECE = 64 * 1024;

  private FileDownload() {}

  static long to(Path target, StreamedAnswer answer, Consumer<DownloadProgress> progress) {
    DownloadTeller teller = new DownloadTeller(progress);
    // A temporary file would be readable by its owner alone, and so would the file it becomes.
    Path part =
        target.toAbsolutePath().resolveSibling(".openhands4j-" + UUID.randomUUID() + ".part");
    try {
      try {
        long size = copy(answer, part, teller);
        Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        return size;
      } finally {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long copy(StreamedAnswer answer, Path part, DownloadTeller teller)
      throws IOException {
    OptionalLong total = answer.contentLength();
    long size = 0;
    byte[] piece = new byte[PIECE];
    try (OutputStream file =
        Files.newOutputStream(part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      InputStream body = answer.body();
      for (int read = body.read(piece); read >= 0; read = body.read(piece)) {
        file.write(piece, 0, read);
        size += read;
        teller.tell(new DownloadProgress(size, total));
      }
    }
    return size;
  }
}
