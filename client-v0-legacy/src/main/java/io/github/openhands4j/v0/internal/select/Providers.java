package io.github.openhands4j.v0.internal.select;

import io.github.openhands4j.v0.OpenHandsV0Client;
import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.security.CodeSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
    ServiceLoader.load(V0BackendProvider.class, loader)
        .forEach(provider -> found.putIfAbsent(provider.getClass(), provider));
  }

  static boolean isOnClassPath(String className) {
    try {
      Class.forName(className, false, OpenHandsV0Client.class.getClassLoader());
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
