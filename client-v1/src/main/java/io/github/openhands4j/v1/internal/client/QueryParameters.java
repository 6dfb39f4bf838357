package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v1.ConversationQuery;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes queries as the server's parameters. */
final class QueryParameters {

  private static final int MOST_ROWS = 100;

  private QueryParameters() {}

  static Map<String, Object> ofCount(ConversationQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "title__contains", query.titleContains());
    put(parameters, "created_at__gte", query.createdAtGte());
    put(parameters, "created_at__lt", query.createdAtLt());
    put(parameters, "updated_at__gte", query.updatedAtGte());
    put(parameters, "updated_at__lt", query.updatedAtLt());
    put(parameters, "sandbox_id__eq", query.sandboxIdEq());
    return parameters;
  }

  static Map<String, Object> ofSearch(ConversationQuery query) {
    Integer limit = query.limit();
    if (limit != null && (limit < 1 || limit > MOST_ROWS)) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a page must be from 1 to " + MOST_ROWS + ".");
    }
    Map<String, Object> parameters = ofCount(query);
    put(parameters, "page_id", query.pageId());
    put(parameters, "limit", limit);
    put(parameters, "include_sub_conversations", query.includeSubConversations());
    return parameters;
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value.toString()); // times have a Z, as the server wants them
    }
  }
}
