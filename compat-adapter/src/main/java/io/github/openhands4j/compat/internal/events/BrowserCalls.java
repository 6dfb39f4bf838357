package io.github.openhands4j.compat.internal.events;

import java.util.Locale;
import java.util.stream.Collectors;

/** Actions of the browser as text, the way V0's agents wrote them. */
final class BrowserCalls {

  private static final String NAVIGATE = "BrowserNavigateAction";

  private BrowserCalls() {}

  static boolean isNavigation(Fields action) {
    return NAVIGATE.equals(action.get("kind"));
  }

  static boolean isBrowser(Fields action) {
    String kind = action.textOrEmpty("kind");
    return kind.startsWith("Browser") && kind.endsWith("Action");
  }

  /** For example {@code click(index=3, new_tab=False)}. */
  static String text(Fields action) {
    if (isNavigation(action)) {
      return "goto(\"" + action.textOrEmpty("url") + "\")";
    }
    String name =
        action
            .textOrEmpty("kind")
            .replaceAll("^Browser|Action$", "")
            .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
            .toLowerCase(Locale.ROOT);
    String arguments =
        action.without("kind").entrySet().stream()
            .map(each -> each.getKey() + "=" + PythonText.repr(each.getValue()))
            .collect(Collectors.joining(", "));
    return name + "(" + arguments + ")";
  }
}
