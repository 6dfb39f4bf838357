package io.github.openhands4j.demo;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where the built programs are and what they run with.
 *
 * @param root the project's folder
 */
record Programs(Path root) {

  static final String OLD_MAIN = "com.example.old.OldApplication";
  static final String NEW_MAIN = "com.example.fresh.NewApplication";

  /** The old application's own jar. */
  Path oldJar() {
    return jarOf("old-application");
  }

  /** What the old application was built with: the V0 client alone. */
  List<Path> oldClassPath() {
    return with(oldJar(), classPathOf("examples/old-application"));
  }

  /** The same jar after one dependency was swapped. */
  List<Path> swappedClassPath() {
    return classPathOf("examples/old-application-swapped");
  }

  /** The new application and the V1 client. */
  List<Path> newClassPath() {
    return with(jarOf("new-application"), classPathOf("examples/new-application"));
  }

  /** The compiled classes of this module. */
  Path demoClasses() {
    return root.resolve("integration-tests/target/classes");
  }

  private Path jarOf(String example) {
    Path target = root.resolve("examples").resolve(example).resolve("target");
    String prefix = "openhands4j-example-" + example + "-";
    try (Stream<Path> files = Files.list(target)) {
      return files
          .filter(file -> file.getFileName().toString().startsWith(prefix))
          .filter(file -> file.getFileName().toString().endsWith(".jar"))
          .findFirst()
          .orElseThrow(() -> notBuilt(example));
    } catch (IOException e) {
      throw notBuilt(example);
    }
  }

  private List<Path> classPathOf(String folder) {
    try {
      String text = Files.readString(root.resolve(folder).resolve("target/classpath.txt"));
      return Arrays.stream(text.strip().split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException e) {
      throw notBuilt(folder);
    }
  }

  private static List<Path> with(Path first, List<Path> rest) {
    return Stream.concat(Stream.of(first), rest.stream()).toList();
  }

  private static DemoException notBuilt(String what) {
    return new DemoException(what + " is not built; run ./demo, which builds it.");
  }
}
