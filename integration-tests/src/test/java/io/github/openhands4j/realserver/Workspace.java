package io.github.openhands4j.realserver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of an agent: a folder on this machine, since real servers run agents as processes.
 *
 * @param root the folder
 */
public record Workspace(Path root) {

  /** What was there before any agent: git's own folder, and prompts that the V0 server reads. */
  private static final Set<String> KEPT = Set.of(".git", "openhands");

  void write(String path, byte[] content) {
    try {
      Path file = root.resolve(path);
      Files.createDirectories(file.getParent());
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String path, String text) {
    write(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The one workspace of all conversations of a V0 server, whose agents work in a folder of its
   * own.
   *
   * @param server the server
   * @return its workspace
   */
  public static Workspace ofAll(RealServer server) {
    return new Workspace(server.folder().resolve("work"));
  }

  /** Deletes what agents and tests have left. */
  public void empty() {
    try (Stream<Path> entries = Files.list(root)) {
      for (Path entry : entries.toList()) {
        if (!KEPT.contains(entry.getFileName().toString())) {
          delete(entry);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path entry) throws IOException {
    try (Stream<Path> all = Files.walk(entry)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  /**
   * Lets a file differ from what the provider has.
   *
   * @param path begins with the folder of the repository
   * @param before its text at the provider, or null for a new file
   * @param after its text here, or null for a deleted one
   */
  void change(String path, @Nullable String before, @Nullable String after) {
    int slash = path.indexOf('/');
    Workspace repository = new Workspace(root.resolve(path.substring(0, slash)));
    String file = path.substring(slash + 1);
    if (before != null) {
      repository.write(file, before);
      repository.git("add", file);
      repository.git("commit", "-q", "-m", "Change " + file);
      repository.git("update-ref", "refs/remotes/origin/main", "HEAD");
    }
    if (after != null) {
      repository.write(file, after);
    } else {
      delete(repository, file);
    }
  }

  private static void delete(Workspace repository, String file) {
    try {
      Files.delete(repository.root.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void git(String... words) {
    List<String> command = new ArrayList<>();
    command.addAll(List.of("git", "-C", root.toString()));
    command.addAll(List.of("-c", "user.name=test", "-c", "user.email=test@example.invalid"));
    command.addAll(List.of(words));
    try {
      int status = new ProcessBuilder(command).inheritIO().start().waitFor();
      if (status != 0) {
        throw new IllegalStateException(command + " -> " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
