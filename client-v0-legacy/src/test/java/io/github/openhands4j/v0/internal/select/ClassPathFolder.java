package io.github.openhands4j.v0.internal.select;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.openhands4j.v0.spi.V0BackendProvider;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;

/** A folder that is put on a class path of its own. */
final class ClassPathFolder {

  private final Path folder;

  ClassPathFolder(Path folder) {
    this.folder = folder;
  }

  /** Adds the file that names providers. */
  ClassPathFolder naming(String... providers) throws IOException {
    Path file = folder.resolve("META-INF/services/" + V0BackendProvider.class.getName());
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", providers), UTF_8);
    return this;
  }

  /** Adds a class without members. */
  ClassPathFolder withClass(String packageName, String simpleName) throws IOException {
    Path source = folder.resolve(simpleName + ".java");
    Files.writeString(
        source, "package " + packageName + "; public class " + simpleName + " {}", UTF_8);
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString());
    if (result != 0) {
      throw new IOException("the compiler ended with " + result);
    }
    return this;
  }

  /** A loader of this folder, on top of the one that runs the tests. */
  URLClassLoader below(ClassLoader parent) throws MalformedURLException {
    return new URLClassLoader(new URL[] {folder.toUri().toURL()}, parent);
  }

  /** A loader that has this folder and the whole class path of the tests, loaded anew. */
  URLClassLoader withTheLibrary() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    urls.add(folder.toUri().toURL());
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      urls.add(Path.of(entry).toUri().toURL());
    }
    return new URLClassLoader(urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
  }
}
