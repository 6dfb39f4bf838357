package io.github.openhands4j.core.internal.http;

/**
 * A daemon thread of this library. Nobody else has it in hands to interrupt it, so the calls it
 * makes are not watched for that.
 */
public final class OwnThread extends Thread {

  /**
   * A thread that is not started yet. It inherits nothing from the one that makes it.
   *
   * @param name its name
   * @param work what it does
   */
  public OwnThread(String name, Runnable work) {
    super(null, work, name, 0, false);
    setDaemon(true); // else the JVM would outlive its program
  }
}
