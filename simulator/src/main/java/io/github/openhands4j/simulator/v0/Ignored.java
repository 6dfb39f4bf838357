package io.github.openhands4j.simulator.v0;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Tells which files a listing leaves out: a few names, which are compared with whole entries and so
 * hit at the root only, and the patterns of the root's {@code .gitignore}. Of those, names and
 * stars are understood.
 */
final class Ignored {

  private static final Set<String> NAMES =
      Set.of(".git/", ".DS_Store", "node_modules/", "__pycache__/", "lost+found/", ".vscode/");

  private final List<String> patterns;

  private Ignored(List<String> patterns) {
    this.patterns = patterns;
  }

  static Ignored in(Workspace workspace) {
    String text =
        workspace
            .read(".gitignore")
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    return new Ignored(
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList());
  }

  boolean contains(String entry) {
    return NAMES.contains(entry) || patterns.stream().anyMatch(pattern -> hits(pattern, entry));
  }

  private static boolean hits(String pattern, String entry) {
    boolean directoriesOnly = pattern.endsWith("/");
    String wanted = pattern.replaceAll("^/|/$", "");
    String glob = Pattern.quote(wanted).replace("*", "\\E[^/]*\\Q");
    String path = entry.replaceFirst("/$", "");
    boolean anywhere = !wanted.contains("/") && !pattern.startsWith("/");
    String name = anywhere ? path.substring(path.lastIndexOf('/') + 1) : path;
    return (!directoriesOnly || entry.endsWith("/")) && Pattern.matches(glob, name);
  }
}
