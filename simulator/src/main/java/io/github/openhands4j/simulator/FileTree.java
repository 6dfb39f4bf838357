package io.github.openhands4j.simulator;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Files and directories in memory, by absolute path. */
final class FileTree {

  private final NavigableMap<String, byte[]> files = new TreeMap<>();
  private final NavigableSet<String> directories = new TreeSet<>();
  private final NavigableMap<String, String> links = new TreeMap<>();

  /** A tree with the directories down to the given one. */
  FileTree(String root) {
    directories.add("/");
    makeDirectory(root);
  }

  /** An absolute path without dots and doubled slashes; relative ones start at the given place. */
  static String resolve(String from, String path) {
    Deque<String> parts = new ArrayDeque<>();
    for (String part : List.of((path.startsWith("/") ? path : from + "/" + path).split("/"))) {
      if (part.equals("..")) {
        parts.pollLast();
      } else if (!part.isEmpty() && !part.equals(".")) {
        parts.add(part);
      }
    }
    return "/" + String.join("/", parts);
  }

  /** The name at the end of a path. */
  static String name(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** Writes a file and makes its directories. */
  void write(String path, byte[] bytes) {
    String at = resolve("/", path);
    makeDirectory(at.substring(0, Math.max(1, at.lastIndexOf('/'))));
    files.put(at, bytes.clone());
  }

  /** Gives a file one more name (a hard link). */
  void link(String path, String target) {
    String at = resolve("/", target);
    byte[] content = files.get(at);
    if (content == null) {
      throw new IllegalArgumentException("there is no file " + target);
    }
    write(path, content);
    links.put(resolve("/", path), at);
  }

  /** The file whose other name a path is, or null. */
  @Nullable String linkedTo(String path) {
    return links.get(resolve("/", path));
  }

  /** Makes a directory and those above it. */
  void makeDirectory(String path) {
    for (String at = resolve("/", path); directories.add(at); ) {
      at = at.substring(0, Math.max(1, at.lastIndexOf('/')));
    }
  }

  /** Removes a file, or a directory with everything below it. */
  void delete(String path) {
    String at = resolve("/", path);
    files.remove(at);
    files.keySet().removeIf(file -> isBelow(at, file));
    directories.removeIf(directory -> directory.equals(at) || isBelow(at, directory));
    directories.add("/");
  }

  /** The content of a file, null when there is none. */
  byte @Nullable [] read(String path) {
    byte[] bytes = files.get(resolve("/", path));
    return bytes == null ? null : bytes.clone();
  }

  /** True for a file. */
  boolean isFile(String path) {
    return files.containsKey(resolve("/", path));
  }

  /** True for a directory. */
  boolean isDirectory(String path) {
    return directories.contains(resolve("/", path));
  }

  /** All files at or below a path, sorted. */
  List<String> filesBelow(String path) {
    String at = resolve("/", path);
    return files.keySet().stream().filter(file -> file.equals(at) || isBelow(at, file)).toList();
  }

  /** A path with all files and directories below it, sorted; empty when there is nothing. */
  List<String> walk(String path) {
    String at = resolve("/", path);
    return Stream.concat(files.keySet().stream(), directories.stream())
        .filter(each -> each.equals(at) || isBelow(at, each))
        .sorted()
        .toList();
  }

  /** The names directly in a directory, sorted. */
  List<String> names(String path) {
    String at = resolve("/", path);
    return walk(at).stream()
        .filter(each -> !each.equals(at) && each.indexOf('/', below(at).length()) < 0)
        .map(FileTree::name)
        .toList();
  }

  /** All files. */
  List<String> files() {
    return List.copyOf(Collections.unmodifiableSet(files.keySet()));
  }

  /** A path as seen from a directory above it. */
  static String relative(String directory, String path) {
    return path.substring(below(directory).length());
  }

  private static boolean isBelow(String directory, String path) {
    return path.startsWith(below(directory)) && !path.equals(directory);
  }

  private static String below(String directory) {
    return directory.equals("/") ? "/" : directory + "/";
  }
}
