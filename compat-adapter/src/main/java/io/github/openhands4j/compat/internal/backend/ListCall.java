package io.github.openhands4j.compat.internal.backend;

import io.github.openhands4j.compat.internal.translate.ListWalk;
import io.github.openhands4j.compat.internal.translate.ListWalk.Stage;
import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.RawAnswer;
import io.github.openhands4j.core.internal.time.ServerClock;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import io.github.openhands4j.model.v0.ConversationListQuery;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.ConversationQuery;
import io.github.openhands4j.v1.ConversationQueryBuilder;
import io.github.openhands4j.v1.OpenHandsClient;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * {@code GET /api/conversations}: a walk over V1's list that asks for exactly the rows still
 * missing, with V0's filters applied here.
 */
final class ListCall {

  private static final int DEFAULT_LIMIT = 20;
  private static final int MOST_UPSTREAM_ROWS = 100;
  private static final int MOST_UPSTREAM_PAGES = 10;

  /** As V0 had it. V1 gives rows that it dated anew during the walk last. */
  private static final Comparator<ConversationInfo> NEWEST_FIRST =
      Comparator.comparing(
          ConversationInfo::createdAt, Comparator.nullsFirst(Comparator.reverseOrder()));

  private final OpenHandsClient client;
  private final StillStarting stillStarting;
  private final Records records;
  private final TimeSource time;
  private final ServerClock server;

  private ListCall(
      OpenHandsClient client,
      StillStarting stillStarting,
      Records records,
      TimeSource time,
      ServerClock server) {
    this.client = client;
    this.stillStarting = stillStarting;
    this.records = records;
    this.time = time;
    this.server = server;
  }

  /** Lists with a client, whose answers tell the server's time. */
  static ListCall of(
      OpenHandsClient client, StillStarting stillStarting, Records records, TimeSource time) {
    ServerClock server = new ServerClock(time);
    OpenHandsClient telling =
        client.withOptions(options -> options.onAnswer(answer -> learn(server, answer)));
    return new ListCall(telling, stillStarting, records, time, server);
  }

  private static void learn(ServerClock server, RawAnswer answer) {
    server.answered(
        server.reading(),
        answer.header("date").stream().toList(),
        answer.header("age").stream().toList());
  }

  ConversationInfoResultSet make(ConversationListQuery query) {
    boolean known = server.now().isPresent();
    Instant began = now();
    ConversationInfoResultSet page = walked(query, began);
    boolean wasBehind = !known && now().isAfter(began.plus(ServerClock.MARGIN));
    return wasBehind && tokenOf(query).isEmpty() ? walked(query, now()) : page;
  }

  /** A walk that began earlier, by a clock that is behind, would have the newest rows last. */
  private Instant now() {
    Instant ours = time.now();
    return server
        .now()
        .filter(theirs -> theirs.isAfter(ours.plus(ServerClock.MARGIN)))
        .map(theirs -> theirs.plus(ServerClock.MARGIN))
        .orElse(ours)
        .truncatedTo(ChronoUnit.MICROS);
  }

  private ConversationInfoResultSet walked(ConversationListQuery query, Instant began) {
    Optional<String> token = tokenOf(query);
    Optional<ListWalk> walk = Optional.of(placeOf(token, began));
    int limit = Objects.requireNonNullElse(query.limit(), DEFAULT_LIMIT);
    Map<String, ConversationInfo> rows = new LinkedHashMap<>();
    for (int page = 0;
        page < MOST_UPSTREAM_PAGES && walk.isPresent() && rows.size() < limit;
        page++) {
      walk =
          walk.get().stage() == Stage.STARTS
              ? addStarts(walk.get(), query, limit, rows)
              : addRows(walk.get(), query, limit, rows);
    }
    return ConversationInfoResultSet.builder()
        .results(rows.values().stream().sorted(NEWEST_FIRST).toList())
        .nextPageId(walk.map(ListWalk::token).orElse(null))
        .build();
  }

  /** To V0 an empty token was none. */
  private static Optional<String> tokenOf(ConversationListQuery query) {
    return Optional.ofNullable(query.pageId()).filter(token -> !token.isEmpty());
  }

  private static ListWalk placeOf(Optional<String> token, Instant began) {
    return token
        .map(it -> ListWalk.parse(it).orElseThrow(() -> V0Bodies.detail(400, "Invalid page_id")))
        .orElseGet(() -> ListWalk.begin(began));
  }

  /** Conversations this process started that have no row yet stand first. */
  private Optional<ListWalk> addStarts(
      ListWalk walk, ConversationListQuery query, int limit, Map<String, ConversationInfo> rows) {
    StillStarting.Part part =
        stillStarting.read(walk.place() == null ? Long.MAX_VALUE : Long.parseLong(walk.place()));
    for (Map.Entry<Long, Found.Task> start : part.tasks().entrySet()) {
      ConversationInfo row = records.of(start.getValue().id(), start.getValue().task());
      if (matches(row, query)) {
        rows.put(row.conversationId(), row);
        if (rows.size() == limit) {
          return walk.after(start.getKey().toString());
        }
      }
    }
    return walk.after(part.next() == null ? null : part.next().toString());
  }

  private Optional<ListWalk> addRows(
      ListWalk walk, ConversationListQuery query, int limit, Map<String, ConversationInfo> rows) {
    Page<AppConversation> upstream = read(walk, query, limit - rows.size());
    upstream.items().stream()
        .map(records::of)
        .filter(row -> matches(row, query))
        .forEach(row -> rows.put(row.conversationId(), row));
    return walk.after(upstream.nextPageToken());
  }

  private Page<AppConversation> read(ListWalk walk, ConversationListQuery query, int missing) {
    ConversationQueryBuilder upstream =
        ConversationQuery.builder()
            .pageId(walk.place())
            .limit(Math.min(missing, MOST_UPSTREAM_ROWS))
            .includeSubConversations(query.includeSubConversations());
    return client
        .conversations()
        .search(
            (walk.stage() == Stage.TAIL
                    ? upstream.createdAtGte(walk.began())
                    : upstream.createdAtLt(walk.began()))
                .build());
  }

  private static boolean matches(ConversationInfo row, ConversationListQuery query) {
    return (query.selectedRepository() == null
            || query.selectedRepository().equals(row.selectedRepository()))
        && (query.conversationTrigger() == null
            || query.conversationTrigger().equals(row.trigger()));
  }
}
