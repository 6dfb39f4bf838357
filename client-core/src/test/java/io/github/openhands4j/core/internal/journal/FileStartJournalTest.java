package io.github.openhands4j.core.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import io.github.openhands4j.model.ConversationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FileStartJournalTest {

  private static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");

  @TempDir Path directory;

  private static StartHandle handle(long number) {
    return new StartHandle(
        new ConversationId(new UUID(0xa000_0000_0000_4000L, number)),
        URI.create("http://127.0.0.1:1"),
        NOW.plusMillis(number),
        "0123456789abcdef0123456789abcdef");
  }

  private static Entry entry(long number, State state) {
    return new Entry(handle(number), state);
  }

  private StartJournal journal() {
    return new FileStartJournal(directory, () -> NOW);
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.sorted().toList();
    }
  }

  @Test
  void startOnAServerBelowAPathOfOtherLettersIsRead() {
    StartHandle elsewhere =
        new StartHandle(
            new ConversationId(new UUID(0xa000_0000_0000_4000L, 1)),
            URI.create("https://127.0.0.1:1/\u00e9\u4e2d\ud83d\ude00"),
            NOW,
            "0123456789abcdef");
    journal().write(new Entry(elsewhere, State.BEGUN));

    assertThat(journal().unresolved()).containsExactly(elsewhere);
  }

  @Test
  void whatOneJournalWroteAnotherReads() {
    StartJournal one = journal();
    one.write(entry(2, State.BEGUN));
    one.write(entry(1, State.BEGUN));
    one.write(entry(2, State.TAKEN));

    assertThat(journal().entries()).containsExactly(entry(1, State.BEGUN), entry(2, State.TAKEN));
    assertThat(journal().unresolved()).containsExactly(handle(1));
  }

  @Test
  void journalsOfOneProcessShareAFile() throws IOException {
    journal().write(entry(1, State.BEGUN));
    journal().write(entry(2, State.BEGUN));

    assertThat(files()).hasSize(1);
    assertThat(journal().unresolved()).containsExactly(handle(1), handle(2));
  }

  @Test
  void filesOfAllProcessesAreRead() throws IOException {
    journal().write(entry(1, State.BEGUN));
    Files.move(files().get(0), directory.resolve("starts-1-1-1.journal"));
    journal().write(entry(1, State.TAKEN));
    journal().write(entry(2, State.BEGUN));

    assertThat(journal().entries()).containsExactly(entry(1, State.TAKEN), entry(2, State.BEGUN));
  }

  @Test
  void laterStateWinsInWhicheverOrderItIsRead() {
    StartJournal journal = journal();
    journal.write(entry(1, State.TAKEN));
    journal.write(entry(1, State.NOT_STARTED));
    journal.write(entry(1, State.BEGUN));

    assertThat(journal.entries()).containsExactly(entry(1, State.TAKEN));
  }

  @Test
  void lineTornAtAnyByteSpoilsNoOther() throws IOException {
    journal().write(entry(1, State.BEGUN));
    Path file = files().get(0);
    byte[] first = Files.readAllBytes(file);
    for (int length = 0; length < first.length - 1; length++) {
      byte[] torn = new byte[first.length + length];
      System.arraycopy(first, 0, torn, 0, first.length);
      System.arraycopy(first, 0, torn, first.length, length);
      Files.write(file, torn);

      journal().write(entry(2, State.BEGUN));

      assertThat(journal().unresolved()).as("torn after %d", length).contains(handle(1), handle(2));
    }
  }

  @Test
  void changedBytesAreNeverReadAsAnotherStart() throws IOException {
    journal().write(entry(1, State.BEGUN));
    Path file = files().get(0);
    byte[] written = Files.readAllBytes(file);
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int round = 0; round < 2_000; round++) {
      byte[] changed = written.clone();
      changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, changed);

      assertThat(journal().unresolved()).as("seed %d, round %d", seed, round).isSubsetOf(handle(1));
    }
  }

  @Test
  void onlyTheOwnerMayRead() throws IOException {
    Path made = directory.resolve("a").resolve("b");
    StartJournal.inDirectory(made).write(entry(1, State.BEGUN));

    try (Stream<Path> files = Files.list(made)) {
      assertThat(files)
          .allSatisfy(
              file ->
                  assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                      .isEqualTo("rw-------"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(made)))
        .isEqualTo("rwx------");
  }

  @Test
  void largeFileIsFollowedByANewOneAndStillRead() throws IOException {
    StartJournal journal = journal();
    journal.write(entry(1, State.BEGUN));
    Files.write(
        files().get(0),
        Stream.generate(() -> "x".repeat(1023) + "\n").limit(1100).toList().stream()
            .map(String::strip)
            .toList(),
        StandardOpenOption.APPEND);

    journal.write(entry(2, State.BEGUN));
    journal().write(entry(3, State.BEGUN));

    assertThat(files()).hasSize(2);
    assertThat(journal.unresolved()).containsExactly(handle(1), handle(2), handle(3));
  }

  @Test
  void filesThatNobodyWroteToForAMonthGoWhenANewOneIsMade() throws IOException {
    Path old = Files.writeString(directory.resolve("starts-1-1-1.journal"), "\n");
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofDays(31))));
    Path recent = Files.writeString(directory.resolve("starts-2-1-1.journal"), "\n");
    Files.setLastModifiedTime(recent, FileTime.from(NOW.minus(Duration.ofDays(29))));
    Path foreign = Files.writeString(directory.resolve("notes.txt"), "\n");
    Files.setLastModifiedTime(foreign, FileTime.from(NOW.minus(Duration.ofDays(99))));

    journal().write(entry(1, State.BEGUN));

    assertThat(files()).hasSize(3).contains(recent, foreign).doesNotContain(old);
  }

  /** A file of another process, nobody wrote to it for so many days. */
  private Path file(String name, int daysAgo, Entry... entries) throws IOException {
    Path file = directory.resolve("starts-" + name + ".journal");
    Files.write(file, Stream.of(entries).map(JournalLine::of).toList());
    Files.setLastModifiedTime(file, FileTime.from(NOW.minus(Duration.ofDays(daysAgo))));
    return file;
  }

  @Test
  void oldFileStaysWhileTheOutcomeOfOneOfItsStartsIsUnknown() throws IOException {
    Path open = file("1", 99, entry(1, State.BEGUN), entry(2, State.BEGUN), entry(2, State.TAKEN));
    Path done = file("2", 99, entry(3, State.BEGUN), entry(3, State.NOT_STARTED));

    journal().write(entry(4, State.BEGUN));

    assertThat(files()).hasSize(2).contains(open).doesNotContain(done);
    assertThat(journal().unresolved()).containsExactly(handle(1), handle(4));
  }

  @Test
  void oldFileGoesWhenTheOutcomeIsInAnotherFile() throws IOException {
    Path begun = file("1", 99, entry(1, State.BEGUN));
    Path outcome = file("2", 1, entry(1, State.TAKEN));

    journal().write(entry(2, State.BEGUN));

    assertThat(files()).hasSize(2).contains(outcome).doesNotContain(begun);
    assertThat(journal().entries()).contains(entry(1, State.TAKEN));
  }

  @Test
  void removedOutcomeOpensNoStartOfAFileThatStays() throws IOException {
    file("1", 99, entry(1, State.BEGUN), entry(2, State.BEGUN));
    file("2", 99, entry(2, State.TAKEN), entry(3, State.BEGUN));
    file("3", 99, entry(3, State.TAKEN));
    file("4", 99, entry(4, State.TAKEN));
    file("5", 1, entry(4, State.BEGUN));

    journal().write(entry(5, State.BEGUN));

    assertThat(files()).hasSize(6);
    assertThat(journal().unresolved()).containsExactly(handle(1), handle(5));
  }

  @Test
  void failingCleanUpRefusesNoStartAndRemovesNothing() throws IOException {
    Path unreadable = Files.createDirectory(directory.resolve("starts-0.journal"));
    Path done = file("1", 99, entry(1, State.TAKEN));

    journal().write(entry(2, State.BEGUN));

    assertThat(files()).hasSize(3).contains(unreadable, done);
    assertThat(journal().unresolved()).containsExactly(handle(2));
  }

  @Test
  void nothingIsAppendedToAFileThatIsAboutToGo() throws IOException {
    journal().write(entry(1, State.BEGUN));
    Path old = files().get(0);
    Files.setLastModifiedTime(old, FileTime.from(NOW.minus(Duration.ofHours(29 * 24 + 1))));

    journal().write(entry(2, State.BEGUN));

    assertThat(files()).hasSize(2);
    assertThat(Files.readString(old)).doesNotContain(handle(2).toString());
  }

  @Test
  void lineWhoseFileIsRemovedMeanwhileCountsAsNotWritten() throws IOException {
    byte[] line = JournalLine.of(entry(1, State.BEGUN)).getBytes(StandardCharsets.UTF_8);
    JournalFiles files = new JournalFiles(directory);
    try (FileChannel file = files.openToAppend(NOW)) {
      Files.delete(files().get(0));

      assertThat(files.append(file, line, true)).isFalse();
    }
    try (FileChannel file = files.openToAppend(NOW)) {
      assertThat(files.append(file, line, true)).isTrue();
    }
    assertThat(journal().unresolved()).containsExactly(handle(1));
  }

  /** What is done to the files, in order. */
  private StartJournal watched(List<String> seen) {
    JournalFiles files =
        new JournalFiles(
            directory,
            (path, options, attributes) ->
                new WatchedChannel(
                    FileChannel.open(path, options, attributes),
                    path.equals(directory) ? "directory" : "file",
                    seen));
    return new FileStartJournal(directory, files, () -> NOW);
  }

  @Test
  void startIsOnTheDiskWhenItIsWrittenDown() {
    List<String> seen = new ArrayList<>();
    StartJournal journal = watched(seen);
    journal.write(entry(1, State.BEGUN));

    assertThat(seen)
        .containsExactly(
            "directory is forced to disk",
            "directory is closed",
            "file is written",
            "file is forced to disk",
            "file is closed");
    seen.clear();
    journal.write(entry(2, State.BEGUN));
    assertThat(seen).containsExactly("file is written", "file is forced to disk", "file is closed");
  }

  /** What is not on the disk may be gone with the machine, so its start must not be sent. */
  @ParameterizedTest
  @EnumSource
  void startThatIsWrittenInPartOrNotForcedIsRefused(WatchedChannel.Trouble trouble) {
    JournalFiles files =
        new JournalFiles(
            directory,
            (path, options, attributes) ->
                new WatchedChannel(
                        FileChannel.open(path, options, attributes), "file", new ArrayList<>())
                    .with(trouble));
    StartJournal journal = new FileStartJournal(directory, files, () -> NOW);

    assertThatThrownBy(() -> journal.write(entry(1, State.BEGUN)))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(journal().unresolved().size())
        .as("a torn line names nothing; one that may not last may be found all the same")
        .isEqualTo(trouble == WatchedChannel.Trouble.FULL ? 0 : 1);
  }

  /** Another process cleans up just when the file was opened. */
  @Test
  void startWhoseFileIsRemovedMeanwhileIsInAnother() throws IOException {
    List<Path> opened = new ArrayList<>();
    JournalFiles files =
        new JournalFiles(
            directory,
            (path, options, attributes) -> {
              FileChannel file = FileChannel.open(path, options, attributes);
              if (!path.equals(directory) && opened.add(path) && opened.size() == 1) {
                Files.delete(path);
              }
              return file;
            });
    StartJournal journal = new FileStartJournal(directory, files, () -> NOW);

    journal.write(entry(1, State.BEGUN));

    assertThat(opened).hasSize(2).doesNotHaveDuplicates();
    assertThat(files()).containsExactly(opened.get(1));
    assertThat(journal().unresolved()).containsExactly(handle(1));
  }

  @Test
  void outcomeIsNotWaitedFor() {
    List<String> seen = new ArrayList<>();
    StartJournal journal = watched(seen);
    journal.write(entry(1, State.BEGUN));
    seen.clear();
    journal.write(entry(1, State.TAKEN));

    assertThat(seen).containsExactly("file is written", "file is closed");
  }

  @Test
  void unreadableFileIsLeftOut() throws IOException {
    journal().write(entry(1, State.BEGUN));
    Files.createDirectory(directory.resolve("starts-0.journal"));

    assertThat(journal().unresolved()).containsExactly(handle(1));
  }

  @Test
  void lineWithAHandleThatIsNoneIsLeftOut() throws IOException {
    String text = "begun start:9:of-another-release";
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    String line = text + " " + HexFormat.of().toHexDigits((int) crc.getValue());
    Files.write(directory.resolve("starts-1.journal"), List.of(line));
    journal().write(entry(1, State.BEGUN));

    assertThat(journal().unresolved()).containsExactly(handle(1));
  }

  @Test
  void interruptedThreadWritesItsLineAndStaysInterrupted() {
    StartJournal journal = journal();
    Thread.currentThread().interrupt();
    try {
      journal.write(entry(1, State.BEGUN));
      journal.write(entry(2, State.BEGUN));

      assertThat(journal.unresolved()).containsExactly(handle(1), handle(2));
    } finally {
      assertThat(Thread.interrupted()).isTrue();
    }
  }

  @Test
  void journalThatCannotBeWrittenSaysSo() throws IOException {
    StartJournal journal = journal();
    Files.delete(directory);

    assertThatThrownBy(() -> journal.write(entry(1, State.BEGUN)))
        .isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void directoryThatCannotBeMadeIsRefusedAtOnce() throws IOException {
    Path file = Files.writeString(directory.resolve("file"), "");

    assertThatThrownBy(() -> StartJournal.inDirectory(file.resolve("below")))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining(file.resolve("below").toString())
        .hasMessageContaining("journal.dir");
  }

  @Test
  void manyThreadsLoseNoLine() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int number = 0; number < 8; number++) {
      long first = number * 1000L;
      StartJournal own = journal();
      Thread thread =
          new Thread(
              () -> {
                for (long each = 0; each < 25; each++) {
                  own.write(entry(first + each, State.BEGUN));
                }
              });
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      thread.join();
    }

    assertThat(journal().unresolved()).hasSize(200);
  }

  @Test
  void memoryKeepsTheNewest() {
    StartJournal memory = StartJournal.inMemory();
    for (long number = 0; number < 10_001; number++) {
      memory.write(entry(number, State.BEGUN));
    }
    memory.write(entry(5, State.TAKEN));

    assertThat(memory.entries())
        .hasSize(10_000)
        .contains(entry(5, State.TAKEN))
        .doesNotContain(entry(0, State.BEGUN));
  }
}
