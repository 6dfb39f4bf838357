package io.github.openhands4j.compat.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.openhands4j.compat.CompatOptions.LossyFeatures;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.v0.V0Exception;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Settings in both directions. */
class SettingsTest {

  private static final ObjectMapper MAPPER =
      Json.mapper(1_000_000).copy().enable(DeserializationFeature.USE_LONG_FOR_INTS);

  private static Map<String, @Nullable Object> json(String text) throws Exception {
    return MAPPER.readValue(text.replace('\'', '"'), new TypeReference<>() {});
  }

  private static SettingsOfV0.Translated stored(Map<String, @Nullable Object> v0) {
    return SettingsOfV0.translate(v0, null, LossyFeatures.REFUSE);
  }

  @SuppressWarnings("unchecked") // JSON objects have text keys
  private static Map<String, @Nullable Object> in(Map<String, @Nullable Object> map, String key) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(map.get(key));
  }

  @Test
  void v1SettingsShowByV0sNamesInV0sOrder() throws Exception {
    Map<String, @Nullable Object> flat =
        SettingsOfV1.flat(
            json(
                "{'language':'en','agent_settings':{'agent':'CodeActAgent','llm':{'model':'m/x',"
                    + "'base_url':'http://l','api_key':null},'condenser':{'enabled':true,"
                    + "'max_size':240},'mcp_config':{'files':{'command':'npx','args':['a'],"
                    + "'transport':'stdio'},'web':{'url':'http://s','transport':'sse'},"
                    + "'web2':{'url':'http://h','headers':{'Authorization':'Bearer k'}}}},"
                    + "'conversation_settings':{'max_iterations':500,'confirmation_mode':false,"
                    + "'security_analyzer':'none'},'email':'a@b.c','git_user_name':'me',"
                    + "'provider_tokens_set':{'github':null},'llm_api_key_set':true}"));

    assertThat(MAPPER.writeValueAsString(flat).replace('"', '\''))
        .isEqualTo(
            "{'language':'en','agent':'CodeActAgent','max_iterations':500,'security_analyzer':null,"
                + "'confirmation_mode':false,'llm_model':'m/x','llm_api_key':null,"
                + "'llm_base_url':'http://l','remote_runtime_resource_factor':null,"
                + "'secrets_store':{'provider_tokens':{}},'enable_default_condenser':true,"
                + "'enable_sound_notifications':false,'enable_proactive_conversation_starters':true,"
                + "'enable_solvability_analysis':true,'user_consents_to_analytics':null,"
                + "'sandbox_base_container_image':null,'sandbox_runtime_container_image':null,"
                + "'mcp_config':{'sse_servers':[{'url':'http://s','api_key':null}],"
                + "'stdio_servers':[{'name':'files','command':'npx','args':['a'],'env':{}}],"
                + "'shttp_servers':[{'url':'http://h','api_key':null}]},"
                + "'search_api_key':null,'sandbox_api_key':null,'max_budget_per_task':null,"
                + "'condenser_max_size':240,'email':'a@b.c','email_verified':null,"
                + "'git_user_name':'me','git_user_email':null,'provider_tokens_set':{'github':null},"
                + "'llm_api_key_set':true,'search_api_key_set':false}");
  }

  @Test
  void oddAnswersOfV1GiveDefaultsAndNeverFail() throws Exception {
    assertThat(SettingsOfV1.flat(json("{}"))).hasSize(29).containsEntry("llm_model", null);
    assertThat(
            SettingsOfV1.flat(
                json("{'agent_settings':7,'conversation_settings':[],'provider_tokens_set':null}")))
        .containsEntry("agent", null)
        .containsEntry("enable_default_condenser", true);
    assertThat(McpConfig.toV0(json("{'mcpServers':{'a':{'command':'c'},'b':3}}")))
        .extractingByKey("stdio_servers")
        .asInstanceOf(InstanceOfAssertFactories.LIST)
        .hasSize(1);
  }

  @Test
  void modelKeyAndAddressAreKeptWhenLeftOutAndTheRestFallsBack() {
    Map<String, @Nullable Object> changes = stored(Map.of()).changes();

    assertThat(in(changes, "agent_settings_diff"))
        .containsOnlyKeys("agent", "condenser", "mcp_config")
        .containsEntry("mcp_config", Map.of());
    assertThat(changes)
        .containsEntry("language", null)
        .containsEntry("git_user_name", null)
        .containsEntry("enable_proactive_conversation_starters", true)
        .doesNotContainKeys("search_api_key", "user_consents_to_analytics");
    assertThat(in(changes, "conversation_settings_diff"))
        .containsEntry("confirmation_mode", false)
        .containsEntry("security_analyzer", "none")
        .doesNotContainKey("max_iterations");
  }

  @Test
  void flatKeysGoToTheirPlaceInTheDiffs() throws Exception {
    Map<String, @Nullable Object> changes =
        stored(
                json(
                    "{'llm_model':'m','llm_api_key':'k','llm_base_url':'u','max_iterations':9,"
                        + "'confirmation_mode':true,'security_analyzer':'llm',"
                        + "'condenser_max_size':50,'enable_default_condenser':false,"
                        + "'mcp_config':{'sse_servers':['http://s'],'stdio_servers':[{'name':'f',"
                        + "'command':'npx'}],'shttp_servers':[{'url':'http://h','api_key':'q'}]}}"))
            .changes();

    assertThat(in(changes, "agent_settings_diff"))
        .isEqualTo(
            json(
                "{'agent':'CodeActAgent','llm':{'model':'m','api_key':'k','base_url':'u'},"
                    + "'condenser':{'enabled':false,'max_size':50},'mcp_config':{"
                    + "'f':{'transport':'stdio','command':'npx'},"
                    + "'sse_0':{'transport':'sse','url':'http://s'},'http_0':{'transport':'http',"
                    + "'url':'http://h','headers':{'Authorization':'Bearer q'}}}}"));
    assertThat(in(changes, "conversation_settings_diff"))
        .isEqualTo(json("{'max_iterations':9,'confirmation_mode':true,'security_analyzer':'llm'}"));
  }

  @Test
  void whatWasReadCanBeStoredAgain() throws Exception {
    Map<String, @Nullable Object> flat =
        SettingsOfV1.flat(
            json(
                "{'agent_settings':{'agent':'CodeActAgent','llm':{'model':'m'},'condenser':{"
                    + "'enabled':true,'max_size':240}},'conversation_settings':{"
                    + "'max_iterations':500,'confirmation_mode':true,'security_analyzer':'llm'}}"));

    SettingsOfV0.Translated again = stored(flat);

    assertThat(again.dropped()).isEmpty();
    assertThat(in(again.changes(), "conversation_settings_diff"))
        .isEqualTo(
            json("{'max_iterations':500,'confirmation_mode':true,'security_analyzer':'llm'}"));
  }

  @Test
  void whatV1DoesNotHaveIsRefusedOrDroppedByName() {
    Map<String, Object> fields =
        Map.of(
            "agent", "BrowsingAgent",
            "security_analyzer", "invariant",
            "enable_solvability_analysis", false);
    fields.forEach(
        (field, value) -> {
          Map<String, @Nullable Object> settings = new HashMap<>();
          settings.put(field, value);
          V0Exception refused = catchThrowableOfType(V0Exception.class, () -> stored(settings));
          assertThat(refused.status()).isEqualTo(501);
          assertThat(refused.body()).startsWith("{\"error\":\"" + field);
          assertThat(
                  SettingsOfV0.translate(settings, null, LossyFeatures.DROP_WITH_WARNING).dropped())
              .isEqualTo(List.of("settings." + field));
        });
  }

  @Test
  void wholeNumbersAreReadAsFromV0() {
    assertThat(
            SettingsOfV1.flat(Map.of("conversation_settings", Map.of("max_iterations", 500)))
                .get("max_iterations"))
        .isEqualTo(500L);
  }

  @Test
  void tooSmallCondenserIsRefusedInV0sWords() {
    V0Exception refused =
        catchThrowableOfType(V0Exception.class, () -> stored(Map.of("condenser_max_size", 19L)));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.body())
        .isEqualTo(
            "{\"detail\":[{\"type\":\"value_error\",\"loc\":[\"body\",\"condenser_max_size\"],"
                + "\"msg\":\"Value error, condenser_max_size must be at least 20\",\"input\":19,"
                + "\"ctx\":{\"error\":{}}}]}");
  }

  private static final String SERVERS =
      "{'web':{'transport':'http','url':'http://h','timeout':60.0,"
          + "'headers':{'Authorization':'**********'}},"
          + "'files':{'transport':'stdio','command':'npx','args':['a'],"
          + "'env':{'TOKEN':'**********'}}}";

  private static Map<String, @Nullable Object> withServers(String servers) throws Exception {
    return json("{'agent_settings':{'mcp_config':" + servers + "}}");
  }

  @Test
  void serversThatAreStoredAsTheyWereShownKeepWhatIsNotShown() throws Exception {
    Map<String, @Nullable Object> flat = SettingsOfV1.flat(withServers(SERVERS));
    Map<String, @Nullable Object> rewritten = json(MAPPER.writeValueAsString(flat));

    for (Map<String, @Nullable Object> v0 : List.of(flat, rewritten)) {
      SettingsOfV0.Translated again =
          SettingsOfV0.translate(v0, json(SERVERS), LossyFeatures.REFUSE);

      assertThat(in(again.changes(), "agent_settings_diff")).doesNotContainKey("mcp_config");
      assertThat(again.dropped()).isEmpty();
    }
  }

  @Test
  void serversThatWouldLoseTheirKeysAreRefusedOrDroppedByName() throws Exception {
    for (String v0 :
        List.of(
            "{'shttp_servers':[{'url':'http://h','api_key':null},'http://new']}",
            "{'shttp_servers':['http://h']}",
            "{'stdio_servers':[{'name':'files','command':'npx','env':{'TOKEN':'**********'}}]}")) {
      Map<String, @Nullable Object> settings = json("{'mcp_config':" + v0 + "}");

      V0Exception refused =
          catchThrowableOfType(
              V0Exception.class,
              () -> SettingsOfV0.translate(settings, json(SERVERS), LossyFeatures.REFUSE));
      assertThat(refused.status()).isEqualTo(501);
      assertThat(refused.body()).contains("keys of MCP servers");
      assertThat(
              SettingsOfV0.translate(settings, json(SERVERS), LossyFeatures.DROP_WITH_WARNING)
                  .dropped())
          .containsExactly("settings.mcp_config.keys");
    }
  }

  @Test
  void serversThatComeWithTheirKeysOrAreTakenAwayAreStored() throws Exception {
    for (String v0 :
        List.of(
            "{'shttp_servers':[{'url':'http://h','api_key':'fake-key'}]}",
            "{'stdio_servers':[{'name':'files','command':'npx','env':{'TOKEN':'fake'}}]}",
            "{'sse_servers':['http://other']}",
            "{}")) {
      assertThat(
              in(
                  SettingsOfV0.translate(
                          json("{'mcp_config':" + v0 + "}"), json(SERVERS), LossyFeatures.REFUSE)
                      .changes(),
                  "agent_settings_diff"))
          .containsKey("mcp_config");
    }
  }

  @Test
  void noAnalyzerStaysNone() throws Exception {
    Map<String, @Nullable Object> flat =
        SettingsOfV1.flat(json("{'conversation_settings':{'security_analyzer':'none'}}"));

    assertThat(in(stored(flat).changes(), "conversation_settings_diff"))
        .containsEntry("security_analyzer", "none");
  }
}
