package io.github.openhands4j.compat.internal.files;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Reads globs as git writes them; pure. */
final class GlobText {

  private final String glob;
  private final List<GlobStep> steps = new ArrayList<>();
  private int at;

  private GlobText(String glob) {
    this.glob = glob;
  }

  /**
   * Reads one. What fits a folder fits everything in it; a slash before the end binds to the root.
   *
   * @throws java.util.regex.PatternSyntaxException if a set of characters is none
   */
  static Glob read(String text) {
    boolean foldersOnly = text.endsWith("/");
    String body = foldersOnly ? text.substring(0, text.length() - 1) : text;
    GlobText reader = new GlobText(body.startsWith("/") ? body.substring(1) : body);
    if (body.indexOf('/') < 0) {
      reader.steps.add(GlobStep.FOLDERS);
    }
    while (reader.at < reader.glob.length()) {
      reader.next();
    }
    return new Glob(reader.steps, foldersOnly);
  }

  /** One star stays in a folder, two of them do not. */
  private void next() {
    if (glob.startsWith("**/", at) && isPartStart()) {
      folders();
    } else if (glob.startsWith("/**", at) && at + 3 == glob.length()) {
      steps.add(GlobStep.letter('/'));
      steps.add(GlobStep.ANYTHING);
      at += 3;
    } else if (glob.charAt(at) == '*') {
      while (at < glob.length() && glob.charAt(at) == '*') {
        at++;
      }
      steps.add(GlobStep.STAR);
    } else if (glob.charAt(at) == '?') {
      steps.add(GlobStep.NAME_LETTER);
      at++;
    } else if (glob.charAt(at) == '[' && set()) {
      return;
    } else {
      literal();
    }
  }

  /** Twice in a row means the same as once. */
  private void folders() {
    if (steps.isEmpty() || !steps.get(steps.size() - 1).equals(GlobStep.FOLDERS)) {
      steps.add(GlobStep.FOLDERS);
    }
    at += 3;
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
    StringBuilder regex = new StringBuilder(not ? "[^/" : "[");
    for (char c : glob.substring(begin, end).toCharArray()) {
      regex.append("\\[]^&".indexOf(c) >= 0 ? "\\" + c : String.valueOf(c));
    }
    Predicate<String> letters = Pattern.compile(regex.append(']').toString()).asMatchPredicate();
    steps.add(new GlobStep(GlobStep.Kind.ONE, c -> letters.test(Character.toString(c))));
    at = end + 1;
    return true;
  }

  private void literal() {
    boolean escaped = glob.charAt(at) == '\\' && at + 1 < glob.length();
    int from = escaped ? at + 1 : at;
    steps.add(GlobStep.letter(glob.codePointAt(from)));
    at = glob.offsetByCodePoints(from, 1);
  }
}
