package io.github.openhands4j.compat.internal.files;

import java.util.List;
import java.util.Objects;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The rules of a {@code .gitignore}, for paths from its folder; pure. */
final class GitIgnore {

  /**
   * One line.
   *
   * @param keeps whether it takes back what lines above it ignore
   */
  private record Rule(Glob glob, boolean keeps) {}

  private final List<Rule> rules;

  private GitIgnore(List<Rule> rules) {
    this.rules = rules;
  }

  /** Reads the text of a file; an empty one ignores nothing. */
  static GitIgnore of(String text) {
    return new GitIgnore(text.lines().map(GitIgnore::rule).filter(Objects::nonNull).toList());
  }

  /**
   * Whether a path is ignored: the last line that fits decides.
   *
   * @param path a path from the folder of the file; a folder ends with a slash
   */
  boolean matches(String path) {
    String plain = path.startsWith("/") ? path.substring(1) : path;
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.glob.fits(plain)) {
        ignored = !rule.keeps;
      }
    }
    return ignored;
  }

  private static @Nullable Rule rule(String line) {
    String glob = withoutTrailingBlanks(line);
    if (glob.isEmpty() || glob.startsWith("#") || glob.equals("/")) {
      return null;
    }
    boolean keeps = glob.startsWith("!");
    try {
      return new Rule(GlobText.read(keeps ? glob.substring(1) : glob), keeps);
    } catch (PatternSyntaxException noGlob) { // as [z-a]: git fits nothing to it either
      return null;
    }
  }

  /** A blank at the end counts only if it is escaped. */
  private static String withoutTrailingBlanks(String line) {
    int end = line.endsWith("\r") ? line.length() - 1 : line.length();
    while (end > 0 && line.charAt(end - 1) == ' ' && (end < 2 || line.charAt(end - 2) != '\\')) {
      end--;
    }
    return line.substring(0, end);
  }
}
