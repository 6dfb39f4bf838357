package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.UploadedFiles;
import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventPage;
import io.github.openhands4j.model.v0.event.EventQuery;
import io.github.openhands4j.v0.FileUpload;
import io.github.openhands4j.v0.V0Exception;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What is read or sent in one piece of any size promises: trajectory, zip file, upload. */
public abstract class V0StreamsContract extends V0WorldTest {

  private void write(String id, String path, String text) {
    world().writeFile(id, path, text.getBytes(UTF_8));
  }

  private List<Event> all(String id) {
    List<Event> events = new ArrayList<>();
    for (int pages = 0; pages < 100; pages++) {
      EventPage page =
          client()
              .events()
              .listEvents(
                  id, EventQuery.builder().startId((long) events.size()).limit(100).build());
      events.addAll(page.events());
      if (!page.hasMore()) {
        return events;
      }
    }
    throw new AssertionError("the events have no end");
  }

  @Test
  protected void trajectoryHoldsAllEventsInTheirOrder() {
    String id = world().experienced();
    world().finishRun(id, "Done");

    try (Stream<Event> trajectory = client().events().trajectory(id)) {
      assertThat(trajectory.toList()).isEqualTo(all(id));
    }
  }

  @Test
  void trajectoryCanBeLeftEarly() {
    String id = world().experienced();

    try (Stream<Event> trajectory = client().events().trajectory(id)) {
      assertThat(trajectory.findFirst().map(Event::id)).hasValue(0L);
    }
    assertThat(get(id).conversationId()).isEqualTo(id);
  }

  @Test
  void trajectoryOfAStoppedConversationCanStillBeRead() {
    String id = world().stopped();

    try (Stream<Event> trajectory = client().events().trajectory(id)) {
      assertThat(trajectory.toList()).isNotEmpty();
    }
  }

  @Test
  void uploadedFilesAreThereAndReplaceWhatWasThere() {
    String id = world().anyRunning();
    write(id, "a.txt", "old");

    UploadedFiles uploaded =
        client()
            .files()
            .uploadFiles(
                id,
                List.of(
                    FileUpload.of("a.txt", "new ü".getBytes(UTF_8)),
                    FileUpload.of("b c.txt", new byte[0])));

    assertThat(uploaded.uploadedFiles())
        .hasSize(2)
        .allSatisfy(path -> assertThat(path).startsWith("/"));
    assertThat(uploaded.uploadedFiles().get(0)).endsWith("/a.txt");
    assertThat(uploaded.skippedFiles()).isEmpty();
    assertThat(client().files().selectFile(id, uploaded.uploadedFiles().get(0))).isEqualTo("new ü");
    assertThat(client().files().selectFile(id, "b c.txt")).isEmpty();
  }

  @Test
  void uploadOfNothingIsRefusedAsInvalid() {
    String id = world().anyRunning();

    assertThat(failureOf(() -> client().files().uploadFiles(id, List.of())).status())
        .isEqualTo(422);
  }

  @Test
  void workspaceComesAsAZipFile() throws Exception {
    String id = world().anyRunning();
    write(id, "src/a.py", "x = 1");
    world().writeFile(id, "a.bin", new byte[] {1, 0, 2});

    try (InputStream zip = client().files().zipDirectory(id)) {
      Map<String, byte[]> files = unzip(zip);
      files.keySet().removeIf(name -> name.startsWith(".git/"));
      assertThat(files).containsOnlyKeys("a.bin", "src/a.py");
      assertThat(files.get("a.bin")).containsExactly(1, 0, 2);
    }
  }

  private static Map<String, byte[]> unzip(InputStream bytes) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    ZipInputStream zip = new ZipInputStream(bytes, UTF_8);
    for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
      if (!entry.isDirectory()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }

  @Test
  void unknownIdIsToldInV0sWordsByEveryCall() {
    String id = world().unknownId();
    List<ThrowingCallable> calls = new ArrayList<>(ofTheWorkspace(id));
    calls.add(() -> client().events().trajectory(id).close());

    assertThat(calls)
        .allSatisfy(
            call -> {
              V0Exception unknown = failureOf(call);
              assertThat(unknown.status()).isEqualTo(404);
              assertThat(unknown.body())
                  .isEqualTo("{\"detail\":\"Conversation " + id + " not found\"}");
            });
  }

  @Test
  protected void workspaceOfAStoppedConversationIsOutOfReachAndNothingIsMadeUp() {
    String id = world().stopped();

    assertOutOfReach(() -> client().files().zipDirectory(id).close());
  }

  /** V0 took it and lost it. */
  @Test
  protected void uploadToAStoppedConversationIsRefusedOrCannotBeRead() {
    String id = world().stopped();
    try {
      client().files().uploadFiles(id, List.of(FileUpload.of("a", new byte[] {65})));
    } catch (V0Exception refused) {
      assertThat(refused.status()).isIn(404, 500, 502);
    }

    assertOutOfReach(() -> client().files().selectFile(id, "a"));
  }

  private static void assertOutOfReach(ThrowingCallable call) {
    assertThat(failureOf(call).status()).isIn(404, 500, 502);
  }

  private List<ThrowingCallable> ofTheWorkspace(String id) {
    return List.of(
        () -> client().files().zipDirectory(id).close(),
        () -> client().files().uploadFiles(id, List.of(FileUpload.of("a", new byte[] {1}))));
  }
}
