package io.github.openhands4j.v1.internal.client;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Lists inside answers. */
class TypedTest {

  private static final Logger HTTP = (Logger) LoggerFactory.getLogger("io.github.openhands4j.http");

  private record Row(int size) {}

  private final Typed typed = new Typed(new ObjectMapper());
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

  @BeforeEach
  void listen() {
    logged.start();
    HTTP.addAppender(logged);
  }

  @AfterEach
  void close() {
    HTTP.detachAppender(logged);
  }

  private List<Row> rows(@Nullable Object... elements) {
    return typed.list(Map.of("rows", Arrays.asList(elements)), "rows", Row.class);
  }

  @Test
  void elementsOfAnotherFormAreLeftOutAndCountedWithoutTheirValues() {
    assertThat(rows(Map.of("size", 1), "private words", null, Map.of("size", "none of yours")))
        .containsExactly(new Row(1));

    assertThat(logged.list)
        .singleElement()
        .satisfies(
            line -> {
              assertThat(line.getLevel()).isEqualTo(Level.WARN);
              assertThat(line.getFormattedMessage())
                  .endsWith("[list=rows, type=Row, elements=2]")
                  .doesNotContain("private", "yours");
            });
  }

  @Test
  void listsAsExpectedOrNotThereSayNothing() {
    assertThat(rows(Map.of("size", 1), null)).containsExactly(new Row(1));
    assertThat(typed.list(Map.of(), "rows", Row.class)).isEmpty();
    assertThat(logged.list).isEmpty();
  }
}
