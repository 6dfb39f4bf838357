package io.github.openhands4j.compat.internal.http.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object with named parts. What comes out holds the declared parts that were sent, in their
 * declared order.
 *
 * @param fields its parts
 * @param refusesExtras whether other keys are refused; otherwise they are ignored
 * @param dataclass its name if it was declared without the validator's own classes, which is told
 *     in other words; otherwise empty
 */
public record Model(List<Field> fields, boolean refusesExtras, String dataclass) implements Type {

  /**
   * An object that ignores what it does not know.
   *
   * @param fields its parts
   * @return the type
   */
  public static Model of(Field... fields) {
    return new Model(List.of(fields), false, "");
  }

  /**
   * An object that refuses what it does not know.
   *
   * @param fields its parts
   * @return the type
   */
  public static Model strict(Field... fields) {
    return new Model(List.of(fields), true, "");
  }

  @Override
  public @Nullable Object read(@Nullable Object value, Place place, Problems problems) {
    if (!(value instanceof Map<?, ?> sent)) {
      notAnObject(value, place, problems);
      return value;
    }
    Map<String, @Nullable Object> read = new LinkedHashMap<>();
    for (Field field : fields) {
      if (sent.containsKey(field.name())) {
        Place inside = place.at(field.name());
        read.put(field.name(), field.type().read(sent.get(field.name()), inside, problems));
      } else if (field.required()) {
        // Parts of a query are looked for one by one: there is no object around them.
        problems.missing(place.at(field.name()), place.equals(Place.QUERY) ? null : value);
      }
    }
    if (refusesExtras) {
      sent.forEach((key, extra) -> refuseExtra(String.valueOf(key), extra, place, problems));
    }
    return read;
  }

  private void refuseExtra(String key, @Nullable Object extra, Place place, Problems problems) {
    if (fields.stream().noneMatch(field -> field.name().equals(key))) {
      problems.add("extra_forbidden", place.at(key), "Extra inputs are not permitted", extra);
    }
  }

  private void notAnObject(@Nullable Object value, Place place, Problems problems) {
    if (dataclass.isEmpty()) {
      problems.add(
          "model_attributes_type",
          place,
          "Input should be a valid dictionary or object to extract fields from",
          value);
    } else {
      problems.add(
          "dataclass_type",
          place,
          "Input should be a dictionary or an instance of " + dataclass,
          value,
          Map.of("class_name", dataclass));
    }
  }
}
