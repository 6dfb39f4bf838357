package io.github.openhands4j.demo;

import io.github.openhands4j.core.OpenHandsException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;

/**
 * The main job, as a user would see it: the old application's jar fails on its own dependency,
 * works with the swapped one, and a new application follows.
 *
 * <p>Arguments: {@code --real-server} runs it on a real server on loopback, {@code --bad-input}
 * shows what wrong set-ups are answered with; {@code --help}.
 */
public final class Demo {

  private static final String USAGE =
      """
      usage: ./demo [--real-server | --bad-input]

        without a key      runs on a simulator of a server that speaks V1 only
        OPENHANDS_API_KEY  runs on a real service, and starts two conversations there
        OPENHANDS_BASE_URL the service, default https://app.all-hands.dev
        --real-server      runs on a real server that it starts on loopback, with a model that is
                           not real; needs Python 3.12 or 3.13, the first time a minute and 1 GB
        --bad-input        shows the one line that each wrong set-up is answered with
      """;

  private Demo() {}

  /**
   * Runs the demo and ends the process with 0, with 1 if something failed, with 2 for a wrong
   * argument.
   *
   * @param args as the class says
   */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    Screen screen = new Screen(out, Boolean.getBoolean("demo.terminal"));
    Programs programs = new Programs(Path.of(System.getProperty("demo.root", ".")));
    System.exit(run(args, screen, programs, System.getenv()));
  }

  static int run(String[] args, Screen screen, Programs programs, Map<String, String> environment) {
    try {
      if (args.length == 0) {
        return mainJob(Server.of(environment), screen, programs);
      }
      if (args.length == 1 && args[0].equals("--real-server")) {
        screen.line("Starting a real server ...");
        return mainJob(Server.Loopback.start(programs.root()), screen, programs);
      }
      if (args.length == 1 && args[0].equals("--bad-input")) {
        new BadInput(screen, programs).run();
        return 0;
      }
      USAGE.lines().forEach(screen::line);
      return args.length == 1 && args[0].equals("--help") ? 0 : 2;
    } catch (DemoException | OpenHandsException | IllegalStateException e) {
      screen.line("demo: " + e.getMessage());
      return 1;
    }
  }

  private static int mainJob(Server started, Screen screen, Programs programs) {
    try (Server server = started) {
      return new MainJob(screen, programs).run(server) ? 0 : 1;
    }
  }
}
