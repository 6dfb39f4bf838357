package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Collections;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The conversation object; batch, search and count of conversations. */
class ConversationReadTest {

  private final ManualClock clock = new ManualClock();
  private final OpenHandsSimulator server = OpenHandsSimulator.builder().clock(clock).start();
  private final Caller caller = new Caller(server);
  private final String id = UUID.randomUUID().toString();
  private final String hex = id.replace("-", "");

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void objectHasEveryKeyInTheServersOrder() throws IOException {
    caller.ready(id);

    String text = caller.get(STARTS + "?ids=" + id).text();

    String key = server.sandbox(hex).sessionKey();
    assertThat(text)
        .isEqualTo(
            "[{\"id\":\""
                + hex
                + "\",\"created_by_user_id\":null,\"sandbox_id\":\""
                + hex
                + "\",\"selected_repository\":null,\"selected_branch\":null,\"git_provider\":null,"
                + "\"title\":\"Conversation "
                + hex.substring(0, 5)
                + "\",\"trigger\":null,\"pr_number\":[],\"llm_model\":\"openai/fake-model\","
                + "\"agent_kind\":\"openhands\",\"metrics\":{\"model_name\":\"default\","
                + "\"accumulated_cost\":0.0,\"max_budget_per_task\":null,"
                + "\"accumulated_token_usage\":{\"model\":\"\",\"prompt_tokens\":0,"
                + "\"completion_tokens\":0,\"cache_read_tokens\":0,\"cache_write_tokens\":0,"
                + "\"reasoning_tokens\":0,\"context_window\":0,\"per_turn_token\":0,"
                + "\"response_id\":\"\"}},\"parent_conversation_id\":null,"
                + "\"sub_conversation_ids\":[],\"public\":null,"
                + "\"tags\":{\"archiveworkspacepath\":\".\"},"
                + "\"created_at\":\"2026-11-24T03:00:00.500000Z\","
                + "\"updated_at\":\"2026-11-24T03:00:00.500000Z\",\"sandbox_status\":\"RUNNING\","
                + "\"execution_status\":\"running\",\"conversation_url\":\""
                + server.agentServer().baseUrl()
                + "/api/conversations/"
                + hex
                + "\",\"session_api_key\":\""
                + key
                + "\",\"acp_server\":null,\"launched_agent_profile\":null}]");
  }

  @Test
  void batchKeepsTheOrderOfTheRequestWithNullsAndRepeats() throws IOException {
    caller.ready(id);

    JsonNode answer =
        caller.get(STARTS + "?ids=" + UUID.randomUUID() + "&ids=" + id + "&ids=" + hex).json();

    assertThat(answer).hasSize(3);
    assertThat(answer.get(0).isNull()).isTrue();
    assertThat(answer.get(1).get("id").asText()).isEqualTo(hex);
    assertThat(answer.get(2).get("id").asText()).isEqualTo(hex);
  }

  @Test
  void batchTakesNinetyNineIdsAndNoMore() throws IOException {
    String query = String.join("&", Collections.nCopies(99, "ids=" + UUID.randomUUID()));

    assertThat(caller.get(STARTS + "?" + query).status()).isEqualTo(200);
    Caller.Answer refused = caller.get(STARTS + "?" + query + "&ids=" + id);
    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text()).isEqualTo("{\"detail\":\"Too many ids requested. Maximum is 99.\"}");
  }

  @Test
  void batchNamesBadIdsAndWantsAtLeastOne() throws IOException {
    Caller.Answer bad = caller.get(STARTS + "?ids=abc");
    assertThat(bad.status()).isEqualTo(400);
    assertThat(bad.text()).isEqualTo("{\"detail\":\"Invalid UUID format for ids: ['abc']\"}");
    assertThat(caller.get(STARTS + "?ids=").text())
        .isEqualTo("{\"detail\":\"Invalid UUID format for ids: ['']\"}");
    assertThat(caller.get(STARTS).status()).isEqualTo(422);
  }

  @Test
  void searchIsNewestFirstAndPagesByOffsetWithLenientTokens() throws IOException {
    String other = UUID.randomUUID().toString();
    caller.ready(id);
    clock.plusSeconds(5);
    caller.ready(other);

    JsonNode page = caller.get(STARTS + "/search?limit=1").json();
    assertThat(page.at("/items/0/id").asText()).isEqualTo(other.replace("-", ""));
    assertThat(page.get("next_page_id").asText()).isEqualTo("1");
    JsonNode last = caller.get(STARTS + "/search?limit=1&page_id=1").json();
    assertThat(last.at("/items/0/id").asText()).isEqualTo(hex);
    assertThat(last.get("next_page_id").isNull()).isTrue();
    assertThat(caller.get(STARTS + "/search?page_id=zzz").json().get("items")).hasSize(2);
    assertThat(caller.get(STARTS + "/search?page_id=-1").json().get("items")).hasSize(2);
    assertThat(caller.get(STARTS + "/search?page_id=99").json().get("items")).isEmpty();
    assertThat(caller.get(STARTS + "/search?limit=101").status()).isEqualTo(422);
  }

  @Test
  void filtersApplyToSearchAndCount() throws IOException {
    caller.ready(id);
    clock.plusSeconds(60);
    String other = UUID.randomUUID().toString();
    caller.ready(other);
    caller.send("PATCH", STARTS + "/" + other, "{\"title\":\"Fix_the build\"}");
    caller.send("PATCH", STARTS + "/" + id, "{\"title\":null}");

    assertThat(found("title__contains=fix")).isEqualTo(1);
    assertThat(found("title__contains=F_x")).isEqualTo(1);
    assertThat(found("title__contains=%25")).isEqualTo(1);
    assertThat(found("created_at__gte=2026-11-24T03:00:30Z")).isEqualTo(1);
    assertThat(found("created_at__lt=2026-11-24T03:00:30Z")).isEqualTo(1);
    assertThat(found("updated_at__gte=2026-11-24T03:00:30Z")).isEqualTo(2);
    assertThat(found("updated_at__lt=2026-11-24T03:00:30Z")).isEqualTo(0);
    assertThat(found("sandbox_id__eq=" + hex)).isEqualTo(1);
    assertThat(found("sandbox_id__eq=" + id)).isEqualTo(0);
    assertThat(caller.get(STARTS + "/search?created_at__lt=yesterday").status()).isEqualTo(422);
  }

  private int found(String query) throws IOException {
    int size = caller.get(STARTS + "/search?" + query).json().get("items").size();
    assertThat(caller.get(STARTS + "/count?" + query).text()).isEqualTo(String.valueOf(size));
    return size;
  }

  @Test
  void childrenAreHiddenFromSearchButCountedAndListedByBatch() throws IOException {
    caller.ready(id);
    String child = UUID.randomUUID().toString();
    caller.post(
        STARTS,
        "{\"conversation_id\":\"" + child + "\",\"parent_conversation_id\":\"" + id + "\"}");
    server.advance(8);

    JsonNode search = caller.get(STARTS + "/search").json().get("items");
    assertThat(search).hasSize(1);
    assertThat(search.get(0).get("sub_conversation_ids")).isEmpty();
    assertThat(caller.get(STARTS + "/search?include_sub_conversations=true").json().get("items"))
        .hasSize(2);
    assertThat(caller.get(STARTS + "/count").text()).isEqualTo("2");
    assertThat(caller.conversation(id).get("sub_conversation_ids").get(0).asText())
        .isEqualTo(child.replace("-", ""));
    assertThat(caller.conversation(child).get("parent_conversation_id").asText()).isEqualTo(hex);
  }
}
