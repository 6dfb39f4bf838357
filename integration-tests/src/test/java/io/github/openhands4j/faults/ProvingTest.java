package io.github.openhands4j.faults;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.openhands4j.contract.RunningTests;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A test that proves a row of the matrix.
 *
 * @param name its class and method
 * @param row the row
 * @param columns the columns it proves it for
 * @param pending whether it is not run yet
 */
record ProvingTest(String name, FaultRow row, Set<Column> columns, boolean pending) {

  private static final Path CLASSES = Path.of("target", "test-classes");
  private static final RunningTests TESTS = RunningTests.of("integration-tests");

  /** All of them, as the compiled tests of this module say. */
  static Map<FaultRow, List<ProvingTest>> all() {
    Map<FaultRow, Map<String, ProvingTest>> found = new EnumMap<>(FaultRow.class);
    new ClassFileImporter()
        .importPath(CLASSES).stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(it -> it.isAnnotatedWith(Row.class) || it.isAnnotatedWith(Row.Several.class))
            .flatMap(it -> of(it.reflect()).stream())
            .forEach(
                test ->
                    found
                        .computeIfAbsent(test.row(), row -> new TreeMap<>())
                        .put(test.name(), test));
    Map<FaultRow, List<ProvingTest>> all = new EnumMap<>(FaultRow.class);
    found.forEach((row, tests) -> all.put(row, List.copyOf(tests.values())));
    return all;
  }

  private static List<ProvingTest> of(Method method) {
    String name = method.getDeclaringClass().getSimpleName() + "." + method.getName();
    boolean pending = !TESTS.isRun(method.getDeclaringClass().getName(), method.getName());
    return List.of(method.getAnnotationsByType(Row.class)).stream()
        .map(
            row ->
                new ProvingTest(name, row.value(), EnumSet.copyOf(List.of(row.columns())), pending))
        .toList();
  }
}
