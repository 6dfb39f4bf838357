package io.github.openhands4j.compat.internal.files;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** The rules of a {@code .gitignore}, for paths from its folder; pure. */
final class GitIgnore {

  /**
   * One line.
   *
   * @param keeps whether it takes back what lines above it ignore
   */
  private record Rule(Pattern pattern, boolean keeps) {}

  /** With many more, one line could take its reader for ever; whoever writes it is not trusted. */
  private static final int MOST_STARS = 6;

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
      if (rule.pattern.matcher(plain).matches()) {
        ignored = !rule.keeps;
      }
    }
    return ignored;
  }

  private static @Nullable Rule rule(String line) {
    String glob = withoutTrailingBlanks(line);
    if (glob.isEmpty() || glob.startsWith("#") || glob.equals("/") || stars(glob) > MOST_STARS) {
      return null;
    }
    boolean keeps = glob.startsWith("!");
    try {
      return new Rule(pattern(keeps ? glob.substring(1) : glob), keeps);
    } catch (PatternSyntaxException noGlob) { // as [z-a]: git fits nothing to it either
      return null;
    }
  }

  private static long stars(String glob) {
    return glob.chars().filter(letter -> letter == '*').count();
  }

  /** A blank at the end counts only if it is escaped. */
  private static String withoutTrailingBlanks(String line) {
    String text = line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
    while (text.endsWith(" ") && !text.endsWith("\\ ")) {
      text = text.substring(0, text.length() - 1);
    }
    return text;
  }

  /** What fits a folder fits everything in it; a slash before the end binds to the root. */
  private static Pattern pattern(String glob) {
    boolean foldersOnly = glob.endsWith("/");
    String body = foldersOnly ? glob.substring(0, glob.length() - 1) : glob;
    boolean bound = body.indexOf('/') >= 0;
    String from = body.startsWith("/") ? body.substring(1) : body;
    String end = foldersOnly ? "/.*" : "(?:/.*)?";
    return Pattern.compile(
        (bound ? "" : "(?:.*/)?") + GlobText.regexOf(from) + end, Pattern.DOTALL);
  }
}
