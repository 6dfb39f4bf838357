package io.github.openhands4j.compat.internal.http.route;

import io.github.openhands4j.compat.internal.http.schema.Place;
import io.github.openhands4j.compat.internal.http.schema.Problems;
import io.github.openhands4j.compat.internal.http.schema.Type;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How a body is read: first as what it was sent as, then as what the route takes. */
interface BodyRule {

  /** Bodies are not looked at. */
  BodyRule NONE =
      new BodyRule() {
        @Override
        public @Nullable Object parse(RequestBody body) {
          return null;
        }

        @Override
        public @Nullable Object read(@Nullable Object parsed, Problems problems) {
          return null;
        }
      };

  /** Any JSON object, whatever type it was sent as. */
  BodyRule ANY_OBJECT =
      new BodyRule() {
        @Override
        public @Nullable Object parse(RequestBody body) {
          return body.objectOrRefusal();
        }

        @Override
        public @Nullable Object read(@Nullable Object parsed, Problems problems) {
          return parsed;
        }
      };

  /** A form with files. */
  BodyRule FILES =
      new BodyRule() {
        @Override
        public @Nullable Object parse(RequestBody body) {
          return body.files();
        }

        @Override
        public @Nullable Object read(@Nullable Object parsed, Problems problems) {
          return UploadForm.read(parsed, problems);
        }
      };

  /** What was sent, of whatever type; refuses at once what is not what it was sent as. */
  @Nullable Object parse(RequestBody body);

  /** What was sent as what the route takes, or problems. */
  @Nullable Object read(@Nullable Object parsed, Problems problems);

  /** A body of a type that must be there. */
  static BodyRule json(Type type) {
    return json(type, true);
  }

  /** A body of a type that may be left out. */
  static BodyRule optionalJson(Type type) {
    return json(type, false);
  }

  private static BodyRule json(Type type, boolean required) {
    return new BodyRule() {
      @Override
      public @Nullable Object parse(RequestBody body) {
        return body.json();
      }

      @Override
      public @Nullable Object read(@Nullable Object parsed, Problems problems) {
        if (parsed != null) {
          return type.read(parsed, Place.BODY, problems);
        }
        if (required) {
          problems.missing(Place.BODY, null);
        }
        return Map.of();
      }
    };
  }
}
