package io.github.openhands4j.simulator.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** Runs test classes with JUnit and tells what became of them. */
record Trial(TestExecutionSummary summary) {

  static Trial of(Class<?>... classes) {
    return of(Map.of(), classes);
  }

  static Trial of(Map<String, String> parameters, Class<?>... classes) {
    LauncherDiscoveryRequest request =
        LauncherDiscoveryRequestBuilder.request()
            .selectors(
                Arrays.stream(classes).map(type -> (DiscoverySelector) selectClass(type)).toList())
            .filters(EngineFilter.includeEngines("junit-jupiter"))
            .configurationParameters(parameters)
            .build();
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(request, listener);
    return new Trial(listener.getSummary());
  }

  long succeeded() {
    return summary.getTestsSucceededCount();
  }

  /** The failures of tests and of classes. */
  List<Throwable> failures() {
    return summary.getFailures().stream().map(failure -> failure.getException()).toList();
  }
}
