package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.compat.CompatOptions;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The server's first record of a conversation may not say yet what its start asked for. */
class FirstRecordTest {

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
}
