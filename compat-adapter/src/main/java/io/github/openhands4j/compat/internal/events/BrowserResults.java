package io.github.openhands4j.compat.internal.events;

import io.github.openhands4j.model.v0.event.EventBuilder;
import java.util.List;
import java.util.Map;

/** {@code BrowserObservation}: V1 tells text and picture, the rest of V0's fields stay empty. */
final class BrowserResults {

  private static final String PICTURE = "data:image/png;base64,";

  private BrowserResults() {}

  static EventBuilder fill(EventBuilder event, Fields seen, Fields action) {
    boolean navigated = BrowserCalls.isNavigation(action);
    String url = action.textOrEmpty("url");
    String text = Content.ofResult(seen);
    boolean failed = Content.isError(seen);
    return event
        .observation("browse")
        .message("Visited " + url)
        .content(text)
        .extras(
            Args.of("url", url)
                .and("trigger_by_action", navigated ? "browse" : "browse_interactive")
                .and("screenshot", picture(seen.textOrEmpty("screenshot_data")))
                .and("screenshot_path", null)
                .and("set_of_marks", "")
                .and("error", failed)
                .and("goal_image_urls", List.of())
                .and("open_pages_urls", url.isEmpty() ? List.of() : List.of(url))
                .and("active_page_index", url.isEmpty() ? -1 : 0)
                .and("dom_object", Map.of())
                .and("axtree_object", Map.of())
                .and("extra_element_properties", Map.of())
                .and(
                    "last_browser_action",
                    action.values().isEmpty() ? "" : BrowserCalls.text(action))
                .and("last_browser_action_error", failed ? text : "")
                .and("focused_element_bid", "")
                .and("filter_visible_only", false)
                .map());
  }

  private static String picture(String data) {
    return data.isEmpty() || data.startsWith("data:") ? data : PICTURE + data;
  }
}
