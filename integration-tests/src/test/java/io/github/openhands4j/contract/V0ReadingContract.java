package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reads promise: get and list. */
public abstract class V0ReadingContract extends V0WorldTest {

  @Test
  void getShowsTheRecord() {
    String id = world().running();

    ConversationInfo info = get(id);

    assertThat(info.conversationId()).isEqualTo(id);
    assertThat(info.status()).isEqualTo(ConversationStatus.RUNNING);
    assertThat(info.title()).isNotBlank();
    assertThat(info.createdAt()).isNotNull();
    assertThat(info.prNumber()).isEmpty();
    assertThat(info.conversationVersion()).isIn("V0", "V1");
  }

  @Test
  void getNeverEndsAJobThatHasNotEnded() {
    String id = world().created();

    assertThat(get(id).status()).isIn(ConversationStatus.STARTING, ConversationStatus.RUNNING);
  }

  @Test
  void getOfAnUnknownIdIsEmpty() {
    assertThat(client().getConversation(world().unknownId())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"abc", "%", "a?b", "a#b", "a;b", "a b", "%2e%2e", "{id}", "é"})
  void anyTextCanBeAnIdAndIsUnknown(String id) {
    assertThat(client().getConversation(id)).isEmpty();
    assertThat(client().deleteConversation(id)).isFalse();
    assertThat(client().stopConversation(id).message()).isEqualTo("Conversation was not running");
    assertThat(failureOf(() -> client().updateConversation(id, "t")).status()).isEqualTo(404);
    assertThat(failureOf(() -> client().startConversation(id, List.of())).status()).isEqualTo(404);
  }

  /** V0 knew one spelling of an id only; a backend may know more, and answers with that one. */
  @Test
  void getWithADashedIdFindsTheSameConversationOrNone() {
    String id = world().running();
    String dashed = id.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5");

    assertThat(client().getConversation(dashed).map(ConversationInfo::conversationId).orElse(id))
        .isEqualTo(id);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "..", "../x", "a/b", "a\\b", "a\nb", "a\u0000b"})
  void anIdThatCannotBeOneIsRefusedByEveryCall(String id) {
    List<ThrowingCallable> calls =
        List.of(
            () -> client().getConversation(id),
            () -> client().updateConversation(id, "t"),
            () -> client().deleteConversation(id),
            () -> client().startConversation(id, List.of()),
            () -> client().stopConversation(id),
            () -> client().addMessage(id, "m"));

    assertThat(calls)
        .allSatisfy(
            call -> {
              V0Exception refused = failureOf(call);
              assertThat(refused.status()).isEqualTo(400);
              assertThat(refused.body()).startsWith("{\"detail\":\"Conversation ID contains ");
            });
  }

  @Test
  void anIdOfMoreThanAHundredCharactersIsRefused() {
    assertThat(failureOf(() -> client().getConversation("a".repeat(101))).body())
        .isEqualTo("{\"detail\":\"Conversation ID is too long\"}");
  }

  @Test
  void listOfNothingIsEmptyAndHasNoNextPage() {
    ConversationInfoResultSet page = client().listConversations(ConversationListQuery.firstPage());

    assertThat(page.results()).isEmpty();
    assertThat(page.nextPageId()).isNull();
  }

  @Test
  void listIsNewestFirstAndItsPagesHoldEveryConversationOnce() {
    List<String> newestFirst = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      newestFirst.add(0, world().quiet());
    }

    assertThat(walk(ConversationListQuery.builder().limit(2).build())).isEqualTo(newestFirst);
    assertThat(walk(ConversationListQuery.firstPage())).isEqualTo(newestFirst);
  }

  /** Follows the tokens to the end: a page may be short or empty while there is a next one. */
  private List<String> walk(ConversationListQuery first) {
    List<String> ids = new ArrayList<>();
    ConversationListQuery query = first;
    for (int pages = 0; pages < 50; pages++) {
      ConversationInfoResultSet page = client().listConversations(query);
      page.results().forEach(row -> ids.add(row.conversationId()));
      if (page.nextPageId() == null) {
        return ids;
      }
      query =
          new ConversationListQuery(
              page.nextPageId(),
              first.limit(),
              first.selectedRepository(),
              first.conversationTrigger(),
              first.includeSubConversations());
    }
    throw new AssertionError("the list has no end");
  }

  @Test
  void listKeepsToItsFilters() {
    world().running();
    String wanted =
        client()
            .createConversation(
                CreateConversationRequest.builder().repository(V0World.REPOSITORY).build())
            .conversationId();
    world().settle();

    assertThat(walk(ConversationListQuery.builder().selectedRepository(V0World.REPOSITORY).build()))
        .containsExactly(wanted);
    assertThat(
            walk(
                ConversationListQuery.builder()
                    .conversationTrigger(ConversationTrigger.of("slack"))
                    .build()))
        .isEmpty();
    assertThat(
            walk(
                ConversationListQuery.builder()
                    .conversationTrigger(world().trigger())
                    .includeSubConversations(true)
                    .build()))
        .hasSize(2);
  }

  @Test
  void anEmptyTokenIsTheFirstPage() {
    String id = world().running();

    assertThat(walk(ConversationListQuery.builder().pageId("").build())).containsExactly(id);
  }

  @Test
  void listOfNoRowsIsAnEmptyPage() {
    world().running();

    assertThat(
            client().listConversations(ConversationListQuery.builder().limit(0).build()).results())
        .isEmpty();
  }

  @Test
  void listWithATokenOfSomethingElseIsRefused() {
    V0Exception refused =
        failureOf(
            () ->
                client().listConversations(ConversationListQuery.builder().pageId("MjA=").build()));

    assertThat(refused.status()).isIn(400, 500);
  }
}
