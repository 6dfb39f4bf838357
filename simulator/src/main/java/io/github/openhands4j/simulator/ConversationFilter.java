package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The filters that search and count of conversations share; null lets everything through. */
record ConversationFilter(
    @Nullable Pattern title,
    @Nullable Instant createdFrom,
    @Nullable Instant createdBefore,
    @Nullable Instant updatedFrom,
    @Nullable Instant updatedBefore,
    @Nullable String sandboxId) {

  /** Reads them from a query. */
  static ConversationFilter from(QueryReader query) {
    String title = query.text("title__contains");
    return new ConversationFilter(
        title == null ? null : like(title),
        query.time("created_at__gte"),
        query.time("created_at__lt"),
        query.time("updated_at__gte"),
        query.time("updated_at__lt"),
        query.text("sandbox_id__eq"));
  }

  /** An SQL LIKE pattern with anything around it: {@code %} and {@code _} are wildcards. */
  private static Pattern like(String text) {
    StringBuilder regex = new StringBuilder(".*");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
    }
    return Pattern.compile(
        regex.append(".*").toString(), Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** True when the conversation passes all of them. */
  boolean admits(SimulatedConversation conversation) {
    return titleFits(Json.text(conversation.fields(), "title"))
        && within(conversation.createdAt(), createdFrom, createdBefore)
        && within(conversation.updatedAt(), updatedFrom, updatedBefore)
        && (sandboxId == null || sandboxId.equals(conversation.sandboxId()));
  }

  private boolean titleFits(@Nullable String value) {
    return title == null || (value != null && title.matcher(value).matches());
  }

  private static boolean within(Instant time, @Nullable Instant from, @Nullable Instant before) {
    return (from == null || !time.isBefore(from)) && (before == null || time.isBefore(before));
  }
}
