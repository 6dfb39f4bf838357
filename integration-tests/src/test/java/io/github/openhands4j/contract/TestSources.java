package io.github.openhands4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/** Reads classes of tests from their sources, which are there whether they are compiled or not. */
final class TestSources {

  private final Map<String, TestClass> classes = new HashMap<>();

  private TestSources() {}

  /** All classes of some folders of sources, by their full names. */
  static Map<String, TestClass> read(List<Path> folders) throws IOException {
    List<Path> paths = new ArrayList<>();
    for (Path folder : folders) {
      try (Stream<Path> files = Files.walk(folder)) {
        files.filter(file -> file.toString().endsWith(".java")).forEach(paths::add);
      }
    }
    TestSources sources = new TestSources();
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, UTF_8)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  files,
                  null,
                  List.of("-proc:none"),
                  null,
                  files.getJavaFileObjectsFromPaths(paths));
      task.parse().forEach(sources::add);
    }
    return sources.classes;
  }

  private void add(CompilationUnitTree file) {
    String home = String.valueOf(file.getPackageName());
    Map<String, String> imports = new HashMap<>();
    for (ImportTree each : file.getImports()) {
      String name = each.getQualifiedIdentifier().toString();
      imports.put(lastOf(name), name);
    }
    for (Tree type : file.getTypeDecls()) {
      if (type instanceof ClassTree it) {
        add(it, home, null, imports);
      }
    }
  }

  private void add(
      ClassTree type, String home, @Nullable String outer, Map<String, String> imports) {
    String name = (outer == null ? home : outer) + "." + type.getSimpleName();
    Map<String, TestMethod> methods = new LinkedHashMap<>();
    for (Tree member : type.getMembers()) {
      if (member instanceof MethodTree it) {
        methods.merge(it.getName().toString(), methodOf(it.getModifiers()), TestMethod::or);
      } else if (member instanceof ClassTree it) {
        add(it, home, name, imports);
      }
    }
    Tree parent = type.getExtendsClause();
    Set<Modifier> flags = type.getModifiers().getFlags();
    classes.put(
        name,
        new TestClass(
            name,
            outer,
            parent == null ? null : imports.getOrDefault(parent.toString(), home + "." + parent),
            type.getKind() == Tree.Kind.CLASS && !flags.contains(Modifier.ABSTRACT),
            marks(type.getModifiers()).keySet(),
            methods));
  }

  private static TestMethod methodOf(ModifiersTree modifiers) {
    Set<Modifier> flags = modifiers.getFlags();
    return new TestMethod(
        marks(modifiers), !flags.contains(Modifier.PRIVATE) && !flags.contains(Modifier.STATIC));
  }

  private static Map<String, String> marks(ModifiersTree modifiers) {
    return modifiers.getAnnotations().stream()
        .collect(
            Collectors.toMap(
                each -> lastOf(each.getAnnotationType().toString()),
                TestSources::arguments,
                (first, repeated) -> first + ", " + repeated));
  }

  private static String arguments(AnnotationTree annotation) {
    return annotation.getArguments().stream()
        .map(argument -> argument.toString().replaceFirst("^value = ", ""))
        .collect(Collectors.joining(", "));
  }

  private static String lastOf(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }
}
