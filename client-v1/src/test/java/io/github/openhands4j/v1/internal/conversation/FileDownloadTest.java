package io.github.openhands4j.v1.internal.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.openhands4j.v1.testing.FakeAnswer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;

class FileDownloadTest {

  private static final Logger LOGGER =
      (Logger) LoggerFactory.getLogger("io.github.openhands4j.conversation");

  /** More than two pieces. */
  private static final int SIZE = 150_000;

  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    LOGGER.addAppender(logged);
  }

  @AfterEach
  void close() {
    LOGGER.detachAppender(logged);
  }

  static Stream<Throwable> failures() {
    return Stream.of(new IllegalStateException("of the program"), new AssertionError("of a test"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void listenerThatThrowsIsLoggedOnceAndEndsNoDownload(Throwable failure, @TempDir Path folder)
      throws IOException {
    byte[] bytes = new byte[SIZE];
    Arrays.fill(bytes, (byte) 7);
    Path target = folder.resolve("all.zip");
    List<Long> told = new ArrayList<>();

    long size =
        FileDownload.to(
            target,
            new FakeAnswer(new ByteArrayInputStream(bytes), OptionalLong.of(SIZE)),
            news -> {
              told.add(news.bytes());
              fail(failure);
            });

    assertThat(size).isEqualTo(SIZE);
    assertThat(target).hasBinaryContent(bytes);
    assertThat(told).hasSizeGreaterThan(2).endsWith((long) SIZE);
    assertThat(logged.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly("a listener of a download threw; the download goes on");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(target);
    }
  }

  private static void fail(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }
}
