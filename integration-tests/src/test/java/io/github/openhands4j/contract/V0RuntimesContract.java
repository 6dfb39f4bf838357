package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.v0.Microagent;
import io.github.openhands4j.v0.V0Exception;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What a conversation's runtime promises. Where V1 has no counterpart, a backend may refuse. */
public abstract class V0RuntimesContract extends V0WorldTest {

  private static final int NOT_SUPPORTED = 501;

  @Test
  void configNamesTheConversationAsItWasAskedFor() {
    String id = world().anyRunning();

    assertThat(client().runtimes().config(id).sessionId()).isEqualTo(id);
  }

  @Test
  void configIsThereAlsoWhenStopped() {
    String id = world().stopped();

    assertThat(client().runtimes().config(id).sessionId()).isEqualTo(id);
  }

  @Test
  protected void editorHasAnAddressWhileTheRuntimeIsUp() {
    assertThat(client().runtimes().vscodeUrl(world().anyRunning()))
        .hasValueSatisfying(url -> assertThat(url).startsWith("http"));
  }

  @Test
  void editorOfAStoppedConversationCannotBeTold() {
    String id = world().stopped();

    V0Exception refused = failureOf(() -> client().runtimes().vscodeUrl(id));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body())
        .startsWith("{\"vscode_url\":null,\"error\":\"Error getting VSCode URL: ");
  }

  @Test
  protected void programsAreReachedAtTheirPorts() {
    String id = world().anyRunning();
    Map<String, Integer> open = world().openPorts(id);

    assertThat(client().runtimes().webHosts(id)).containsExactlyInAnyOrderEntriesOf(open);
  }

  @Test
  protected void programsOfAStoppedConversationCannotBeTold() {
    String id = world().stopped();

    V0Exception refused = failureOf(() -> client().runtimes().webHosts(id));

    assertThat(refused.status()).isEqualTo(500);
    assertThat(refused.body())
        .startsWith("{\"hosts\":null,\"error\":\"Error getting runtime hosts: ");
  }

  @Test
  void microagentsOfRepositoriesComeFirstAndHaveNoTriggers() {
    String id = world().withMicroagents();

    List<Microagent> loaded = client().runtimes().microagents(id);

    assertThat(loaded.stream().map(Microagent::type)).containsExactly("repo", "knowledge");
    assertThat(loaded.get(0).triggers()).isEmpty();
    assertThat(loaded.get(1).triggers()).containsExactly("git");
    assertThat(loaded).allSatisfy(m -> assertThat(m.content()).isNotBlank());
  }

  @Test
  void microagentsOfAStoppedConversationCannotBeTold() {
    String id = world().stopped();

    assertThat(failureOf(() -> client().runtimes().microagents(id)).body())
        .isEqualTo("{\"error\":\"Agent session not found for this conversation\"}");
  }

  @Test
  protected void promptToRememberIsWrittenOrRefused() {
    String id = world().anyRunning();
    try {
      assertThat(client().runtimes().rememberPrompt(id, 1)).isNotBlank();
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(NOT_SUPPORTED);
    }
  }

  @Test
  protected void feedbackIsTakenOrRefused() {
    String id = world().anyRunning();
    try {
      assertThat(
              client()
                  .runtimes()
                  .submitFeedback(id, Map.of("polarity", "positive", "email", "a@b")))
          .containsKey("statusCode");
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(NOT_SUPPORTED);
    }
  }

  @Test
  void settingsOfAnExperimentAreTakenOrRefused() {
    String id = world().anyRunning();
    try {
      assertThat(client().runtimes().addExperimentConfig(id, Map.of("k", "v"))).isFalse();
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(NOT_SUPPORTED);
    }
  }

  @Test
  void unknownIdIsToldInV0sWords() {
    String id = world().unknownId();
    List<ThrowingCallable> calls =
        List.of(
            () -> client().runtimes().config(id),
            () -> client().runtimes().vscodeUrl(id),
            () -> client().runtimes().webHosts(id),
            () -> client().runtimes().microagents(id));

    assertThat(calls)
        .allSatisfy(
            call -> {
              V0Exception unknown = failureOf(call);
              assertThat(unknown.status()).isEqualTo(404);
              assertThat(unknown.body())
                  .isEqualTo("{\"detail\":\"Conversation " + id + " not found\"}");
            });
  }
}
