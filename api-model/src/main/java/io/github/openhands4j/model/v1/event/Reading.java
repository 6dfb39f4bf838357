package io.github.openhands4j.model.v1.event;

import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the form of a JSON object by its kind. What does not fit is kept as unknown. */
final class Reading {

  private static final String CLIENT_ACTION = "ClientAction_";

  private Reading() {}

  static Event event(@Nullable Object json) {
    return read(json, EventKinds.ALL, UnknownEvent::new);
  }

  static Action action(@Nullable Object json) {
    if (json instanceof Map<?, ?> && Raw.objectOrEmpty(json).get("kind") instanceof String kind) {
      if (kind.startsWith(CLIENT_ACTION)) {
        return ClientAction.read(new Fields(Raw.objectOrEmpty(json)));
      }
    }
    return read(json, ActionKinds.ALL, UnknownAction::new);
  }

  static Observation observation(@Nullable Object json) {
    return read(json, ObservationKinds.ALL, UnknownObservation::new);
  }

  private static <T> T read(
      @Nullable Object json,
      Map<String, Function<Fields, T>> kinds,
      BiFunction<@Nullable Object, String, T> unknown) {
    if (!(json instanceof Map<?, ?>)) {
      return unknown.apply(json, "it is no object");
    }
    Fields fields = new Fields(Raw.objectOrEmpty(json));
    String kind = Raw.textOr(fields.json(), "kind", "");
    Function<Fields, T> reader = kinds.get(kind);
    if (reader == null) {
      return unknown.apply(json, kind.isEmpty() ? "it names no kind" : "its kind is not known");
    }
    try {
      return reader.apply(fields);
    } catch (Fields.Misfit misfit) {
      return unknown.apply(json, misfit.reason());
    }
  }
}
