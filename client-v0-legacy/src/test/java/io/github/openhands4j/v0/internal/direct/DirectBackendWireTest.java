package io.github.openhands4j.v0.internal.direct;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationStatus;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What goes over the wire, and what is made of the answers. */
class DirectBackendWireTest {

  private static final String ID = "5c9f0d2b7a4e4b6f8c1d2e3f4a5b6c7d";
  private static final String OK =
      "{\"status\":\"ok\",\"conversation_id\":\""
          + ID
          + "\",\"message\":null,\"conversation_status\":\"STARTING\"}";

  @Test
  void createSendsNoNullsAndReadsTheId() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, OK));
        OpenHandsV0Client client = Backends.to(server)) {
      var created =
          client.createConversation(
              CreateConversationRequest.builder()
                  .initialUserMsg("Fix it")
                  .repository("octo/app")
                  .gitProvider(ProviderType.GITHUB)
                  .build());

      assertThat(created.conversationId()).isEqualTo(ID);
      assertThat(created.conversationStatus()).isEqualTo(ConversationStatus.STARTING);
      assertThat(server.seen())
          .containsExactly(
              new Seen(
                  "POST",
                  "/api/conversations",
                  "application/json",
                  "{\"repository\":\"octo/app\",\"git_provider\":\"github\",\"initial_user_msg\":\"Fix"
                      + " it\"}"));
    }
  }

  @Test
  void anEmptyCreateSendsAnEmptyObject() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, OK));
        OpenHandsV0Client client = Backends.to(server)) {
      client.createConversation(CreateConversationRequest.builder().build());

      assertThat(server.seen().get(0).body()).isEqualTo("{}");
    }
  }

  @Test
  void getOfAnUnknownIdIsEmpty() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "null"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.getConversation(ID)).isEmpty();
      assertThat(server.lines()).containsExactly("GET /api/conversations/" + ID);
    }
  }

  @Test
  void listLeavesOutWhatIsNotSet() {
    try (ScriptedServer server = listServer();
        OpenHandsV0Client client = Backends.to(server)) {
      var page = client.listConversations(ConversationListQuery.firstPage());

      assertThat(page.results()).isEmpty();
      assertThat(page.nextPageId()).isNull();
      assertThat(server.lines()).containsExactly("GET /api/conversations");
    }
  }

  @Test
  void listEncodesItsParameters() {
    try (ScriptedServer server = listServer();
        OpenHandsV0Client client = Backends.to(server)) {
      client.listConversations(
          ConversationListQuery.builder()
              .pageId("eyJ2MCI6ICJNZz09IiwgInYxIjogbnVsbH0+/=")
              .limit(0)
              .selectedRepository("octo/a%2Fb,c&limit=9")
              .conversationTrigger(ConversationTrigger.of("openhands_api"))
              .includeSubConversations(true)
              .build());

      assertThat(server.lines())
          .containsExactly(
              "GET /api/conversations?page_id=eyJ2MCI6ICJNZz09IiwgInYxIjogbnVsbH0%2B/%3D"
                  + "&limit=0&selected_repository=octo/a%252Fb%2Cc%26limit%3D9"
                  + "&conversation_trigger=openhands_api&include_sub_conversations=true");
    }
  }

  private static ScriptedServer listServer() {
    return ScriptedServer.always(Reply.json(200, "{\"results\":[],\"next_page_id\":null}"));
  }

  @Test
  void renameSendsTheTitleOnly() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "true"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.updateConversation(ID, "New \"title\"")).isTrue();
      assertThat(server.seen())
          .containsExactly(
              new Seen(
                  "PATCH",
                  "/api/conversations/" + ID,
                  "application/json",
                  "{\"title\":\"New \\\"title\\\"\"}"));
    }
  }

  @Test
  void deleteTellsWhetherThereWasSomething() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "false"));
        OpenHandsV0Client client = Backends.to(server)) {
      assertThat(client.deleteConversation(ID)).isFalse();
      assertThat(server.lines()).containsExactly("DELETE /api/conversations/" + ID);
    }
  }

  @Test
  void startSendsAnArrayAndStopSendsNothing() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, OK));
        OpenHandsV0Client client = Backends.to(server)) {
      client.startConversation(ID, List.of(ProviderType.GITHUB, ProviderType.GITLAB));
      client.startConversation(ID, List.of());
      client.stopConversation(ID);

      assertThat(server.seen())
          .containsExactly(
              new Seen(
                  "POST",
                  "/api/conversations/" + ID + "/start",
                  "application/json",
                  "{\"providers_set\":[\"github\",\"gitlab\"]}"),
              new Seen(
                  "POST",
                  "/api/conversations/" + ID + "/start",
                  "application/json",
                  "{\"providers_set\":[]}"),
              new Seen("POST", "/api/conversations/" + ID + "/stop", null, ""));
    }
  }

  @Test
  void messageSendsItsText() {
    try (ScriptedServer server = ScriptedServer.always(Reply.json(200, "{\"success\":true}"));
        OpenHandsV0Client client = Backends.to(server)) {
      client.addMessage(ID, "Go on");

      assertThat(server.seen())
          .containsExactly(
              new Seen(
                  "POST",
                  "/api/conversations/" + ID + "/message",
                  "application/json",
                  "{\"message\":\"Go on\"}"));
    }
  }
}
