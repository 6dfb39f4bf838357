package io.github.openhands4j.simulator;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A {@code find} for listings: {@code -maxdepth -mindepth -type -name -path ! -not -prune -o -print
 * -print0 -printf}, without parentheses.
 */
final class Find {

  /** One expression of the line; true lets the next one of its group have its turn. */
  private interface Test {
    boolean passes(Visit visit);
  }

  /** One file or directory on its way through the expressions. */
  private static final class Visit {
    private final String start;
    private final String shown;
    private final String path;
    private final boolean directory;
    private boolean pruned;

    private Visit(String start, String shown, String path, boolean directory) {
      this.start = start;
      this.shown = shown;
      this.path = path;
      this.directory = directory;
    }
  }

  private final FileTree tree;
  private final String directory;
  private final List<List<Test>> groups = new ArrayList<>(List.of(new ArrayList<>()));
  private final StringBuilder out = new StringBuilder();
  private int least;
  private int most = Integer.MAX_VALUE;
  private boolean printing;

  /** For a tree, seen from a directory. */
  Find(FileTree tree, String directory) {
    this.tree = tree;
    this.directory = directory;
  }

  /** Runs with the words after the program's name. */
  Shell.Said run(List<String> words) {
    int places = 0;
    while (places < words.size() && !words.get(places).matches("-.+|!")) {
      places++;
    }
    try {
      parse(words.subList(places, words.size()));
    } catch (IllegalArgumentException e) {
      return Shell.Said.failed(1, "find: " + e.getMessage());
    }
    StringBuilder errors = new StringBuilder();
    for (String place : places == 0 ? List.of(".") : words.subList(0, places)) {
      String start = FileTree.resolve(directory, place);
      if (tree.isFile(start) || tree.isDirectory(start)) {
        visit(start, place);
      } else {
        errors.append("find: '").append(place).append("': No such file or directory\n");
      }
    }
    return new Shell.Said(errors.isEmpty() ? 0 : 1, out.toString(), errors.toString());
  }

  private void visit(String start, String place) {
    List<String> pruned = new ArrayList<>();
    for (String path : tree.walk(start)) {
      if (pruned.stream().anyMatch(above -> path.startsWith(above + "/"))) {
        continue;
      }
      String below = path.equals(start) ? "" : FileTree.relative(start, path);
      int depth = below.isEmpty() ? 0 : below.split("/").length;
      String shown = below.isEmpty() ? place : place.replaceFirst("/$", "") + "/" + below;
      Visit visit = new Visit(start, shown, path, tree.isDirectory(path));
      if (depth >= least && depth <= most) {
        judge(visit);
      }
      if (visit.pruned) {
        pruned.add(path);
      }
    }
  }

  private void judge(Visit visit) {
    for (List<Test> group : groups) {
      if (group.stream().allMatch(test -> test.passes(visit))) {
        if (!printing) {
          out.append(visit.shown).append('\n');
        }
        return;
      }
    }
  }

  private void parse(List<String> words) {
    boolean negated = false;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (word.equals("!") || word.equals("-not")) {
        negated = !negated;
        continue;
      }
      boolean valued = word.matches("-(maxdepth|mindepth|type|name|path|printf)");
      if (valued && i + 1 == words.size()) {
        throw new IllegalArgumentException("missing argument to '" + word + "'");
      }
      String value = valued ? words.get(i + 1) : "";
      i += valued ? 1 : 0;
      if (word.equals("-maxdepth")) {
        most = Integer.parseInt(value);
      } else if (word.equals("-mindepth")) {
        least = Integer.parseInt(value);
      } else if (word.equals("-o")) {
        groups.add(new ArrayList<>());
      } else {
        Test test = test(word, value);
        boolean not = negated;
        groups.get(groups.size() - 1).add(visit -> test.passes(visit) != not);
        negated = false;
      }
    }
  }

  private Test test(String word, String value) {
    Pattern glob = glob(value);
    printing |= word.startsWith("-print");
    return switch (word) {
      case "-type" -> visit -> value.equals(visit.directory ? "d" : "f");
      case "-name" -> visit -> glob.matcher(FileTree.name(visit.path)).matches();
      case "-path" -> visit -> glob.matcher(visit.shown).matches();
      case "-prune" -> visit -> visit.pruned = true;
      case "-print" -> visit -> say(visit.shown + "\n");
      case "-print0" -> visit -> say(visit.shown + "\0");
      case "-printf" -> visit -> say(formatted(value, visit));
      default -> throw new IllegalArgumentException("unknown predicate '" + word + "'");
    };
  }

  private boolean say(String text) {
    out.append(text);
    return true;
  }

  private static String formatted(String format, Visit visit) {
    String below = visit.path.equals(visit.start) ? "" : FileTree.relative(visit.start, visit.path);
    return format
        .replace("\\n", "\n")
        .replace("\\0", "\0")
        .replace("\\t", "\t")
        .replace("%Y", visit.directory ? "d" : "f") // there are no links to follow
        .replace("%y", visit.directory ? "d" : "f")
        .replace("%f", FileTree.name(visit.path))
        .replace("%P", below)
        .replace("%p", visit.shown);
  }

  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      String character = glob.substring(i, i + 1);
      switch (character) {
        case "*" -> regex.append(".*");
        case "?" -> regex.append('.');
        default -> regex.append(Pattern.quote(character));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
