package io.github.openhands4j.v1.operations;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One call of the client, and the one request that has to leave for it.
 *
 * @param name the interface and the method
 * @param sent method, path and query; names in braces stand for ids of the scene
 * @param body the body, empty for none
 * @param call makes the call
 * @param check looks at the answer
 */
record V1Call(
    String name,
    String sent,
    String body,
    Function<V1Scene, Object> call,
    Consumer<Object> check) {

  static V1Call of(
      String name,
      String sent,
      String body,
      Function<V1Scene, Object> call,
      Consumer<Object> check) {
    return new V1Call(name, sent, body, call, check);
  }

  static V1Call run(String name, String sent, String body, Consumer<V1Scene> call) {
    return new V1Call(
        name,
        sent,
        body,
        scene -> {
          call.accept(scene);
          return "done";
        },
        answer -> {});
  }

  static Stream<V1Call> all() {
    return Stream.of(
            ConversationCalls.all(), SandboxCalls.all(), AccountCalls.all(), CloudCalls.all())
        .flatMap(calls -> calls);
  }

  /** Method and path, without the query. */
  String operation() {
    return sent.replaceFirst("\\?.*", "");
  }

  @Override
  public String toString() {
    return name;
  }
}
