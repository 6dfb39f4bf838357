package io.github.openhands4j.v0;

import java.io.IOException;
import java.lang.reflect.Member;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What compiled callers of a package are bound to, as sorted lines of text. */
final class PublicSignatures {

  private PublicSignatures() {}

  /** The public types of a package, found beside one of them. */
  static List<String> ofPackageOf(Class<?> sample) throws IOException, URISyntaxException {
    Path place = Path.of(sample.getProtectionDomain().getCodeSource().getLocation().toURI());
    String folder = sample.getPackageName().replace('.', '/');
    List<String> names;
    if (Files.isDirectory(place)) {
      names = classesIn(place.resolve(folder));
    } else {
      try (FileSystem jar = FileSystems.newFileSystem(place)) {
        names = classesIn(jar.getPath(folder));
      }
    }
    List<String> lines = new ArrayList<>();
    for (String name : names) {
      Class<?> type = load(sample, name);
      if (isVisible(type.getModifiers())) {
        lines.addAll(describe(type));
      }
    }
    return lines;
  }

  private static List<String> classesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.equals("package-info.class"))
          .map(name -> name.substring(0, name.length() - ".class".length()))
          .sorted()
          .toList();
    }
  }

  private static Class<?> load(Class<?> sample, String name) {
    try {
      return Class.forName(sample.getPackageName() + "." + name, false, sample.getClassLoader());
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> describe(Class<?> type) {
    List<String> members = new ArrayList<>();
    if (type.isRecord()) {
      members.add(
          "record components "
              + Arrays.stream(type.getRecordComponents())
                  .map(PublicSignatures::component)
                  .collect(Collectors.joining(", ", "(", ")")));
    }
    Stream.of(type.getDeclaredFields())
        .filter(PublicSignatures::isVisible)
        .map(field -> mark(field.isAnnotationPresent(Deprecated.class)) + field.toGenericString())
        .forEach(members::add);
    Stream.of(type.getDeclaredConstructors())
        .filter(PublicSignatures::isVisible)
        .map(
            constructor ->
                mark(constructor.isAnnotationPresent(Deprecated.class))
                    + constructor.toGenericString())
        .forEach(members::add);
    Stream.of(type.getDeclaredMethods())
        .filter(PublicSignatures::isVisible)
        .map(
            method -> mark(method.isAnnotationPresent(Deprecated.class)) + method.toGenericString())
        .forEach(members::add);
    List<String> lines = new ArrayList<>();
    lines.add(mark(type.isAnnotationPresent(Deprecated.class)) + heading(type));
    members.stream()
        .map(member -> member.replace(type.getName() + ".", ""))
        .sorted()
        .map(member -> "    " + member)
        .forEach(lines::add);
    return lines;
  }

  private static String heading(Class<?> type) {
    String parent =
        type.getGenericSuperclass() == null
            ? ""
            : " extends " + type.getGenericSuperclass().getTypeName();
    String interfaces =
        Arrays.stream(type.getGenericInterfaces())
            .map(java.lang.reflect.Type::getTypeName)
            .collect(Collectors.joining(", "));
    return type.toGenericString()
        + parent
        + (interfaces.isEmpty() ? "" : " implements " + interfaces);
  }

  private static String component(RecordComponent component) {
    return component.getGenericType().getTypeName() + " " + component.getName();
  }

  private static String mark(boolean deprecated) {
    return deprecated ? "@Deprecated " : "";
  }

  private static boolean isVisible(Member member) {
    return !member.isSynthetic() && isVisible(member.getModifiers());
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }
}
