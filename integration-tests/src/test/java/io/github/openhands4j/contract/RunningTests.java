package io.github.openhands4j.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tests that an ordinary build runs. A test that is switched off, that stands in an abstract
 * class which nothing extends, or that needs a real server proves nothing there, so whatever says
 * "this has a test" asks here. Read from the sources: those of other modules are no classes here.
 */
public final class RunningTests {

  private static final Pattern UNIT = Pattern.compile("Test\\w*|\\w+(Test|Tests|TestCase)");
  private static final Pattern INTEGRATION = Pattern.compile("IT\\w*|\\w+(IT|ITCase)");
  private static final Pattern LEFT_OUT =
      Pattern.compile("<tests\\.left\\.out>%regex\\[(.+)]</tests\\.left\\.out>");

  private final Map<String, TestClass> classes;
  private final Predicate<String> leftOut;

  private RunningTests(Map<String, TestClass> classes, Predicate<String> leftOut) {
    this.classes = classes;
    this.leftOut = leftOut;
  }

  /**
   * The tests of some modules.
   *
   * @param modules their folders' names
   * @return what their sources say
   */
  public static RunningTests of(String... modules) {
    try {
      return read(
          Arrays.stream(modules).map(module -> Path.of("..", module, "src/test/java")).toList(),
          Files.readString(Path.of("pom.xml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The tests of some folders, less the integration tests that a POM leaves out. */
  static RunningTests read(List<Path> folders, String pom) throws IOException {
    // profiles leave out others
    Matcher regex = LEFT_OUT.matcher(pom.split("<profiles>", 2)[0]);
    if (!regex.find()) {
      throw new IllegalArgumentException("the POM does not say which tests it leaves out");
    }
    return new RunningTests(
        TestSources.read(folders), Pattern.compile(regex.group(1)).asMatchPredicate());
  }

  /**
   * The classes in which a method runs as a test.
   *
   * @param type the full name of a class that has the method or inherits it
   * @param method the method's name
   * @return full names of classes of tests; empty if it is not run
   */
  public SortedSet<String> runners(String type, String method) {
    return classes.values().stream()
        .filter(this::isRun)
        .filter(each -> line(each).anyMatch(it -> it.name().equals(type)))
        .filter(each -> nearest(each, method).map(TestMethod::isTest).orElse(false))
        .map(TestClass::name)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * Whether a method runs as a test somewhere.
   *
   * @param type the full name of a class that has the method or inherits it
   * @param method the method's name
   * @return false if it is switched off, is no test, or does not exist
   */
  public boolean isRun(String type, String method) {
    return !runners(type, method).isEmpty();
  }

  /**
   * The tests that run in a class and have an annotation.
   *
   * @param type the full name of a class of tests
   * @param annotation the annotation's short name
   * @return what stands in its parentheses, by the methods' names
   */
  public SortedMap<String, String> marked(String type, String annotation) {
    SortedMap<String, String> marked = new TreeMap<>();
    Optional.ofNullable(classes.get(type)).stream()
        .flatMap(this::line)
        .flatMap(each -> each.methods().entrySet().stream())
        .filter(method -> method.getValue().marks().containsKey(annotation))
        .filter(method -> runners(type, method.getKey()).contains(type))
        .forEach(
            method ->
                marked.putIfAbsent(method.getKey(), method.getValue().marks().get(annotation)));
    return marked;
  }

  private boolean isRun(TestClass type) {
    if (!type.canRun()) {
      return false;
    }
    if (type.outer() != null) {
      TestClass outer = classes.get(type.outer());
      return type.marks().contains("Nested") && outer != null && isRun(outer);
    }
    String name = type.simpleName();
    boolean integration = INTEGRATION.matcher(name).matches();
    return UNIT.matcher(name).matches()
        || (integration && !leftOut.test("/" + type.name().replace('.', '/') + ".class"));
  }

  /** A class and those it inherits from, nearest first. */
  private Stream<TestClass> line(TestClass type) {
    return Stream.iterate(type, each -> each != null, each -> parentOf(each));
  }

  private @Nullable TestClass parentOf(TestClass type) {
    return type.parent() == null ? null : classes.get(type.parent());
  }

  private Optional<TestMethod> nearest(TestClass type, String method) {
    return line(type)
        .filter(each -> each.methods().containsKey(method))
        .map(each -> each.methods().get(method))
        .findFirst();
  }
}
