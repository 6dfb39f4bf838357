package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.simulator.Disturbance;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's first record of a conversation may not say yet what its start asked for. */
class FirstRecordTest {

  private static final String ROWS = "/api/v1/app-conversations";

  private final AdapterWorld world = new AdapterWorld(CompatOptions.builder().build());

  @AfterEach
  void close() {
    world.close();
  }

  private String stub() {
    String id =
        world
            .client()
            .createConversation(
                CreateConversationRequest.builder()
                    .repository(V0World.REPOSITORY)
                    .selectedBranch("main")
                    .gitProvider(ProviderType.GITHUB)
                    .build())
            .conversationId();
    world.settle();
    world.server().conversation(id).becomeStub();
    return id;
  }

  private ConversationInfo get(String id) {
    return world.client().getConversation(id).orElseThrow();
  }

  @Test
  void conversationShowsWhatItsCreateAskedForBeforeTheServerHasWrittenItDown() {
    String id = stub();

    ConversationInfo first = get(id);
    world.server().conversation(id).becomeWhole();

    assertThat(first.selectedRepository()).isEqualTo(V0World.REPOSITORY);
    assertThat(first.selectedBranch()).isEqualTo("main");
    assertThat(first.gitProvider()).isEqualTo(ProviderType.GITHUB);
    assertThat(get(id)).usingRecursiveComparison().ignoringFields("prNumber").isEqualTo(first);
  }

  @Test
  void listOfARepositoryHasItBeforeTheServerHasWrittenItDown() {
    String id = stub();

    assertThat(
            world
                .client()
                .listConversations(
                    ConversationListQuery.builder()
                        .selectedRepository(V0World.REPOSITORY)
                        .conversationTrigger(world.trigger())
                        .build())
                .results())
        .extracting(ConversationInfo::conversationId)
        .containsExactly(id);
  }

  private long sent(String method, String path) {
    return world.server().journal().count(method, path);
  }

  @Test
  void renameWaitsUntilTheServerWhichOverwritesItHasWrittenItDown() {
    String id = stub();
    world.server().conversation(id).becomeWhole();
    world.server().journal().clear();
    world
        .server()
        .disturbNext(
            "GET",
            ROWS,
            Disturbance.notTaken()
                .answer(200, "application/json", "[{\"id\":\"%s\"}]".formatted(id)));

    assertThat(world.client().updateConversation(id, "Mine")).isTrue();

    assertThat(sent("GET", ROWS)).isEqualTo(2);
    assertThat(sent("PATCH", ROWS + "/.*")).isEqualTo(1);
    assertThat(get(id).title()).isEqualTo("Mine");
  }

  @Test
  void renameOfARecordThatStaysSoIsDoneAfterSomeSeconds() {
    String id = stub();
    world.server().journal().clear();

    assertThat(world.client().updateConversation(id, "Mine")).isTrue();

    assertThat(world.time().slept()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(10));
    assertThat(sent("PATCH", ROWS + "/.*")).isEqualTo(1);
  }
}
