package io.github.openhands4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Enough of a shell to list files: a few commands without side effects, joined by {@code ;}, {@code
 * &&}, {@code ||} and {@code |}. What it does not know is not found, exit code 127, as in a sandbox
 * without that program.
 */
final class Shell {

  /** What one command says and how it ends. */
  record Said(int code, String out, String err) {

    static Said ok(String out) {
      return new Said(0, out, "");
    }

    static Said failed(int code, String err) {
      return new Said(code, "", err + "\n");
    }

    /** The same without its errors. */
    Said muted() {
      return new Said(code, out, "");
    }
  }

  private final SimulatedWorkspace workspace;
  private final Map<String, Function<List<String>, Said>> programs;
  private String directory;
  private String input = "";

  /** A shell that starts in a directory. */
  Shell(SimulatedWorkspace workspace, String directory) {
    this.workspace = workspace;
    this.directory = directory;
    this.programs =
        Map.of(
            "cd", this::cd,
            "pwd", words -> Said.ok(this.directory + "\n"),
            "true", words -> Said.ok(""),
            "false", words -> new Said(1, "", ""),
            "echo", words -> Said.ok(String.join(" ", words) + "\n"),
            "cat", this::cat,
            "sort", words -> sort(),
            "ls", this::ls,
            "find", words -> new Find(workspace.tree(), this.directory).run(words),
            "git", this::git);
  }

  /** Runs a command line. */
  CommandAnswer run(String line) {
    List<ShellWords.Word> words;
    try {
      words = ShellWords.of(line);
    } catch (IllegalArgumentException e) {
      return CommandAnswer.exit(127)
          .stderr("bash: line 1: the simulator does not know " + e.getMessage() + "\n");
    }
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    int code = 0;
    boolean skip = false;
    List<ShellWords.Word> command = new ArrayList<>();
    for (ShellWords.Word word : withEnd(words)) {
      if (!word.operator() || word.text().startsWith("2>")) {
        command.add(word);
        continue;
      }
      if (!skip && !command.isEmpty()) {
        Said said = one(command);
        code = said.code();
        err.append(said.err());
        input = word.text().equals("|") ? said.out() : "";
        out.append(word.text().equals("|") ? "" : said.out());
      }
      command.clear();
      skip =
          (word.text().equals("&&") && code != 0)
              || (word.text().equals("||") && code == 0)
              || (word.text().equals("|") && skip);
    }
    CommandAnswer answer =
        out.isEmpty() ? CommandAnswer.exit(code) : CommandAnswer.exit(code, out.toString());
    return answer.stderr(err.toString());
  }

  private static List<ShellWords.Word> withEnd(List<ShellWords.Word> words) {
    return Stream.concat(words.stream(), Stream.of(new ShellWords.Word(";", true))).toList();
  }

  private Said one(List<ShellWords.Word> command) {
    boolean muted = command.removeIf(ShellWords.Word::operator);
    if (command.isEmpty()) {
      return Said.ok("");
    }
    List<String> words = command.stream().map(ShellWords.Word::text).toList();
    Function<List<String>, Said> program = programs.get(words.get(0));
    Said said =
        program == null
            ? Said.failed(127, "bash: line 1: " + words.get(0) + ": command not found")
            : program.apply(words.subList(1, words.size()));
    return muted ? said.muted() : said;
  }

  private Said cd(List<String> words) {
    String to = FileTree.resolve(directory, words.isEmpty() ? "/" : words.get(words.size() - 1));
    if (!workspace.tree().isDirectory(to)) {
      return Said.failed(1, "bash: line 1: cd: " + to + ": No such file or directory");
    }
    directory = to;
    return Said.ok("");
  }

  private Said cat(List<String> words) {
    StringBuilder out = new StringBuilder(words.isEmpty() ? input : "");
    for (String word : words) {
      byte[] bytes = workspace.tree().read(FileTree.resolve(directory, word));
      if (bytes == null) {
        return Said.failed(1, "cat: " + word + ": No such file or directory");
      }
      out.append(new String(bytes, StandardCharsets.UTF_8));
    }
    return Said.ok(out.toString());
  }

  private Said sort() {
    StringBuilder out = new StringBuilder();
    input.lines().sorted().forEach(line -> out.append(line).append('\n'));
    return Said.ok(out.toString());
  }

  /** One name a line; {@code -a} and {@code -A} show hidden ones, {@code -p} marks directories. */
  private Said ls(List<String> words) {
    List<String> flags = words.stream().filter(word -> word.matches("-[1aAp]+")).toList();
    List<String> places = words.stream().filter(word -> !word.startsWith("-")).toList();
    if (flags.size() + places.size() + (words.contains("--") ? 1 : 0) != words.size()) {
      return Said.failed(2, "ls: the simulator does not know this option");
    }
    boolean hidden = flags.stream().anyMatch(flag -> flag.matches(".*[aA].*"));
    boolean marked = flags.stream().anyMatch(flag -> flag.contains("p"));
    String place = FileTree.resolve(directory, places.isEmpty() ? "." : places.get(0));
    if (workspace.tree().isFile(place)) {
      return Said.ok(places.get(0) + "\n");
    }
    if (!workspace.tree().isDirectory(place)) {
      return Said.failed(2, "ls: cannot access '" + place + "': No such file or directory");
    }
    StringBuilder out = new StringBuilder();
    for (String name : workspace.tree().names(place)) {
      if (hidden || !name.startsWith(".")) {
        boolean isDirectory = workspace.tree().isDirectory(place + "/" + name);
        out.append(name).append(marked && isDirectory ? "/\n" : "\n");
      }
    }
    return Said.ok(out.toString());
  }

  private Said git(List<String> words) {
    String place = directory;
    List<String> rest = words;
    if (rest.size() > 1 && rest.get(0).equals("-C")) {
      place = FileTree.resolve(directory, rest.get(1));
      rest = rest.subList(2, rest.size());
    }
    Optional<String> repository = workspace.repositoryOf(place);
    if (repository.isEmpty()) {
      return Said.failed(
          128, "fatal: not a git repository (or any of the parent directories): .git");
    }
    String from = place;
    if (!rest.isEmpty() && rest.get(0).equals("ls-files")) {
      String end = rest.contains("-z") ? "\0" : "\n";
      StringBuilder out = new StringBuilder();
      workspace.tree().filesBelow(from).stream()
          .map(file -> FileTree.relative(from, file))
          .filter(file -> !file.startsWith(".git/"))
          .forEach(file -> out.append(file).append(end));
      return Said.ok(out.toString());
    }
    if (rest.equals(List.of("rev-parse", "--show-toplevel"))) {
      return Said.ok(repository.get() + "\n");
    }
    return Said.failed(1, "git: the simulator does not know this command");
  }
}
