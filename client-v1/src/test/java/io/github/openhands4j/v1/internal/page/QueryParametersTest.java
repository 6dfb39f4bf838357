package io.github.openhands4j.v1.internal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.model.v1.EventSortOrder;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.EventQuery;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParametersTest {

  private static final ConversationQuery FULL =
      ConversationQuery.builder()
          .titleContains("50 % + more")
          .createdAtGte(Instant.parse("2026-01-01T00:00:00Z"))
          .createdAtLt(Instant.parse("2026-01-02T00:00:00.5Z"))
          .updatedAtGte(Instant.parse("2026-01-03T00:00:00Z"))
          .updatedAtLt(Instant.parse("2026-01-04T00:00:00.000001Z"))
          .sandboxIdEq("box-1")
          .pageId("100")
          .limit(7)
          .includeSubConversations(true)
          .build();

  @Test
  void emptyQuerySendsNoParameter() {
    assertThat(QueryParameters.ofSearch(ConversationQuery.all())).isEmpty();
    assertThat(QueryParameters.ofCount(ConversationQuery.all())).isEmpty();
  }

  @Test
  void searchSendsEveryFieldByItsWireName() {
    assertThat(QueryParameters.ofSearch(FULL))
        .hasToString(
            "{title__contains=50 % + more, created_at__gte=2026-01-01T00:00:00Z,"
                + " created_at__lt=2026-01-02T00:00:00.500Z, updated_at__gte=2026-01-03T00:00:00Z,"
                + " updated_at__lt=2026-01-04T00:00:00.000001Z, sandbox_id__eq=box-1, page_id=100,"
                + " limit=7, include_sub_conversations=true}");
  }

  @Test
  void countSendsTheFiltersOnly() {
    assertThat(QueryParameters.ofCount(FULL))
        .containsOnlyKeys(
            "title__contains",
            "created_at__gte",
            "created_at__lt",
            "updated_at__gte",
            "updated_at__lt",
            "sandbox_id__eq");
  }

  @Test
  void timesOfEventsHaveNoZoneAndMicrosecondsOrNone() {
    EventQuery query =
        EventQuery.builder()
            .kindEq("ActionEvent")
            .timestampGte(Instant.parse("2026-01-01T00:00:00Z"))
            .timestampLt(Instant.parse("2026-01-02T00:00:00.7000009Z"))
            .sortOrder(EventSortOrder.TIMESTAMP_DESC)
            .limit(7)
            .build();

    assertThat(QueryParameters.ofSearch(query))
        .hasToString(
            "{kind__eq=ActionEvent, timestamp__gte=2026-01-01T00:00:00,"
                + " timestamp__lt=2026-01-02T00:00:00.700000, sort_order=TIMESTAMP_DESC, limit=7}");
    assertThat(QueryParameters.ofSearch(EventQuery.all())).isEmpty();
    assertThatThrownBy(() -> QueryParameters.ofSearch(EventQuery.builder().limit(101).build()))
        .isInstanceOf(ConfigurationException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 101})
  void limitThatMakesTheServerFailIsRefused(int limit) {
    ConversationQuery query = ConversationQuery.builder().limit(limit).build();

    assertThatThrownBy(() -> QueryParameters.ofSearch(query))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("1 to 100");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100})
  void limitsTheServerTakesAreSent(int limit) {
    assertThat(
            QueryParameters.ofSearch(ConversationQuery.builder().limit(limit).build()).get("limit"))
        .isEqualTo(String.valueOf(limit));
  }
}
