package io.github.openhands4j.compat.internal.files;

import java.util.regex.Pattern;

/** Globs as git writes them, as regular expressions: right, and slow with many stars. */
final class GlobRegex {

  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int at;

  private GlobRegex(String glob) {
    this.glob = glob;
  }

  /** Whether a line fits a path, for lines without blanks at their end. */
  static boolean fits(String line, String path) {
    boolean foldersOnly = line.endsWith("/");
    String body = foldersOnly ? line.substring(0, line.length() - 1) : line;
    String start = body.indexOf('/') >= 0 ? "" : "(?:.*/)?";
    String from = body.startsWith("/") ? body.substring(1) : body;
    String end = foldersOnly ? "/.*" : "(?:/.*)?";
    return Pattern.compile(start + regexOf(from) + end, Pattern.DOTALL).matcher(path).matches();
  }

  /** The regular expression of a glob: one star stays in a folder, two of them do not. */
  private static String regexOf(String glob) {
    GlobRegex text = new GlobRegex(glob);
    while (text.at < glob.length()) {
      text.next();
    }
    return text.regex.toString();
  }

  private void next() {
    if (glob.startsWith("**/", at) && isPartStart()) {
      regex.append("(?:.*/)?");
      at += 3;
    } else if (glob.startsWith("/**", at) && at + 3 == glob.length()) {
      regex.append("/.*");
      at += 3;
    } else if (glob.charAt(at) == '*') {
      while (at < glob.length() && glob.charAt(at) == '*') {
        at++;
      }
      regex.append("[^/]*");
    } else if (glob.charAt(at) == '?') {
      regex.append("[^/]");
      at++;
    } else if (glob.charAt(at) == '[' && set()) {
      return;
    } else {
      literal();
    }
  }

  private boolean isPartStart() {
    return at == 0 || glob.charAt(at - 1) == '/';
  }

  /** A set of characters; without its closing bracket the opening one stands for itself. */
  private boolean set() {
    boolean not = at + 1 < glob.length() && "!^".indexOf(glob.charAt(at + 1)) >= 0;
    int begin = at + (not ? 2 : 1);
    int end = glob.indexOf(']', begin + 1);
    if (begin >= glob.length() || end < 0) {
      return false;
    }
    regex.append(not ? "[^/" : "[");
    for (char c : glob.substring(begin, end).toCharArray()) {
      regex.append("\\[]^&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    }
    regex.append(']');
    at = end + 1;
    return true;
  }

  private void literal() {
    boolean escaped = glob.charAt(at) == '\\' && at + 1 < glob.length();
    int from = escaped ? at + 1 : at;
    int end = glob.offsetByCodePoints(from, 1);
    regex.append(Pattern.quote(glob.substring(from, end)));
    at = end;
  }
}
