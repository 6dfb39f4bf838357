package io.github.openhands4j.v0.internal.direct;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.openhands4j.core.ClientClosedException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0GoneException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Trajectory, zip file and upload: bodies that are not JSON, or too large to be held. */
class DirectStreamsTest {

  private static final String TRAJECTORY =
      "{\"trajectory\":[{\"id\":0,\"message\":\"a\"},{\"id\":1,\"message\":\"b\"}]}";

  private static final Reply ZIP = new Reply(200, "application/zip", "PK-fake", Map.of());

  @Test
  void trajectoryIsReadAsItArrives() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, TRAJECTORY));
        OpenHandsV0Client client = Backends.to(server);
        Stream<Event> events = client.events().trajectory("a b")) {
      assertThat(events.map(Event::message)).containsExactly("a", "b");
      assertThat(server.lines()).containsExactly("GET /api/conversations/a%20b/trajectory");
    }
  }

  @Test
  void zipFileIsHandedOnByteForByte() throws Exception {
    try (ScriptedServer server = ScriptedServer.always(ZIP);
        OpenHandsV0Client client = Backends.to(server);
        InputStream zip = client.files().zipDirectory("c")) {
      assertThat(zip.readAllBytes()).isEqualTo("PK-fake".getBytes(UTF_8));
      assertThat(server.lines()).containsExactly("GET /api/conversations/c/zip-directory");
    }
  }

  @Test
  void zipFileThatFailsWhileItIsReadFailsAsStreamsDo() throws Exception {
    for (RuntimeException failure :
        List.of(new ClientClosedException(null, true), new IllegalStateException("closed"))) {
      try (InputStream zip = new V0Body(new FailingBody(failure))) {
        assertThatThrownBy(zip::readAllBytes)
            .isInstanceOf(IOException.class)
            .hasCauseInstanceOf(V0Exception.class);
        assertThatThrownBy(() -> zip.skip(1)).isInstanceOf(IOException.class);
        assertThatThrownBy(zip::read).isInstanceOf(IOException.class);
      }
    }
  }

  private static final class FailingBody extends InputStream {

    private final RuntimeException failure;

    FailingBody(RuntimeException failure) {
      this.failure = failure;
    }

    @Override
    public int read() {
      throw failure;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
      throw failure;
    }

    @Override
    public long skip(long count) {
      throw failure;
    }
  }

  @Test
  void uploadIsAFormWithOneFieldForAllFiles() {
    try (ScriptedServer server =
            ScriptedServer.always(
                Reply.json(
                    200,
                    "{\"uploaded_files\":[\"/workspace/a.txt\"],\"skipped_files\":"
                        + "[{\"name\":\"b\",\"reason\":\"why\"}]}"));
        OpenHandsV0Client client = Backends.to(server)) {
      UploadedFiles uploaded =
          client
              .files()
              .uploadFiles(
                  "c",
                  List.of(
                      FileUpload.of("a.txt", "one".getBytes(UTF_8)),
                      FileUpload.of("q\"x.txt", "two".getBytes(UTF_8))));

      assertThat(uploaded.uploadedFiles()).containsExactly("/workspace/a.txt");
      assertThat(uploaded.skippedFiles().get(0).reason()).isEqualTo("why");
      assertThat(server.lines()).containsExactly("POST /api/conversations/c/upload-files");
      Seen seen = server.seen().get(0);
      assertThat(seen.contentType()).startsWith("multipart/form-data; boundary=");
      assertThat(seen.body())
          .contains("name=\"files\"; filename=\"a.txt\"", "\r\n\r\none\r\n")
          .contains("name=\"files\"; filename=\"q%22x.txt\"", "\r\n\r\ntwo\r\n")
          .endsWith("--\r\n");
    }
  }

  @Test
  void uploadOfNothingIsLeftToTheServerToRefuse() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(422, "{\"detail\":[]}"));
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception refused =
          catchThrowableOfType(V0Exception.class, () -> client.files().uploadFiles("c", List.of()));

      assertThat(refused.status()).isEqualTo(422);
      assertThat(server.seen().get(0).contentType()).startsWith("multipart/form-data");
    }
  }

  @Test
  void uploadIsNotSentAgainWhenItsAnswerIsLostAndReadsAre() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (ScriptedServer server =
            new ScriptedServer(request -> count.incrementAndGet() == 1 ? Reply.LOST : ZIP);
        OpenHandsV0Client client = Backends.to(server)) {
      try (InputStream zip = client.files().zipDirectory("c")) {
        assertThat(zip.read()).isEqualTo('P');
      }
      assertThat(server.lines()).hasSize(2);
    }
    try (ScriptedServer server = ScriptedServer.always(Reply.LOST);
        OpenHandsV0Client client = Backends.to(server)) {
      V0Exception lost =
          catchThrowableOfType(
              V0Exception.class,
              () -> client.files().uploadFiles("c", List.of(FileUpload.of("a", new byte[] {1}))));
      assertThat(lost.status()).isZero();
      assertThat(server.lines()).hasSize(1);
    }
  }

  @Test
  void errorsKeepStatusAndBody() {
    String body = "{\"trajectory\":null,\"error\":\"Error getting trajectory: x\"}";
    try (ScriptedServer server = ScriptedServer.always(Reply.json(404, body));
        OpenHandsV0Client client = Backends.to(server)) {
      for (V0Exception failure : failures(client)) {
        assertThat(failure.status()).isEqualTo(404);
        assertThat(failure.body()).isEqualTo(body);
      }
    }
  }

  @Test
  void serverWithoutV0IsTold() {
    try (ScriptedServer server =
            new ScriptedServer(
                request -> request.method().equals("GET") ? Reply.WEB_PAGE : Reply.NO_SUCH_METHOD);
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(failures(client))
          .allSatisfy(f -> assertThat(f).isInstanceOf(V0GoneException.class));
    }
  }

  @Test
  void answersOfAnotherKindAreRefused() {
    try (ScriptedServer server = ScriptedServer.always(Reply.text(200, "hello"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(failures(client))
          .allSatisfy(f -> assertThat(f.code()).isEqualTo(ErrorCode.ANSWER_UNREADABLE));
    }
  }

  private static List<V0Exception> failures(OpenHandsV0Client client) {
    List<V0Exception> failures =
        List.of(
            catchThrowableOfType(V0Exception.class, () -> client.events().trajectory("c").close()),
            catchThrowableOfType(V0Exception.class, () -> client.files().zipDirectory("c").close()),
            catchThrowableOfType(
                V0Exception.class,
                () ->
                    client.files().uploadFiles("c", List.of(FileUpload.of("a", new byte[] {1})))));
    assertThat(failures).doesNotContainNull();
    return failures;
  }

  @Test
  void trajectoryThatIsCutIsAFailureOfTheStream() {
    try (ScriptedServer server =
            ScriptedServer.always(Reply.json(200, TRAJECTORY.substring(0, 40)));
        OpenHandsV0Client client = Backends.to(server);
        Stream<Event> events = client.events().trajectory("c")) {
      V0Exception cut = catchThrowableOfType(V0Exception.class, events::toList);

      assertThat(cut.code()).isEqualTo(ErrorCode.ANSWER_CUT);
    }
  }
}
