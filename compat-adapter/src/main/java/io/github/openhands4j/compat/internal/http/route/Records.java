package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.model.v0.ConversationInfo;
import io.github.openhands4j.model.v0.ConversationInfoResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Records of conversations as HTTP callers get them. Below, {@code url} and {@code session_api_key}
 * lead to a server that speaks V1; callers append V0 paths to the one and send the other along, so
 * they get the address they are at, and no key.
 */
final class Records {

  private Records() {}

  static Map<String, @Nullable Object> shown(ConversationInfo info, Call call) {
    return local(Call.object(Answers.plain(info)), call);
  }

  static Map<String, @Nullable Object> shown(ConversationInfoResultSet page, Call call) {
    Map<String, @Nullable Object> shown = Call.object(Answers.plain(page));
    List<Object> rows = new ArrayList<>();
    page.results().forEach(info -> rows.add(shown(info, call)));
    shown.replace("results", rows);
    return shown;
  }

  private static Map<String, @Nullable Object> local(
      Map<String, @Nullable Object> record, Call call) {
    if (record.get("url") != null) {
      String path = PercentText.encode("/api/conversations/" + record.get("conversation_id"));
      record.replace("url", call.target().origin() + path);
    }
    record.replace("session_api_key", null);
    return record;
  }
}
