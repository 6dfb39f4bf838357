package io.github.openhands4j.v0.internal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.event.Event;
import io.github.openhands4j.model.v0.event.EventFilter;
import io.github.openhands4j.model.v0.event.EventFilterBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EventFilterRuleTest {

  private static final Event RUN =
      Event.builder()
          .id(7L)
          .timestamp("2026-08-20T09:15:05.000120")
          .source("agent")
          .message("Running command: ls")
          .action("run")
          .args(Map.of("command", "echo \"Über\"", "hidden", false))
          .build();

  private static final Event HIDDEN_OUTPUT =
      Event.builder()
          .id(8L)
          .source("environment")
          .observation("run")
          .extras(Map.of("hidden", true))
          .build();

  @Test
  void noFilterLetsAllThrough() {
    assertThat(EventFilterRule.of(null)).accepts(RUN, HIDDEN_OUTPUT);
    assertThat(EventFilterRule.of(filter().build())).accepts(RUN, HIDDEN_OUTPUT);
    assertThat(EventFilterRule.of(filter().query("").source("").startDate("").endDate("").build()))
        .accepts(RUN, HIDDEN_OUTPUT);
  }

  @Test
  void hiddenEventsAreLeftOutWhenAsked() {
    assertThat(EventFilterRule.of(filter().excludeHidden(true).build()))
        .accepts(RUN)
        .rejects(HIDDEN_OUTPUT);
    assertThat(EventFilterRule.isHidden(RUN)).isFalse();
    assertThat(EventFilterRule.isHidden(HIDDEN_OUTPUT)).isTrue();
  }

  @Test
  void sourceIsCompared() {
    assertThat(EventFilterRule.of(filter().source("agent").build()))
        .accepts(RUN)
        .rejects(HIDDEN_OUTPUT);
  }

  @Test
  void timesAreComparedAsTextsBothEndsIncluded() {
    assertThat(EventFilterRule.of(filter().startDate("2026-08-20T09:15:05.000120").build()))
        .accepts(RUN);
    assertThat(EventFilterRule.of(filter().endDate("2026-08-20T09:15:05.000120").build()))
        .accepts(RUN);
    assertThat(EventFilterRule.of(filter().startDate("2026-08-20T09:15:06").build())).rejects(RUN);
    assertThat(EventFilterRule.of(filter().endDate("2026-08-20T09:15:05").build())).rejects(RUN);
  }

  @Test
  void anEventWithoutTimePassesEveryTimeLimit() {
    assertThat(EventFilterRule.of(filter().startDate("2099").endDate("1999").build()))
        .accepts(HIDDEN_OUTPUT);
  }

  @Test
  void textIsSearchedInTheJsonAsPythonWritesIt() {
    assertThat(EventFilterRule.of(filter().query("RUNNING command").build()))
        .accepts(RUN)
        .rejects(HIDDEN_OUTPUT);
    assertThat(EventFilterRule.of(filter().query("\"id\": 7, \"timestamp\": ").build()))
        .accepts(RUN);
    assertThat(EventFilterRule.of(filter().query("\\u00DCber").build())).accepts(RUN);
    assertThat(EventFilterRule.of(filter().query("Über").build())).rejects(RUN);
  }

  private static EventFilterBuilder filter() {
    return EventFilter.builder();
  }
}
