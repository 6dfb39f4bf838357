package io.github.openhands4j.core.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.openhands4j.model.v1.ApiKeyCreate;
import io.github.openhands4j.model.v1.UserSettingsUpdate;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the server sends beside the known fields is kept, written back and not shown. */
class ModelFieldsTest {

  private final ObjectMapper mapper = Json.mapper(1 << 20);

  static Stream<Class<?>> answers() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.github.openhands4j.model.v1")
            .stream()
            .filter(JavaClass::isRecord)
            .map(JavaClass::reflect)
            .filter(ModelFieldsTest::keepsWhatItDoesNotKnow);
  }

  private static boolean keepsWhatItDoesNotKnow(Class<?> type) {
    return Arrays.stream(type.getRecordComponents())
        .map(RecordComponent::getName)
        .anyMatch("additionalProperties"::equals);
  }

  @Test
  void allAnswersAreTriedHere() {
    assertThat(answers()).hasSizeGreaterThan(35);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void unknownFieldIsKeptAndWrittenBack(Class<?> type) throws JsonProcessingException {
    String json =
        "{\"id\":\"1f2e3d4c5b6a49788796a5b4c3d2e1f0\",\"name\":\"n\",\"source\":\"s\",\"key\":\"k\","
            + "\"path\":\"p\",\"status\":\"s\",\"url\":\"u\",\"full_name\":\"o/r\",\"kind\":\"k\","
            + "\"event_type\":\"e\",\"quite_new\":{\"a\":[1,null,9007199254740993]}}";
    String wanted =
        type.getSimpleName().contains("ApiKey") // whose ids are numbers
            ? json.replace("\"1f2e3d4c5b6a49788796a5b4c3d2e1f0\"", "4294967296")
            : json;

    Object model = mapper.readValue(wanted, type);

    JsonNode written = mapper.valueToTree(model);
    assertThat(written.path("quite_new").toString()).isEqualTo("{\"a\":[1,null,9007199254740993]}");
    assertThat(mapper.readValue(written.toString(), type)).isEqualTo(model);
    assertThat(model.toString()).doesNotContain("quite_new");
  }

  @Test
  void settingsLeaveOutWhatWasNotSetAndNullClears() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(UserSettingsUpdate.builder().build())).isEqualTo("{}");
    assertThat(
            mapper.writeValueAsString(
                UserSettingsUpdate.builder()
                    .language(null)
                    .gitUserName("a")
                    .gitUserEmail(null)
                    .defaultSandboxSpecId(null)
                    .conversationSettings(Map.of("max_iterations", 5))
                    .set("new", List.of(1))
                    .build()))
        .isEqualTo(
            "{\"language\":null,\"git_user_name\":\"a\",\"git_user_email\":null,"
                + "\"default_sandbox_spec_id\":null,"
                + "\"conversation_settings_diff\":{\"max_iterations\":5},\"new\":[1]}");
  }

  @Test
  void keyIsBoundToTheCurrentOrganizationUnlessToldOtherwise() throws JsonProcessingException {
    assertThat(mapper.writeValueAsString(ApiKeyCreate.named("n").build()))
        .isEqualTo("{\"name\":\"n\"}");
    assertThat(
            mapper.writeValueAsString(
                ApiKeyCreate.named("n")
                    .notBefore(Instant.EPOCH)
                    .expiresAt(Instant.EPOCH)
                    .organization(null)
                    .build()))
        .isEqualTo(
            "{\"name\":\"n\",\"not_before\":\"1970-01-01T00:00:00Z\","
                + "\"expires_at\":\"1970-01-01T00:00:00Z\",\"org_id\":null}");
  }
}
