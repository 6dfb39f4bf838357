package io.github.openhands4j.simulator.v0;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The files of a conversation, by path from the root. Not thread-safe. */
final class Workspace {

  static final String ROOT = "/workspace/project";

  private final Map<String, byte[]> files = new TreeMap<>();

  void write(String path, byte[] content) {
    files.put(relative(path).orElse(path), content.clone());
  }

  /** A path from the root; empty for one outside. */
  static Optional<String> relative(String path) {
    String clean = path.replaceAll("/+", "/").replaceAll("(?<=.)/$", "").replaceFirst("^\\./", "");
    if (clean.equals(ROOT) || clean.equals(".") || clean.isEmpty()) {
      return Optional.of("");
    }
    if (clean.startsWith(ROOT + "/")) {
      return Optional.of(clean.substring(ROOT.length() + 1));
    }
    return clean.startsWith("/") ? Optional.empty() : Optional.of(clean);
  }

  Optional<byte[]> read(String path) {
    return relative(path).map(files::get).map(byte[]::clone);
  }

  boolean isDirectory(String path) {
    return relative(path)
        .filter(dir -> dir.isEmpty() || files.keySet().stream().anyMatch(f -> isBelow(f, dir)))
        .isPresent();
  }

  private static boolean isBelow(String file, String directory) {
    return directory.isEmpty() || file.startsWith(directory + "/");
  }

  /** The names in a directory: directories first and with a slash; none if there is no such one. */
  List<String> names(String directory) {
    Optional<String> at = relative(directory);
    if (at.isEmpty()) {
      return List.of();
    }
    Set<String> directories = new LinkedHashSet<>();
    List<String> plain = new ArrayList<>();
    for (String file : files.keySet()) {
      if (isBelow(file, at.get())) {
        String rest = at.get().isEmpty() ? file : file.substring(at.get().length() + 1);
        int slash = rest.indexOf('/');
        if (slash < 0) {
          plain.add(rest);
        } else {
          directories.add(rest.substring(0, slash + 1));
        }
      }
    }
    List<String> names = new ArrayList<>(directories);
    names.sort(String.CASE_INSENSITIVE_ORDER);
    plain.sort(String.CASE_INSENSITIVE_ORDER);
    names.addAll(plain);
    return names;
  }

  Map<String, byte[]> all() {
    return files;
  }
}
