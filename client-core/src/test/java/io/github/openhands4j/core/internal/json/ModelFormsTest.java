package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ImageContent;
import io.github.openhands4j.model.OpenWord;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.Secret;
import io.github.openhands4j.model.TaskType;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.UnknownContent;
import io.github.openhands4j.model.v1.AgentType;
import io.github.openhands4j.model.v1.AppConversationStartRequest;
import io.github.openhands4j.model.v1.AppConversationStartTaskSortOrder;
import io.github.openhands4j.model.v1.AppConversationStartTaskStatus;
import io.github.openhands4j.model.v1.AppConversationUpdateRequest;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import io.github.openhands4j.model.v1.ConversationExecutionStatus;
import io.github.openhands4j.model.v1.RepositorySortOrder;
import io.github.openhands4j.model.v1.SandboxGroupingStrategy;
import io.github.openhands4j.model.v1.SandboxStatus;
import io.github.openhands4j.model.v1.SendMessageRequest;
import io.github.openhands4j.model.v1.StartTaskId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms values take on the wire. */
class ModelFormsTest {

  private final ObjectMapper mapper = Json.mapper(1 << 20);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T03:19:07.775371Z, 2026-11-24T03:19:07.775371Z",
    "2026-11-24T03:19:07.775371, 2026-11-24T03:19:07.775371Z",
    "2026-11-24T03:19:07, 2026-11-24T03:19:07Z",
    "2026-11-24T03:19:07Z, 2026-11-24T03:19:07Z",
    "2026-11-24 03:19:07.5, 2026-11-24T03:19:07.500Z",
    "2026-11-24T03:19:07.775371+00:00, 2026-11-24T03:19:07.775371Z",
    "2026-11-24T05:19:07+02:00, 2026-11-24T03:19:07Z",
    "2026-11-24T03:19:07.123456789Z, 2026-11-24T03:19:07.123456789Z",
  })
  void timeIsReadWithAndWithoutZoneAndFraction(String text, Instant expected)
      throws JsonProcessingException {
    assertThat(mapper.readValue("\"" + text + "\"", Instant.class)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "\"soon\"", "\"2026-13-01T00:00:00Z\"", "[]", "{}", "true"})
  void otherTimesAreRefused(String json) {
    assertThatThrownBy(() -> mapper.readValue(json, Instant.class))
        .isInstanceOf(JsonProcessingException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-24T03:19:07Z, 2026-11-24T03:19:07Z",
    "2026-11-24T03:19:07.5Z, 2026-11-24T03:19:07.500000Z",
    "2026-11-24T03:19:07.123456789Z, 2026-11-24T03:19:07.123456Z",
  })
  void timeIsWrittenInUtcWithNoneOrSixDigits(Instant time, String expected)
      throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(time)).isEqualTo("\"" + expected + "\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "1f2e3d4c-5b6a-4978-8796-a5b4c3d2e1f0",
        "1F2E3D4C5B6A49788796A5B4C3D2E1F0",
        "1F2E3D4C-5B6A-4978-8796-A5B4C3D2E1F0",
      })
  void idIsTheSameInEveryForm(String text) throws JsonProcessingException {
    ConversationId id = mapper.readValue("\"" + text + "\"", ConversationId.class);

    assertThat(id).isEqualTo(ConversationId.parse("1f2e3d4c5b6a49788796a5b4c3d2e1f0"));
    assertThat(mapper.writeValueAsString(id)).isEqualTo("\"1f2e3d4c5b6a49788796a5b4c3d2e1f0\"");
    assertThat(id.dashed()).isEqualTo("1f2e3d4c-5b6a-4978-8796-a5b4c3d2e1f0");
    assertThat(mapper.writeValueAsString(mapper.readValue("\"" + text + "\"", StartTaskId.class)))
        .isEqualTo("\"1f2e3d4c5b6a49788796a5b4c3d2e1f0\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "..",
        "../x",
        "1f2e3d4c5b6a49788796a5b4c3d2e1f",
        "1f2e3d4c5b6a49788796a5b4c3d2e1f0/",
        "1f2e3d4c5b6a49788796a5b4c3d2e1f0 ",
        "1f2e3d4c5b6a4978-8796-a5b4c3d2e1f0",
        "1-2-3-4-5",
        "%2e%2e",
        "{1f2e3d4c5b6a49788796a5b4c3d2e1f0}",
        "\uff11f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "\u0141f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "/f2e3d4c5b6a49788796a5b4c3d2e1f0",
        ":f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "@f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "Gf2e3d4c5b6a49788796a5b4c3d2e1f0",
        "`f2e3d4c5b6a49788796a5b4c3d2e1f0",
        "gf2e3d4c5b6a49788796a5b4c3d2e1f0",
        "1f2e3d4c5b6a49788796a5b4c3d2e1-f0aa",
      })
  void otherTextIsNoId(String text) {
    assertThatThrownBy(() -> ConversationId.parse(text))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void wordsTheServerAddsAreKept() throws JsonProcessingException {
    for (Class<? extends OpenWord> type :
        List.of(
            ProviderType.class,
            TaskType.class,
            ConversationTrigger.class,
            AgentType.class,
            AppConversationStartTaskSortOrder.class,
            AppConversationStartTaskStatus.class,
            ConversationExecutionStatus.class,
            SandboxGroupingStrategy.class,
            RepositorySortOrder.class,
            SandboxStatus.class)) {
      OpenWord word = mapper.readValue("\"brand_new\"", type);

      assertThat(word.isKnown()).as(type.getSimpleName()).isFalse();
      assertThat(word.value()).isEqualTo("brand_new");
      assertThat(mapper.writeValueAsString(word)).isEqualTo("\"brand_new\"");
    }
    assertThat(mapper.readValue("\"READY\"", AppConversationStartTaskStatus.class))
        .isEqualTo(AppConversationStartTaskStatus.READY)
        .matches(OpenWord::isKnown);
  }

  @Test
  void contentIsReadByItsKind() throws JsonProcessingException {
    String json =
        """
        [{"type":"text","text":"a","cache_prompt":true},
         {"type":"image","image_urls":["https://x.example.org/a.png"],"cache_prompt":false},
         {"type":"video","url":"x","n":[1,null]},
         {"type":"text"},
         {"type":"image","image_urls":[1]},
         {}]
        """;

    List<ContentBlock> blocks = List.of(mapper.readValue(json, ContentBlock[].class));

    assertThat(blocks)
        .extracting(Object::getClass)
        .isEqualTo(
            List.of(
                TextContent.class,
                ImageContent.class,
                UnknownContent.class,
                UnknownContent.class,
                UnknownContent.class,
                UnknownContent.class));
    assertThat(blocks.get(0)).isEqualTo(new TextContent("a", true));
    assertThat(blocks.get(2).type()).isEqualTo("video");
    assertThat(mapper.readTree(mapper.writeValueAsString(blocks.get(2))))
        .isEqualTo(mapper.readTree("{\"type\":\"video\",\"url\":\"x\",\"n\":[1,null]}"));
    assertThat(mapper.writeValueAsString(TextContent.of("a")))
        .isEqualTo("{\"type\":\"text\",\"text\":\"a\"}");
    assertThat(mapper.writeValueAsString(ImageContent.of(List.of("u"))))
        .isEqualTo("{\"type\":\"image\",\"image_urls\":[\"u\"]}");
  }

  @Test
  void updateHoldsWhatWasSetAndNullClears() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(AppConversationUpdateRequest.builder().build()))
        .isEqualTo("{}");
    assertThat(
            mapper.writeValueAsString(
                AppConversationUpdateRequest.builder()
                    .title("t")
                    .selectedBranch(null)
                    .isPublic(true)
                    .gitProvider(ProviderType.GITHUB)
                    .build()))
        .isEqualTo(
            "{\"title\":\"t\",\"selected_branch\":null,\"public\":true,\"git_provider\":\"github\"}");
  }

  @Test
  void updateCopiesPlainJsonValuesAndRefusesOthers() throws JsonProcessingException {
    List<Object> inner = new ArrayList<>(Arrays.asList(1.5, null));
    AppConversationUpdateRequest update =
        AppConversationUpdateRequest.builder().set("new", Map.of("list", inner)).build();
    inner.add("late");

    assertThat(mapper.writeValueAsString(update)).isEqualTo("{\"new\":{\"list\":[1.5,null]}}");
    for (Object odd : List.of(Instant.EPOCH, Map.of(1, 2), List.of(Instant.EPOCH))) {
      assertThatThrownBy(() -> AppConversationUpdateRequest.builder().set("new", odd))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("plain JSON");
    }
  }

  @Test
  void requestsLeaveOutWhatWasNotSet() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(AppConversationStartRequest.builder().build()))
        .isEqualTo("{}");
    assertThat(mapper.writeValueAsString(AppSendMessageRequest.builder().build())).isEqualTo("{}");
    assertThat(
            mapper.readTree(
                mapper.writeValueAsString(
                    AppConversationStartRequest.builder()
                        .conversationId(ConversationId.parse("1f2e3d4c5b6a49788796a5b4c3d2e1f0"))
                        .initialMessage(
                            SendMessageRequest.builder()
                                .content(List.of(TextContent.of("hi")))
                                .build())
                        .secrets(Map.of("TOKEN", Secret.of("fake-secret")))
                        .build())))
        .isEqualTo(
            mapper.readTree(
                """
                {"conversation_id":"1f2e3d4c5b6a49788796a5b4c3d2e1f0",
                 "initial_message":{"content":[{"type":"text","text":"hi"}]},
                 "secrets":{"TOKEN":"fake-secret"}}
                """));
  }
}
