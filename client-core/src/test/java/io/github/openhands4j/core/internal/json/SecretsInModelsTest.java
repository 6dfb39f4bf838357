package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** No secret of a model object shows in its text. */
class SecretsInModelsTest {

  private static final String ID = "1f2e3d4c5b6a49788796a5b4c3d2e1f0";
  private static final String CANARY = "canary-secret";

  /** JSON of each record that has a secret; new records must be added here. */
  private static final Map<String, String> WITH_SECRETS =
      Map.ofEntries(
          Map.entry(
              "io.github.openhands4j.model.v1.AppConversation",
              "{\"id\":\"" + ID + "\",\"session_api_key\":\"" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v1.SandboxInfo",
              "{\"id\":\"x\",\"session_api_key\":\""
                  + CANARY
                  + "\",\"exposed_urls\":[{\"name\":\"VSCODE\",\"url\":\"https://x/?t="
                  + CANARY
                  + "\"}]}"),
          Map.entry(
              "io.github.openhands4j.model.v1.ExposedUrl",
              "{\"name\":\"VSCODE\",\"url\":\"https://x/?t=" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v1.AppConversationStartRequest",
              "{\"secrets\":{\"TOKEN\":\"" + CANARY + "\"}}"),
          Map.entry(
              "io.github.openhands4j.model.v0.ConversationInfo",
              "{\"conversation_id\":\"" + ID + "\",\"session_api_key\":\"" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v0.ProviderToken", "{\"token\":\"" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v1.CustomSecretCreate",
              "{\"name\":\"TOKEN\",\"value\":\"" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v1.ProviderToken", "{\"token\":\"" + CANARY + "\"}"),
          Map.entry(
              "io.github.openhands4j.model.v1.NewApiKey", "{\"id\":1,\"key\":\"" + CANARY + "\"}"),
          Map.entry("io.github.openhands4j.model.v1.LlmApiKey", "{\"key\":\"" + CANARY + "\"}"));

  private final ObjectMapper mapper = Json.mapper(1 << 20);

  static Stream<Arguments> records() {
    return WITH_SECRETS.entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("records")
  void secretIsReadAndDoesNotShow(String type, String json)
      throws ClassNotFoundException, JsonProcessingException {
    Object model = mapper.readValue(json, Class.forName(type));

    assertThat(mapper.writeValueAsString(model)).contains(CANARY);
    assertThat(model.toString()).doesNotContain(CANARY).isNotEmpty();
    assertThat(List.of(model).toString()).doesNotContain(CANARY);
  }

  @Test
  void everyRecordWithASecretIsTriedHere() {
    Set<String> found =
        new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.github.openhands4j.model")
                .stream()
                .filter(JavaClass::isRecord)
                .map(JavaClass::reflect)
                .filter(SecretsInModelsTest::hasSecret)
                .map(Class::getName)
                .collect(Collectors.toSet());

    assertThat(found).isEqualTo(WITH_SECRETS.keySet());
  }

  @Test
  void unknownFieldsAndPromptsDoNotShowEither() throws Exception {
    String text =
        "{\"id\":\""
            + ID
            + "\",\"conversation_id\":\""
            + ID
            + "\",\"name\":\"n\",\"source\":\"s\",\"new_secret\":\"canary-secret\","
            + "\"initial_message\":{\"content\":[{\"type\":\"text\",\"text\":\"canary-secret\"},"
            + "{\"type\":\"image\",\"image_urls\":[\"canary-secret\"]},"
            + "{\"type\":\"new\",\"x\":\"canary-secret\"}]},"
            + "\"content\":[{\"type\":\"text\",\"text\":\"canary-secret\"}],"
            + "\"initial_user_msg\":\"canary-secret\",\"replay_json\":\"canary-secret\","
            + "\"parameters\":{\"token\":\"canary-secret\"},"
            + "\"plugins\":[{\"source\":\"s\",\"parameters\":{\"token\":\"canary-secret\"}}]}";
    for (String type :
        List.of(
            "v1.AppConversation",
            "v1.AppConversationStartTask",
            "v1.AppConversationStartRequest",
            "v1.SendMessageRequest",
            "v1.AppSendMessageRequest",
            "v1.PluginSpec",
            "v1.ExposedUrl",
            "v1.SandboxInfo",
            "v0.CreateConversationRequest",
            "v0.ConversationInfo")) {
      Class<?> model = Class.forName("io.github.openhands4j.model." + type);
      assertThat(mapper.readValue(text, model).toString()).as(type).doesNotContain(CANARY);
    }
  }

  private static boolean hasSecret(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getGenericType)
        .anyMatch(
            component -> component.getTypeName().contains("io.github.openhands4j.model.Secret"));
  }
}
