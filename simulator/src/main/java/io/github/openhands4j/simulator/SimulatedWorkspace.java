package io.github.openhands4j.simulator;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The files of a sandbox, what git says about them and what its shell answers, to look at and to
 * set up. Everything is in memory; no command is ever executed. A live view, thread-safe.
 */
public final class SimulatedWorkspace {

  /** Where conversations work; a repository is a folder in it. */
  public static final String ROOT = "/workspace/project";

  /**
   * A change that git reports.
   *
   * @param repository the absolute path of the repository
   * @param status one of ADDED, UPDATED, DELETED, MOVED
   * @param path the file as seen from the repository
   * @param original the content before, null when there was no file
   * @param modified the content now, null when there is no file
   */
  record Change(
      String repository,
      String status,
      String path,
      @Nullable String original,
      @Nullable String modified) {}

  private final World world;
  private final FileTree tree = new FileTree(ROOT);
  private final Map<Pattern, CommandAnswer> answers = new LinkedHashMap<>();
  private final List<String> commands = new ArrayList<>();
  private final TreeSet<String> repositories = new TreeSet<>();
  private final List<Change> changes = new ArrayList<>();

  /** A workspace without files. */
  SimulatedWorkspace(World world) {
    this.world = world;
  }

  /**
   * Writes a file and makes the directories above it.
   *
   * @param path absolute, or as seen from {@link #ROOT}
   * @param bytes the whole content
   */
  public void put(String path, byte[] bytes) {
    world.change(at -> write(path, bytes));
  }

  /**
   * Writes a file of text.
   *
   * @param path absolute, or as seen from {@link #ROOT}
   * @param text the whole content, written as UTF-8
   */
  public void put(String path, String text) {
    put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Gives a file one more name (a hard link). Archives hold the content once.
   *
   * @param path the new name, absolute or as seen from {@link #ROOT}
   * @param target a file that is there, whose name sorts before the new one
   */
  public void link(String path, String target) {
    world.change(at -> tree.link(FileTree.resolve(ROOT, path), FileTree.resolve(ROOT, target)));
  }

  /**
   * Makes a directory and those above it.
   *
   * @param path absolute, or as seen from {@link #ROOT}
   */
  public void makeDirectory(String path) {
    world.change(at -> tree.makeDirectory(FileTree.resolve(ROOT, path)));
  }

  /**
   * Removes a file, or a directory with everything below it.
   *
   * @param path absolute, or as seen from {@link #ROOT}; nothing happens when it is not there
   */
  public void delete(String path) {
    world.change(at -> tree.delete(FileTree.resolve(ROOT, path)));
  }

  /**
   * The content of a file.
   *
   * @param path absolute, or as seen from {@link #ROOT}
   * @return a copy, nothing when there is no such file
   */
  public Optional<byte[]> file(String path) {
    return world.look(() -> Optional.ofNullable(bytes(path)));
  }

  /**
   * All files.
   *
   * @return their absolute paths, sorted
   */
  public List<String> paths() {
    return world.look(tree::files);
  }

  /**
   * Makes a directory a git repository.
   *
   * @param path absolute, or as seen from {@link #ROOT}
   */
  public void makeRepository(String path) {
    world.change(at -> repository(path));
  }

  /**
   * Lets git report a change; the files themselves stay as they are.
   *
   * @param repository the repository, absolute or as seen from {@link #ROOT}
   * @param status one of ADDED, UPDATED, DELETED, MOVED
   * @param path the file as seen from the repository
   * @param original the content before, null when there was no file
   * @param modified the content now, null when there is no file
   */
  public void gitChange(
      String repository,
      String status,
      String path,
      @Nullable String original,
      @Nullable String modified) {
    world.change(
        at -> changes.add(new Change(repository(repository), status, path, original, modified)));
  }

  /**
   * Answers commands in place of the small shell of the simulator; the newest answer that fits
   * counts.
   *
   * @param commandRegex a regular expression that the whole command must match; a dot also stands
   *     for the end of a line
   * @param answer what they say
   */
  public void answer(String commandRegex, CommandAnswer answer) {
    Pattern pattern = Pattern.compile(commandRegex, Pattern.DOTALL);
    world.change(at -> answers.put(pattern, answer));
  }

  /**
   * All commands that the agent server was told to run, oldest first.
   *
   * @return an unchangeable copy
   */
  public List<String> commands() {
    return world.look(() -> List.copyOf(commands));
  }

  private String repository(String path) {
    String at = FileTree.resolve(ROOT, path);
    tree.makeDirectory(at);
    repositories.add(at);
    return at;
  }

  /** Runs a command. */
  CommandAnswer run(String command, String directory) {
    commands.add(command);
    CommandAnswer answer = null;
    for (Map.Entry<Pattern, CommandAnswer> each : answers.entrySet()) {
      if (each.getKey().matcher(command).matches()) {
        answer = each.getValue();
      }
    }
    return answer == null ? new Shell(this, directory).run(command) : answer;
  }

  /** The content of a file, null when there is none. */
  byte @Nullable [] bytes(String path) {
    return tree.read(FileTree.resolve(ROOT, path));
  }

  /** Writes a file. */
  void write(String path, byte[] bytes) {
    tree.write(FileTree.resolve(ROOT, path), bytes);
  }

  /** The files and directories. */
  FileTree tree() {
    return tree;
  }

  /** The repository a path lies in, the innermost one. */
  Optional<String> repositoryOf(String path) {
    return repositories.descendingSet().stream()
        .filter(root -> path.equals(root) || path.startsWith(root + "/"))
        .findFirst();
  }

  /** What git reports about a repository. */
  List<Change> changes(String repository) {
    return changes.stream().filter(change -> change.repository().equals(repository)).toList();
  }
}
