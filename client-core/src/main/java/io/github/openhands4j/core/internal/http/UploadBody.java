package io.github.openhands4j.core.internal.http;

import io.github.openhands4j.core.Content;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.BooleanSupplier;
import okhttp3.Call;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** A form with a file that is read while it is sent. OkHttp must not send it twice. */
final class UploadBody extends RequestBody {

  private static final int PIECE = 64 * 1024;
  private static final String END_OF_HEAD = "\r\n\r\n";

  private final byte[] head;
  private final byte[] tail;
  private final @Nullable MediaType type;
  private final Content content;
  private final long length;
  private Runnable progress = () -> {};
  private SendWatch watch = new SendWatch();
  private BooleanSupplier canceled = () -> false;

  /**
   * Creates a body.
   *
   * @param form the form around an empty file
   * @param type its content type
   * @param content the file
   * @throws IOException if the length of the content cannot be found out
   */
  UploadBody(byte[] form, @Nullable MediaType type, Content content) throws IOException {
    int place = endOfHead(form);
    this.head = Arrays.copyOf(form, place);
    this.tail = Arrays.copyOfRange(form, place, form.length);
    this.type = type;
    this.content = content;
    this.length = content.length();
  }

  private static int endOfHead(byte[] form) {
    int end = new String(form, StandardCharsets.ISO_8859_1).indexOf(END_OF_HEAD);
    if (end < 0) {
      throw new IllegalArgumentException("no form with a file");
    }
    return end + END_OF_HEAD.length();
  }

  /**
   * The call this body is for.
   *
   * @param call when it is canceled, the content is read no further
   * @param listener told on the thread of the call each time that a piece was taken
   */
  void sentBy(Call call, Runnable listener) {
    watch = SendWatch.of(call);
    canceled = call::isCanceled;
    progress = listener;
  }

  @Override
  public boolean isOneShot() {
    return true;
  }

  @Override
  public @Nullable MediaType contentType() {
    return type;
  }

  @Override
  public long contentLength() {
    return head.length + length + tail.length;
  }

  @Override
  public void writeTo(BufferedSink sink) throws IOException {
    sink.write(head);
    try (OpenContent bytes = OpenContent.of(content)) {
      watch.onCancel(bytes::abandon);
      if (canceled.getAsBoolean()) {
        bytes.abandon(); // nobody may have told it
      }
      copy(bytes, sink);
    } finally {
      watch.onCancel(() -> {});
    }
    sink.write(tail);
  }

  private void copy(OpenContent bytes, BufferedSink sink) throws IOException {
    long left = length;
    byte[] piece = new byte[PIECE];
    for (int read = bytes.read(piece); read >= 0; read = bytes.read(piece)) {
      left -= read;
      if (left < 0) {
        throw new OpenContent.Failure("is longer than it was said to be", null);
      }
      sink.write(piece, 0, read);
      progress.run();
    }
    if (left > 0) {
      throw new OpenContent.Failure("is shorter than it was said to be", null);
    }
  }
}
