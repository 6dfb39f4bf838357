package io.github.openhands4j.demo;

import io.github.openhands4j.model.ConversationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The three runs of the demo, on one server. */
final class MainJob {

  private static final String MESSAGE = "Say hello and finish.";
  private static final String FAILED = "failed: ";
  private static final Pattern HEX_ID = Pattern.compile("\\b[0-9a-f]{32}\\b");

  private final Screen screen;
  private final Programs programs;

  MainJob(Screen screen, Programs programs) {
    this.screen = screen;
    this.programs = programs;
  }

  /** Runs it; true if every program did what it should. */
  boolean run(Server server) {
    screen.line("Server: " + server.description());
    return oldApplicationIsToldThatV0IsGone(server)
        && oldApplicationOnV1(server)
        && newApplication(server);
  }

  private boolean oldApplicationIsToldThatV0IsGone(Server server) {
    screen.line("");
    screen.line("1. The old application with openhands4j-client-v0-legacy, as it always was");
    showJar(programs.oldJar());
    List<String> ends = new ArrayList<>();
    long began = System.nanoTime();
    Program program = new Program(Programs.OLD_MAIN, programs.oldClassPath(), server.environment());
    program.runWhile(
        List.of(MESSAGE),
        line -> {
          boolean taken = line.startsWith("< createConversation");
          if (taken || line.startsWith(FAILED)) {
            ends.add(line);
          }
          show(line, "", began);
          return !taken;
        });
    if (ends.stream().anyMatch(line -> line.startsWith("< "))) {
      screen.line("   this server still has V0; the old application works on it as it is");
    }
    return ends.stream().anyMatch(line -> line.contains("[OHJ-071]"));
  }

  private boolean oldApplicationOnV1(Server server) {
    screen.line("");
    screen.line("2. The same jar, not recompiled, with openhands4j-compat-adapter in its place");
    showJar(oldJarIn(programs.swappedClassPath()));
    CallTable table = new CallTable();
    List<String> ids = new ArrayList<>();
    List<String> arguments = new ArrayList<>(List.of(MESSAGE));
    arguments.addAll(server.oldArguments());
    long began = System.nanoTime();
    int code =
        new Program(Programs.OLD_MAIN, programs.swappedClassPath(), server.environment())
            .run(
                arguments,
                line -> {
                  String answer = table.read(line);
                  Matcher id = HEX_ID.matcher(answer);
                  if (id.find()) {
                    ids.add(id.group());
                  }
                  show(line, answer, began);
                });
    if (ids.isEmpty()) {
      return false;
    }
    screen.line("");
    table.lines().forEach(screen::line);
    screen.line("");
    int starts = server.startsOf(ConversationId.parse(ids.get(0)));
    screen.line("starts seen by the server: " + starts);
    return code == 0 && starts == 1;
  }

  private boolean newApplication(Server server) {
    screen.line("");
    screen.line("3. A new application with openhands4j-client-v1");
    long began = System.nanoTime();
    int code =
        new Program(Programs.NEW_MAIN, programs.newClassPath(), server.environment())
            .run(
                List.of(MESSAGE),
                line -> {
                  if (line.startsWith("start ") || line.startsWith("sandbox ")) {
                    screen.status(line, elapsed(began));
                  } else if (!line.contains("call finished")) {
                    screen.line("   " + line);
                  }
                });
    return code == 0;
  }

  private void show(String line, String answer, long began) {
    if (line.startsWith("< getConversation")) {
      screen.status(answer, elapsed(began));
    } else if (line.equals("> createConversation")) {
      screen.status("createConversation ...", elapsed(began));
    } else if (!line.matches("[<>] .*|(DEBUG|INFO) .*")) {
      screen.line("   " + line);
    }
  }

  private void showJar(Path jar) {
    screen.line("   " + jar.getFileName() + ", class files sha256 " + ClassDigest.of(jar));
  }

  private Path oldJarIn(List<Path> classPath) {
    String name = programs.oldJar().getFileName().toString();
    Optional<Path> jar =
        classPath.stream().filter(p -> p.getFileName().toString().equals(name)).findFirst();
    return jar.orElseThrow(() -> new DemoException("the swapped class path does not hold " + name));
  }

  private static String elapsed(long began) {
    return Duration.ofNanos(System.nanoTime() - began).toSeconds() + " s";
  }
}
