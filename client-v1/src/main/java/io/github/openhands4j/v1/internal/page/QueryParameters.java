package io.github.openhands4j.v1.internal.page;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.internal.json.TimeText;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.EventQuery;
import io.github.openhands4j.v1.ModelQuery;
import io.github.openhands4j.v1.RepositoryQuery;
import io.github.openhands4j.v1.StartTaskQuery;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes queries as the server's parameters. */
public final class QueryParameters {

  private static final int MOST_ROWS = 100;

  private QueryParameters() {}

  /**
   * The filters of a query.
   *
   * @param query the query
   * @return parameters by wire name
   */
  public static Map<String, Object> ofCount(ConversationQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "title__contains", query.titleContains());
    put(parameters, "created_at__gte", query.createdAtGte());
    put(parameters, "created_at__lt", query.createdAtLt());
    put(parameters, "updated_at__gte", query.updatedAtGte());
    put(parameters, "updated_at__lt", query.updatedAtLt());
    put(parameters, "sandbox_id__eq", query.sandboxIdEq());
    return parameters;
  }

  /**
   * A query.
   *
   * @param query the query
   * @return parameters by wire name
   * @throws ConfigurationException if its limit is not from 1 to 100, as the server wants it
   */
  public static Map<String, Object> ofSearch(ConversationQuery query) {
    Map<String, Object> parameters = ofCount(query);
    put(parameters, "page_id", query.pageId());
    putLimit(parameters, query.limit());
    put(parameters, "include_sub_conversations", query.includeSubConversations());
    return parameters;
  }

  /**
   * The filters of a query.
   *
   * @param query the query
   * @return parameters by wire name
   */
  public static Map<String, Object> ofCount(StartTaskQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "conversation_id__eq", query.conversationId());
    put(parameters, "created_at__gte", query.createdAtGte());
    return parameters;
  }

  /**
   * A query.
   *
   * @param query the query
   * @return parameters by wire name
   * @throws ConfigurationException if its limit is not from 1 to 100, as the server wants it
   */
  public static Map<String, Object> ofSearch(StartTaskQuery query) {
    Map<String, Object> parameters = ofCount(query);
    put(parameters, "sort_order", query.sortOrder());
    putLimit(parameters, query.limit());
    return parameters;
  }

  /**
   * A query.
   *
   * @param query the query
   * @return parameters by wire name
   * @throws ConfigurationException if its limit is not from 1 to 100, as the server wants it
   */
  public static Map<String, Object> ofSearch(RepositoryQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "provider", query.provider());
    put(parameters, "query", query.text());
    put(parameters, "installation_id", query.installationId());
    put(parameters, "sort_order", query.sortOrder());
    putLimit(parameters, query.limit());
    return parameters;
  }

  /**
   * A query.
   *
   * @param query the query
   * @return parameters by wire name
   * @throws ConfigurationException if its limit is not from 1 to 100, as the server wants it
   */
  public static Map<String, Object> ofSearch(ModelQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "query", query.text());
    put(parameters, "provider__eq", query.provider());
    put(parameters, "verified__eq", query.verified());
    putLimit(parameters, query.limit());
    return parameters;
  }

  /**
   * The filters of a query for stored events. The server compares their times, which have no zone
   * and are UTC, as texts with these: with a zone, an event of just that time would not be at or
   * after it.
   *
   * @param query the query
   * @return parameters by wire name
   */
  public static Map<String, Object> ofCount(EventQuery query) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    put(parameters, "kind__eq", query.kindEq());
    put(parameters, "timestamp__gte", withoutZone(query.timestampGte()));
    put(parameters, "timestamp__lt", withoutZone(query.timestampLt()));
    return parameters;
  }

  /**
   * A query for stored events.
   *
   * @param query the query
   * @return parameters by wire name
   * @throws ConfigurationException if its limit is not from 1 to 100, as the server wants it
   */
  public static Map<String, Object> ofSearch(EventQuery query) {
    Map<String, Object> parameters = ofCount(query);
    put(parameters, "sort_order", query.sortOrder());
    putLimit(parameters, query.limit());
    return parameters;
  }

  private static @Nullable String withoutZone(@Nullable Instant time) {
    return time == null ? null : TimeText.withoutZone(time);
  }

  private static void putLimit(Map<String, Object> parameters, @Nullable Integer limit) {
    if (limit != null && (limit < 1 || limit > MOST_ROWS)) {
      throw new ConfigurationException(
          ErrorCode.ARGUMENT_REFUSED, "The limit of a page must be from 1 to " + MOST_ROWS + ".");
    }
    put(parameters, "limit", limit);
  }

  private static void put(Map<String, Object> parameters, String name, @Nullable Object value) {
    if (value != null) {
      parameters.put(name, value.toString()); // other times have a Z, as the server wants them
    }
  }
}
