package io.github.openhands4j.compat.internal.files;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** V0's listing of a folder, made of the output of {@link ListingCommand}; pure. */
final class Listing {

  /** V0 compared whole entries with these, so that they only count at the root. */
  private static final Set<String> HIDDEN =
      Set.of(".git/", ".DS_Store", "node_modules/", "__pycache__/", "lost+found/", ".vscode/");

  /** What {@code find} says of links that lead nowhere; V0 left them out. */
  private static final String NOWHERE = "NL?";

  private static final Comparator<String> BY_NAME =
      Comparator.comparing((String name) -> name.toLowerCase(Locale.ROOT))
          .thenComparing(Comparator.naturalOrder());

  private Listing() {}

  /**
   * The listing.
   *
   * @param output what the command wrote
   * @param path the folder as the caller typed it, put in front of each entry; null or empty for
   *     the root
   * @return folders first, with a slash at their end
   */
  static List<String> of(String output, @Nullable String path) {
    int end = output.lastIndexOf('\0') + 1;
    GitIgnore ignored = GitIgnore.of(output.substring(end));
    List<String> folders = new ArrayList<>();
    List<String> files = new ArrayList<>();
    for (String entry : output.substring(0, end).split("\0", -1)) {
      if (entry.length() > 1 && NOWHERE.indexOf(entry.charAt(0)) < 0) {
        boolean folder = entry.charAt(0) == 'd';
        (folder ? folders : files).add(entry.substring(1) + (folder ? "/" : ""));
      }
    }
    folders.sort(BY_NAME);
    files.sort(BY_NAME);
    return Stream.concat(folders.stream(), files.stream())
        .map(entry -> path == null ? entry : WorkspacePath.join(path, entry))
        .filter(entry -> !HIDDEN.contains(entry))
        .filter(entry -> !ignored.matches(entry))
        .toList();
  }
}
