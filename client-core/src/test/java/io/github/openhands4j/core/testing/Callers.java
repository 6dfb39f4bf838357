package io.github.openhands4j.core.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes calls on threads of their own. */
public final class Callers {

  /** The kinds of threads there are. */
  public enum Kind {
    /** One of the system. */
    PLATFORM,
    /** One of the JVM, from Java 21 on. */
    VIRTUAL
  }

  /**
   * How a call that had to fail has ended, as its own thread saw it.
   *
   * @param thrown what it threw
   * @param flag whether its thread was interrupted then
   */
  public record End(RuntimeException thrown, boolean flag) {}

  /**
   * A call under way.
   *
   * @param thread its thread
   * @param task its end
   */
  public record Running(Thread thread, FutureTask<End> task) {

    /**
     * Waits for the end.
     *
     * @return the end
     * @throws Exception if it takes more than ten seconds, or the call did not fail
     */
    public End end() throws Exception {
      return task.get(10, TimeUnit.SECONDS);
    }

    /** Waits until the thread waits for another one. */
    public void awaitWaiting() {
      while (thread.getState() != Thread.State.WAITING
          && thread.getState() != Thread.State.TIMED_WAITING
          && !task.isDone()) {
        Thread.onSpinWait();
      }
    }
  }

  private Callers() {}

  /**
   * Makes a call that has to fail.
   *
   * @param kind the kind of its thread; a test that asks for one that is not there is skipped
   * @param call the call
   * @return the call under way
   */
  public static Running start(Kind kind, Supplier<?> call) {
    FutureTask<End> task = new FutureTask<>(() -> end(call));
    Thread thread = kind == Kind.PLATFORM ? new Thread(task, "caller") : virtual(task);
    thread.start();
    return new Running(thread, task);
  }

  private static End end(Supplier<?> call) {
    try {
      throw new AssertionError("the call returned " + call.get());
    } catch (RuntimeException e) {
      return new End(e, Thread.currentThread().isInterrupted());
    }
  }

  private static Thread virtual(Runnable work) {
    assumeTrue(Runtime.version().feature() >= 21, "virtual threads");
    try {
      Object builder = Thread.class.getMethod("ofVirtual").invoke(null);
      Class<?> type = Class.forName("java.lang.Thread$Builder");
      return (Thread) type.getMethod("unstarted", Runnable.class).invoke(builder, work);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("virtual threads", e);
    }
  }
}
