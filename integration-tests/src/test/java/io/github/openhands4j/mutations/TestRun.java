package io.github.openhands4j.mutations;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.MethodSelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * What came of running tests in a class loader.
 *
 * @param ran how many tests ran to their end, good or bad
 * @param failures those that failed
 */
record TestRun(int ran, List<Failure> failures) {

  private static final Pattern NAME =
      Pattern.compile("(?<type>[\\w.]+)#(?<method>\\w+)(\\[(?<invocation>\\d+)])?");

  /**
   * A test that failed.
   *
   * @param test its name
   * @param isTest false for a container, such as a class or a source of arguments
   * @param cause why it failed
   */
  record Failure(String test, boolean isTest, Throwable cause) {

    /** The beginning of the cause, in one line. */
    String inOneLine() {
      String text = cause.toString().strip().replaceAll("\\s+", " ");
      return test + ": " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
    }

    /** Whether it failed for how it was loaded or found, not for what it saw. */
    boolean isOfLoading() {
      return !isTest
          || causes(cause)
              .anyMatch(c -> c instanceof LinkageError || c instanceof ClassNotFoundException);
    }

    private static Stream<Throwable> causes(Throwable first) {
      return Stream.iterate(first, cause -> cause != null, Throwable::getCause).limit(20);
    }
  }

  /**
   * Runs tests.
   *
   * @param loader loads them and what they test
   * @param tests their names, as in {@link Guard#tests()}
   * @return what came of it
   * @throws BrokenMutationException if there is no such test
   */
  static TestRun of(ClassLoader loader, Collection<String> tests) {
    ClassLoader before = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(loader);
    try {
      List<DiscoverySelector> selectors = new ArrayList<>();
      for (String test : tests) {
        selectors.add(selector(loader, test));
      }
      Listener listener = new Listener();
      launcher()
          .execute(
              LauncherDiscoveryRequestBuilder.request()
                  .selectors(selectors)
                  .filters(EngineFilter.includeEngines("junit-jupiter"))
                  .configurationParameter("junit.jupiter.execution.timeout.default", "20 s")
                  .build(),
              listener);
      return new TestRun(listener.ran, List.copyOf(listener.failures));
    } finally {
      Thread.currentThread().setContextClassLoader(before);
    }
  }

  /** One that does not take along what the surrounding run listens with. */
  private static Launcher launcher() {
    return LauncherFactory.create(
        LauncherConfig.builder()
            .enableTestExecutionListenerAutoRegistration(false)
            .enableLauncherSessionListenerAutoRegistration(false)
            .enableLauncherDiscoveryListenerAutoRegistration(false)
            .enablePostDiscoveryFilterAutoRegistration(false)
            .build());
  }

  private static DiscoverySelector selector(ClassLoader loader, String test) {
    Matcher name = NAME.matcher(test);
    if (!name.matches()) {
      throw new BrokenMutationException(test + " is no name of a test.");
    }
    MethodSelector method = method(loader, name.group("type"), name.group("method"));
    String invocation = name.group("invocation");
    return invocation == null
        ? method
        : DiscoverySelectors.selectIteration(method, Integer.parseInt(invocation) - 1);
  }

  private static MethodSelector method(ClassLoader loader, String type, String method) {
    try {
      Class<?> tests = Class.forName(Names.full(type), false, loader);
      return Stream.<Class<?>>iterate(tests, each -> each != null, Class::getSuperclass)
          .flatMap(each -> Arrays.stream(each.getDeclaredMethods()))
          .filter(each -> each.getName().equals(method))
          .map(each -> DiscoverySelectors.selectMethod(tests, each))
          .findFirst()
          .orElseThrow(
              () ->
                  new BrokenMutationException("There is no test " + method + " in " + type + "."));
    } catch (ClassNotFoundException | LinkageError e) {
      throw new BrokenMutationException("There is no class of tests " + type + ".", e);
    }
  }

  private static final class Listener implements TestExecutionListener {

    private final List<Failure> failures = new ArrayList<>();
    private int ran;

    @Override
    public void executionFinished(TestIdentifier it, TestExecutionResult result) {
      if (it.isTest() && result.getStatus() != TestExecutionResult.Status.ABORTED) {
        ran++;
      }
      if (result.getStatus() == TestExecutionResult.Status.FAILED) {
        failures.add(
            new Failure(
                it.getUniqueIdObject().getSegments().stream()
                    .skip(1)
                    .map(segment -> segment.getValue().replace(Names.ROOT, ""))
                    .collect(Collectors.joining(" ")),
                it.isTest(),
                result.getThrowable().orElseGet(() -> new AssertionError("no cause given"))));
      }
    }
  }
}
