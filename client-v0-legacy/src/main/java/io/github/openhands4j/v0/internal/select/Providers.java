package io.github.openhands4j.v0.internal.select;

import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/** Finds backend providers by the thread's class loader and by this library's own. */
final class Providers {

  private Providers() {}

  static List<V0BackendProvider> onClassPath() {
    Map<Class<?>, V0BackendProvider> found = new LinkedHashMap<>();
    addFrom(Thread.currentThread().getContextClassLoader(), found);
    addFrom(OpenHandsV0Client.class.getClassLoader(), found);
    return List.copyOf(found.values());
  }

  private static void addFrom(
      @Nullable ClassLoader loader, Map<Class<?>, V0BackendProvider> found) {
    try {
      ServiceLoader.load(V0BackendProvider.class, loader)
          .forEach(provider -> found.putIfAbsent(provider.getClass(), provider));
    } catch (ServiceConfigurationError broken) {
      ConfigurationException refused =
          new ConfigurationException(
              ErrorCode.V0_BACKEND_MISSING,
              "A V0 backend is named under META-INF/services and cannot be loaded: "
                  + broken.getMessage()
                  + ". Use the same release of all openhands4j artifacts, from one class loader.");
      refused.addSuppressed(broken);
      throw refused;
    }
  }

  static boolean isOnClassPath(String className) {
    return isSeenBy(Thread.currentThread().getContextClassLoader(), className)
        || isSeenBy(OpenHandsV0Client.class.getClassLoader(), className);
  }

  private static boolean isSeenBy(@Nullable ClassLoader loader, String className) {
    try {
      Class.forName(className, false, loader);
      return true;
    } catch (ClassNotFoundException absent) {
      return false;
    }
  }

  static String locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    return source == null || source.getLocation() == null
        ? "an unknown place"
        : source.getLocation().toString();
  }
}
