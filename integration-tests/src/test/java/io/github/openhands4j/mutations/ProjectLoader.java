package io.github.openhands4j.mutations;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the project's own classes anew, product and tests, some of them changed; everything else
 * comes from its parent.
 *
 * <p>It is not closed: it holds no file open, and threads that a test has left behind may still
 * need a class.
 */
final class ProjectLoader extends URLClassLoader {

  static {
    registerAsParallelCapable();
  }

  private static final List<String> MODULES =
      List.of(
          "api-model",
          "client-core",
          "client-v1",
          "client-v0-legacy",
          "compat-adapter",
          "simulator",
          "integration-tests");

  /** Has no tests of its own. */
  private static final String WITHOUT_TESTS = "api-model";

  private final Map<String, byte[]> changed;
  private final Set<String> used = ConcurrentHashMap.newKeySet();

  private ProjectLoader(URL[] folders, Map<String, byte[]> changed) {
    super(folders, ProjectLoader.class.getClassLoader());
    this.changed = changed;
  }

  /**
   * A loader of all classes as they are.
   *
   * @param root the folder of the project
   * @return the loader
   * @throws BrokenMutationException if a module is not built
   */
  static ProjectLoader of(Path root) {
    return new ProjectLoader(folders(root), Map.of());
  }

  /**
   * A loader in which a guard is off.
   *
   * @param root the folder of the project
   * @param guard the guard
   * @return the loader
   * @throws BrokenMutationException if a module is not built, or the guard's mutation finds no
   *     place
   */
  static ProjectLoader without(Path root, Guard guard) {
    String name = Names.full(guard.type());
    URL file = of(root).findResource(name.replace('.', '/') + ".class");
    if (file == null) {
      throw new BrokenMutationException("There is no class " + name + ".");
    }
    try (InputStream in = file.openStream()) {
      byte[] mutant = Mutant.of(name, in.readAllBytes(), guard.mutation());
      return new ProjectLoader(folders(root), Map.of(name, mutant));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static URL[] folders(Path root) {
    return MODULES.stream()
        .flatMap(
            module -> {
              Path classes = root.resolve(module).resolve("target/classes");
              Path tests = root.resolve(module).resolve("target/test-classes");
              return module.equals(WITHOUT_TESTS) ? Stream.of(classes) : Stream.of(classes, tests);
            })
        .map(ProjectLoader::url)
        .toArray(URL[]::new);
  }

  private static URL url(Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new BrokenMutationException(
          folder.toAbsolutePath().normalize()
              + " is missing: the mutations need the classes and test classes of all modules;"
              + " build them first (./mvnw test-compile).");
    }
    try {
      return folder.toAbsolutePath().normalize().toUri().toURL();
    } catch (MalformedURLException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the changed class was loaded: only then can a test have noticed anything. */
  boolean usedTheMutant() {
    return used.containsAll(changed.keySet());
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!name.startsWith(Names.ROOT)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known == null ? findClass(name) : known;
    }
  }

  @Override
  protected Class<?> findClass(String name) throws ClassNotFoundException {
    byte[] mutant = changed.get(name);
    if (mutant == null) {
      return super.findClass(name);
    }
    used.add(name);
    return defineClass(name, mutant, 0, mutant.length);
  }

  private static boolean isOurs(String resource) {
    return resource.startsWith(Names.ROOT.replace('.', '/'))
        || resource.startsWith("META-INF/services/" + Names.ROOT);
  }

  @Override
  public @Nullable URL getResource(String name) {
    return isOurs(name) ? findResource(name) : super.getResource(name);
  }

  @Override
  public Enumeration<URL> getResources(String name) throws IOException {
    return isOurs(name) ? findResources(name) : super.getResources(name);
  }
}
