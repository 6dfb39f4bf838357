package io.github.openhands4j.simulator.junit;

import io.github.openhands4j.simulator.OpenHandsSimulator;
import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives each test a simulator and stops it afterwards.
 *
 * <pre>
 * {@literal @}ExtendWith(OpenHandsExtension.class)
 * class NightlyJobTest {
 *   {@literal @}Test
 *   void aStuckAgentIsReported(OpenHandsSimulator server, {@literal @}ServerUrl URI url) {
 *     server.nextStart(Outcome.stuck());
 *     // run your code against url
 *     assertThat(server.journal().starts()).isEqualTo(1);
 *   }
 * }
 * </pre>
 *
 * <ul>
 *   <li>Each test has a new simulator at an address of its own, unless {@link
 *       OpenHandsExtensionBuilder#perClass()} says otherwise. So tests may run at the same time.
 *   <li>Parameters of tests, of {@code @BeforeEach} and of {@code @AfterEach}: {@link
 *       OpenHandsSimulator}, {@link ServerUrl} and {@link ServerKey}. With {@code perClass()} also
 *       those of {@code @BeforeAll}, {@code @AfterAll} and of the constructor.
 *   <li>The simulator wants the key {@link #KEY}.
 *   <li>A test that sent a request for which the simulator has no route fails. Routes that only
 *       older or newer agent servers have count as routes.
 *   <li>When a test fails, the requests it made are listed on standard error, without keys.
 * </ul>
 *
 * {@link #builder()} changes that, for a field with {@code @RegisterExtension}. Thread-safe.
 */
public final class OpenHandsExtension
    implements BeforeAllCallback,
        AfterAllCallback,
        BeforeEachCallback,
        AfterEachCallback,
        ParameterResolver {

  /** The key simulators want by default. It opens nothing else. */
  public static final String KEY = "test-key-of-no-real-server";

  private static final String SERVER = "server";

  private final boolean perClass;
  private final Supplier<OpenHandsSimulatorBuilder> setUp;
  private final boolean unknownAllowed;
  private final @Nullable PrintStream journalTo;

  /** An extension with the defaults, for {@code @ExtendWith}. */
  public OpenHandsExtension() {
    this(false, OpenHandsExtension::standard, false, null);
  }

  OpenHandsExtension(
      boolean perClass,
      Supplier<OpenHandsSimulatorBuilder> setUp,
      boolean unknownAllowed,
      @Nullable PrintStream journalTo) {
    this.perClass = perClass;
    this.setUp = setUp;
    this.unknownAllowed = unknownAllowed;
    this.journalTo = journalTo;
  }

  /**
   * A builder with the defaults.
   *
   * @return a new builder
   */
  public static OpenHandsExtensionBuilder builder() {
    return new OpenHandsExtensionBuilder();
  }

  static OpenHandsSimulatorBuilder standard() {
    return OpenHandsSimulator.builder().apiKey(KEY);
  }

  /** Starts the simulator of a class, if it has one and its enclosing class has not. */
  @Override
  public void beforeAll(ExtensionContext context) {
    if (perClass && find(context) == null) {
      start(context);
    }
  }

  /** Starts the simulator of a test, or lets the journals of its class begin anew. */
  @Override
  public void beforeEach(ExtensionContext context) {
    if (!perClass) {
      start(context);
      return;
    }
    OpenHandsSimulator server = find(context);
    if (server == null) {
      throw new ExtensionConfigurationException(
          "An OpenHandsExtension with perClass() must be in a static field.");
    }
    server.journal().clear();
    server.agentServer().journal().clear();
  }

  /**
   * Looks at what a test sent, lists its requests if it failed, and stops its simulator.
   *
   * @throws AssertionError if the test sent requests that the simulator has no route for
   */
  @Override
  public void afterEach(ExtensionContext context) {
    OpenHandsSimulator server = find(context);
    if (server == null) {
      return;
    }
    try {
      judge(context, server);
    } finally {
      stop(context);
    }
  }

  /** Stops the simulator of a class. */
  @Override
  public void afterAll(ExtensionContext context) {
    stop(context);
  }

  /** True for what the type's documentation names. */
  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return Injected.of(parameter) != null;
  }

  /**
   * The simulator, its address or its key.
   *
   * @throws ParameterResolutionException if there is no simulator (yet)
   */
  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    OpenHandsSimulator server = find(context);
    Injected what = Injected.of(parameter);
    if (server == null || what == null) {
      throw new ParameterResolutionException(
          "There is no simulator here: each test gets its own, so only tests, @BeforeEach and"
              + " @AfterEach can take it. OpenHandsExtension.builder().perClass() starts one for"
              + " the whole class.");
    }
    return what.part().apply(server);
  }

  private void judge(ExtensionContext context, OpenHandsSimulator server) {
    String unknown = unknownAllowed ? "" : RequestText.unknown(server);
    boolean failed =
        context
            .getExecutionException()
            .filter(failure -> !(failure instanceof TestAbortedException))
            .isPresent();
    if (failed || !unknown.isEmpty()) {
      (journalTo == null ? System.err : journalTo)
          .println(
              context.getRequiredTestClass().getSimpleName()
                  + ", "
                  + context.getDisplayName()
                  + ": failed. "
                  + RequestText.all(server));
    }
    if (!unknown.isEmpty()) {
      throw new AssertionError(unknown);
    }
  }

  private void start(ExtensionContext context) {
    store(context).put(SERVER, setUp.get().start());
  }

  /** Stops what was started for this very context; what its parents have stays. */
  private void stop(ExtensionContext context) {
    OpenHandsSimulator server = store(context).remove(SERVER, OpenHandsSimulator.class);
    if (server != null) {
      server.close();
    }
  }

  private @Nullable OpenHandsSimulator find(ExtensionContext context) {
    return store(context).get(SERVER, OpenHandsSimulator.class);
  }

  private ExtensionContext.Store store(ExtensionContext context) {
    return context.getStore(ExtensionContext.Namespace.create(OpenHandsExtension.class, this));
  }
}
