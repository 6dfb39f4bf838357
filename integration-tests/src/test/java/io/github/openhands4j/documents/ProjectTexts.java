package io.github.openhands4j.documents;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The texts the project consists of, by their paths: nothing that was made from them. */
final class ProjectTexts extends SimpleFileVisitor<Path> {

  private static final Set<String> LEFT_OUT =
      Set.of(
          ".git",
          "target",
          ".flattened-pom.xml",
          ".idea",
          ".vscode",
          ".settings",
          ".project",
          ".classpath");

  private final Path root;
  private final Map<String, String> texts = new TreeMap<>();

  private ProjectTexts(Path root) {
    this.root = root;
  }

  /** All below a folder. */
  static Map<String, String> under(Path root) throws IOException {
    ProjectTexts found = new ProjectTexts(root);
    Files.walkFileTree(root, found);
    return found.texts;
  }

  private static boolean isLeftOut(Path path) {
    return LEFT_OUT.contains(path.getFileName().toString());
  }

  @Override
  public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
    return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
  }

  @Override
  public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
    if (attributes.isRegularFile() && !isLeftOut(file)) {
      try {
        String path = root.relativize(file).toString().replace('\\', '/');
        texts.put(path, Files.readString(file));
      } catch (CharacterCodingException noText) {
        // compiled, or packed
      }
    }
    return FileVisitResult.CONTINUE;
  }
}
