package io.github.openhands4j.realserver.twin;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.v0.V0Exception;
import io.github.openhands4j.v0.V0StartOutcomeUnknownException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is taken out of answers before they are compared, and that nothing else is. */
class TreesTest {

  private static final String ID = "0123456789abcdef0123456789abcdef";
  private static final String OTHER = "fedcba9876543210fedcba9876543210";

  private final Words words = new Words();
  private final Trees trees = new Trees(words);

  @Test
  void recordShowsAllItsComponentsWithoutIdsTimesKeysAndAddresses() {
    words.name(ID, "it");
    ConversationInfo info =
        ConversationInfo.builder()
            .conversationId(ID)
            .title("Conversation 01234")
            .status(ConversationStatus.RUNNING)
            .createdAt(Instant.EPOCH)
            .sessionApiKey(Secret.of("fake"))
            .url("http://localhost:8000/api/conversations/" + ID)
            .prNumber(List.of(3L))
            .build();

    assertThat(trees.of(info))
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.MAP)
        .containsOnlyKeys(
            Arrays.stream(ConversationInfo.class.getRecordComponents())
                .map(RecordComponent::getName)
                .toArray())
        .containsEntry("conversationId", "<it>")
        .containsEntry("title", "<title>")
        .containsEntry("status", "RUNNING")
        .containsEntry("createdAt", "<time>")
        .containsEntry("lastUpdatedAt", null)
        .containsEntry("sessionApiKey", "<key>")
        .containsEntry("url", "<url>")
        .containsEntry("prNumber", List.of(3L));
  }

  @Test
  void idsShowByNameAndForm() {
    words.name(ID, "it");
    words.keep(OTHER);

    assertThat(words.plain("a " + ID + " b " + Words.dashed(ID) + " c"))
        .isEqualTo("a <it> b <it, dashed> c");
    assertThat(words.plain(ID.toUpperCase(Locale.ROOT))).isEqualTo("<it, upper case>");
    assertThat(words.plain(OTHER)).isEqualTo(OTHER);
    assertThat(words.plain(OTHER.replace('f', 'a'))).isEqualTo("<id>");
    assertThat(words.plain(ID + "0")).isEqualTo(ID + "0");
  }

  @Test
  void titlesThatAProgramGaveStay() {
    assertThat(words.plain("A better title")).isEqualTo("A better title");
    assertThat(words.plain("Conversation about cats")).isEqualTo("Conversation about cats");
  }

  @Test
  void exceptionShowsTypeStatusCodeAndBody() {
    assertThat(
            trees.thrown(
                new V0Exception(ErrorCode.V0_ERROR, 404, "{\"detail\":\"gone\"}", "text", null)))
        .isEqualTo(
            Map.of(
                "type",
                "V0Exception",
                "status",
                404,
                "code",
                ErrorCode.V0_ERROR.id(),
                "body",
                Map.of("detail", "gone")));
    assertThat(trees.thrown(new V0StartOutcomeUnknownException(ID, new IllegalStateException("x"))))
        .containsEntry("type", "V0StartOutcomeUnknownException")
        .containsEntry("conversationId", "<id>");
    assertThat(trees.thrown(new NullPointerException()))
        .isEqualTo(Map.of("type", "NullPointerException"));
  }

  @Test
  void bareTextIsToldFromPlainText() {
    assertThat(bodyOf("\"Unauthorized\"")).isEqualTo("\"Unauthorized\"");
    assertThat(bodyOf("Unauthorized")).isEqualTo("Unauthorized");
    assertThat(bodyOf("")).isEqualTo("");
    assertThat(bodyOf("{broken")).isEqualTo("{broken");
  }

  private Object bodyOf(String body) {
    return Optional.ofNullable(
            trees.thrown(new V0Exception(ErrorCode.V0_ERROR, 500, body, "text", null)).get("body"))
        .orElseThrow();
  }

  @Test
  void emptyAnswerIsNull() {
    assertThat(trees.of(Optional.empty())).isNull();
    assertThat(trees.of(Optional.of(true))).isEqualTo(true);
  }
}
