package io.github.openhands4j.simulator.junit;

import io.github.openhands4j.simulator.OpenHandsSimulatorBuilder;
import java.io.PrintStream;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Sets up an {@link OpenHandsExtension}. Not thread-safe; every method returns the builder. */
public final class OpenHandsExtensionBuilder {

  private boolean perClass;
  private Supplier<OpenHandsSimulatorBuilder> setUp = OpenHandsExtension::standard;
  private boolean unknownAllowed;
  private @Nullable PrintStream journalTo;

  /** With the defaults. */
  OpenHandsExtensionBuilder() {}

  /**
   * One simulator for all tests of the class, and of the classes nested in it, at one address: what
   * a test leaves behind is there for the next. Only the journals begin anew with each test. By
   * default each test gets a simulator of its own.
   *
   * <p>The extension must be in a static field then, and the tests of the class must not run at the
   * same time.
   *
   * @return this builder
   */
  public OpenHandsExtensionBuilder perClass() {
    this.perClass = true;
    return this;
  }

  /**
   * How simulators are set up. By default they have the defaults and want the key {@link
   * OpenHandsExtension#KEY}.
   *
   * @param setUp makes the builder of each, such as {@code () ->
   *     OpenHandsSimulator.builder().selfHostedRateLimit()}, which wants no key
   * @return this builder
   */
  public OpenHandsExtensionBuilder simulator(Supplier<OpenHandsSimulatorBuilder> setUp) {
    this.setUp = setUp;
    return this;
  }

  /**
   * Lets tests pass that sent requests the simulator has no route for. By default they fail.
   *
   * @return this builder
   */
  public OpenHandsExtensionBuilder allowUnknownRequests() {
    this.unknownAllowed = true;
    return this;
  }

  /**
   * Where the requests of a failed test are listed. Standard error by default.
   *
   * @param stream stays open
   * @return this builder
   */
  public OpenHandsExtensionBuilder journalTo(PrintStream stream) {
    this.journalTo = stream;
    return this;
  }

  /**
   * Makes the extension.
   *
   * @return an extension, for a field with {@code @RegisterExtension}
   */
  public OpenHandsExtension build() {
    return new OpenHandsExtension(perClass, setUp, unknownAllowed, journalTo);
  }
}
