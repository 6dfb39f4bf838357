package io.github.openhands4j.compat.internal.http.route;

import static io.github.openhands4j.compat.internal.http.schema.Field.nullable;
import static io.github.openhands4j.compat.internal.http.schema.Field.optional;
import static io.github.openhands4j.compat.internal.http.schema.Field.required;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.Numbers;
import io.github.openhands4j.compat.internal.http.schema.RequestModels;
import io.github.openhands4j.compat.internal.http.schema.Types;
import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.CreateConversationRequest;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.List;

/** Conversations: create, list, read, rename, delete, start, stop. */
final class ConversationRoutes {

  private static final String ALL = "/api/conversations";
  private static final String ONE = "/api/conversations/{id}";

  private ConversationRoutes() {}

  static List<Route> all() {
    return List.of(
        Route.of("POST", ALL, ErrorShape.MESSAGE, ConversationRoutes::create)
            .body(BodyRule.json(RequestModels.CREATE)),
        Route.of("GET", ALL, ErrorShape.DETAIL, ConversationRoutes::list)
            .query(
                nullable("page_id", Types.text()),
                optional("limit", Numbers.integer()),
                nullable("selected_repository", Types.text()),
                nullable("conversation_trigger", RequestModels.TRIGGER_WORD),
                optional("include_sub_conversations", Numbers.flag())),
        Route.of("GET", ONE, ErrorShape.DETAIL, ConversationRoutes::get).checkingId(),
        Route.of("DELETE", ONE, ErrorShape.DETAIL, ConversationRoutes::delete).checkingId(),
        Route.of("GET", ONE + "/remember-prompt", ErrorShape.DETAIL, RuntimeRoutes::remember)
            .query(required("event_id", Numbers.integer()))
            .checkingId(),
        Route.of("POST", ONE + "/start", ErrorShape.RUNTIME, ConversationRoutes::start)
            .body(BodyRule.json(RequestModels.START))
            .checkingId(),
        Route.of("POST", ONE + "/stop", ErrorShape.RUNTIME, ConversationRoutes::stop).checkingId(),
        Route.of("PATCH", ONE, ErrorShape.MESSAGE, ConversationRoutes::rename)
            .body(BodyRule.json(RequestModels.RENAME))
            .checkingId(),
        Route.of("POST", ONE + "/exp-config", ErrorShape.DETAIL, RuntimeRoutes::experiment)
            .body(BodyRule.json(RequestModels.EXPERIMENT))
            .checkingId(),
        Route.of(
                "GET",
                "/api/microagent-management/conversations",
                ErrorShape.DETAIL,
                ConversationRoutes::microagentConversations)
            .query(
                required("selected_repository", Types.text()),
                nullable("page_id", Types.text()),
                optional("limit", Numbers.integer())));
  }

  private static V0Response create(Call call, OpenHandsV0Client client) {
    CreateConversationRequest request =
        Answers.typed(call.object(), CreateConversationRequest.class);
    return Answers.json(200, client.createConversation(request));
  }

  private static V0Response list(Call call, OpenHandsV0Client client) {
    ConversationListQuery query =
        ConversationListQuery.builder()
            .pageId(call.text("page_id"))
            .limit(call.number("limit"))
            .selectedRepository(call.text("selected_repository"))
            .conversationTrigger(call.word("conversation_trigger", ConversationTrigger::of))
            .includeSubConversations(call.flag("include_sub_conversations"))
            .build();
    return Answers.json(200, Records.shown(client.listConversations(query), call));
  }

  private static V0Response get(Call call, OpenHandsV0Client client) {
    return Answers.json(
        200, client.getConversation(call.id()).map(info -> Records.shown(info, call)).orElse(null));
  }

  private static V0Response delete(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.deleteConversation(call.id()));
  }

  private static V0Response rename(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.updateConversation(call.id(), call.bodyText("title")));
  }

  private static V0Response start(Call call, OpenHandsV0Client client) {
    List<ProviderType> providers =
        call.bodyTexts("providers_set").stream().map(ProviderType::of).toList();
    return Answers.json(200, client.startConversation(call.id(), providers));
  }

  private static V0Response stop(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.stopConversation(call.id()));
  }

  private static V0Response microagentConversations(Call call, OpenHandsV0Client client) {
    return Answers.json(
        200,
        Records.shown(
            client
                .user()
                .microagentConversations(
                    call.requiredText("selected_repository"),
                    call.text("page_id"),
                    call.number("limit")),
            call));
  }
}
