package io.github.openhands4j.realserver.twin;

import io.github.openhands4j.model.ConversationTrigger;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v0.ConversationListQueryBuilder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists with all filters, pages and tokens. */
final class ListScenarios {

  private static final int MOST_PAGES = 6;

  private ListScenarios() {}

  static List<Scenario> all() {
    return List.of(
        new Scenario("list-of-nothing", ListScenarios::nothing),
        new Scenario("list", ListScenarios::some));
  }

  static ConversationListQueryBuilder query() {
    return ConversationListQuery.builder();
  }

  private static void nothing(Session session) {
    queries().forEach((name, query) -> list(session, name, query));
  }

  private static void some(Session session) {
    session.create(
        "first",
        CreateScenarios.request().build(),
        first -> {
          session.await(first, AgentState.IDLE);
          session.create(
              "second",
              CreateScenarios.request().repository("octo/app").build(),
              second -> {
                session.await(second, AgentState.IDLE);
                session.create(
                    "third",
                    CreateScenarios.saying("FINISH: x"),
                    third -> {
                      session.await(third, AgentState.DONE);
                      queries().forEach((name, query) -> list(session, name, query));
                      walk(session, 1);
                      walk(session, 2);
                      walk(session, 3);
                    });
              });
        });
  }

  private static Map<String, ConversationListQuery> queries() {
    Map<String, ConversationListQuery> queries = new LinkedHashMap<>();
    queries.put("all", query().build());
    for (int limit : List.of(-1, 0, 1, 2, 3, 100, 101)) {
      queries.put("limit " + limit, query().limit(limit).build());
    }
    for (String token : List.of("", "bad")) {
      queries.put(
          "page [" + token.replace("\u00E4", "umlaut") + "]", query().pageId(token).build());
    }
    for (String content :
        List.of(
            "{\"v0\": \"MQ==\", \"v1\": null}", "{\"v0\": null, \"v1\": \"1\"}", "{}", "nothing")) {
      queries.put("page of " + content, query().pageId(base64(content)).build());
    }
    queries.put("repository", query().selectedRepository("octo/app").build());
    queries.put("other repository", query().selectedRepository("octo/other").build());
    queries.put("upper case repository", query().selectedRepository("OCTO/APP").build());
    queries.put("empty repository", query().selectedRepository("").build());
    queries.put("trigger gui", query().conversationTrigger(ConversationTrigger.GUI).build());
    queries.put(
        "trigger api", query().conversationTrigger(ConversationTrigger.OPENHANDS_API).build());
    queries.put("trigger slack", query().conversationTrigger(ConversationTrigger.SLACK).build());
    queries.put(
        "unknown trigger", query().conversationTrigger(ConversationTrigger.of("nosuch")).build());
    queries.put("with sub conversations", query().includeSubConversations(true).build());
    queries.put("without sub conversations", query().includeSubConversations(false).build());
    return queries;
  }

  private static String base64(String content) {
    return Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<ConversationInfoResultSet> list(
      Session session, String name, ConversationListQuery query) {
    return session.step("list " + name, () -> session.client().listConversations(query));
  }

  /** Follows the tokens until there is none. */
  private static void walk(Session session, int limit) {
    String token = null;
    for (int page = 1; page <= MOST_PAGES; page++) {
      ConversationListQuery query = query().limit(limit).pageId(token).build();
      token =
          list(session, "walk by " + limit + ", page " + page, query)
              .map(ConversationInfoResultSet::nextPageId)
              .orElse(null);
      if (token == null) {
        return;
      }
    }
  }
}
