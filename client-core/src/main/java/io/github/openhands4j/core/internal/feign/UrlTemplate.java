package io.github.openhands4j.core.internal.feign;

import feign.MethodMetadata;
import feign.Param;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Path and query of an operation, taken to pieces once, between which the arguments of each call
 * go. As with Feign, an argument of the query that is null is left out, a list repeats its
 * parameter, entries of a map follow the others, and slashes in arguments stay slashes unless the
 * operation says otherwise. Unlike there, an empty text is sent with its {@code =}, an empty list
 * is not sent, slashes in maps stay encoded, and a path has no holes. Immutable.
 */
final class UrlTemplate {

  private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  /** An argument that is encoded by its expander. */
  private record Argument(String name, int index, Param.Expander expander, boolean plainSlashes) {

    String text(Object value) {
      String encoded = expander.expand(value);
      return plainSlashes ? encoded.replace("%2F", "/") : encoded;
    }
  }

  private record Parameter(String name, Argument argument) {}

  private final List<String> literals;
  private final List<Argument> path;
  private final List<Parameter> query;
  private final @Nullable Integer map;

  private UrlTemplate(
      List<String> literals, List<Argument> path, List<Parameter> query, @Nullable Integer map) {
    this.literals = literals;
    this.path = path;
    this.query = query;
    this.map = map;
  }

  /**
   * The template of an operation.
   *
   * @param operation as {@link UrlContract} reads it
   */
  static UrlTemplate of(MethodMetadata operation) {
    String url = operation.template().url();
    int question = url.indexOf('?');
    Map<String, Argument> arguments = arguments(operation);
    List<String> literals = new ArrayList<>();
    List<Argument> path = new ArrayList<>();
    Matcher variable = VARIABLE.matcher(question < 0 ? url : url.substring(0, question));
    StringBuilder literal = new StringBuilder();
    while (variable.find()) {
      variable.appendReplacement(literal, "");
      literals.add(literal.toString());
      literal.setLength(0);
      path.add(find(arguments, variable.group(1)));
    }
    literals.add(variable.appendTail(literal).toString());
    return new UrlTemplate(
        List.copyOf(literals),
        List.copyOf(path),
        question < 0 ? List.of() : query(url.substring(question + 1), arguments),
        operation.queryMapIndex());
  }

  private static List<Parameter> query(String query, Map<String, Argument> arguments) {
    return Arrays.stream(query.split("&", -1))
        .map(pair -> pair.split("=", 2))
        .map(
            pair -> {
              Matcher variable = VARIABLE.matcher(pair[pair.length - 1]);
              return new Parameter(
                  pair[0], find(arguments, variable.matches() ? variable.group(1) : query));
            })
        .toList();
  }

  private static Map<String, Argument> arguments(MethodMetadata operation) {
    Map<String, Argument> arguments = new HashMap<>();
    operation
        .indexToName()
        .forEach(
            (index, names) ->
                names.forEach(
                    name ->
                        arguments.put(
                            name,
                            new Argument(
                                name,
                                index,
                                Objects.requireNonNull(operation.indexToExpander().get(index)),
                                operation.template().decodeSlash()))));
    return arguments;
  }

  private static Argument find(Map<String, Argument> arguments, String name) {
    Argument argument = arguments.get(name);
    if (argument == null) {
      throw new IllegalArgumentException("a URL is made of text and arguments, not of " + name);
    }
    return argument;
  }

  /**
   * The path and query of one call.
   *
   * @param values the arguments of the method
   * @throws NullPointerException if an argument of the path, or the map, is null
   */
  String fill(@Nullable Object[] values) {
    StringBuilder url = new StringBuilder(literals.get(0));
    for (int i = 0; i < path.size(); i++) {
      Argument argument = path.get(i);
      Object value = Objects.requireNonNull(values[argument.index()], argument.name());
      url.append(argument.text(value)).append(literals.get(i + 1));
    }
    int end = url.length();
    for (Parameter parameter : query) {
      add(url, parameter.name(), values[parameter.argument().index()], parameter.argument()::text);
    }
    if (map != null) {
      ((Map<?, ?>) Objects.requireNonNull(values[map], "query"))
          .forEach((name, value) -> add(url, encoded(name), value, UrlTemplate::encoded));
    }
    if (url.length() > end) {
      url.setCharAt(end, '?');
    }
    return url.toString();
  }

  private static void add(
      StringBuilder url, String name, @Nullable Object value, Param.Expander expander) {
    if (value instanceof Object[] values) {
      add(url, name, Arrays.asList(values), expander);
    } else if (value instanceof Iterable<?> values) {
      values.forEach(one -> add(url, name, one, expander));
    } else if (value != null) {
      url.append('&').append(name).append('=').append(expander.expand(value));
    }
  }

  private static String encoded(Object value) {
    return UrlText.encode(String.valueOf(value));
  }
}
