package io.github.openhands4j.demo;

import java.io.PrintStream;

/** Where the demo writes: a status line in place on a terminal, plain lines otherwise. */
final class Screen {

  private static final String CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private String status = "";

  Screen(PrintStream out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void line(String text) {
    if (terminal && !status.isEmpty()) {
      out.print(CLEAR);
    }
    status = "";
    out.println(text);
  }

  /** Shows how something is going: {@code state} decides whether a plain line is worth printing. */
  void status(String state, String detail) {
    if (terminal) {
      out.print(CLEAR + "   " + state + "  " + detail);
      out.flush();
    } else if (!state.equals(status)) {
      out.println("   " + state);
    }
    status = state;
  }
}
