package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.github.openhands4j.model.internal.UuidText;
import java.io.Serializable;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * The id of a conversation.
 *
 * <p>The servers write it as 32 hex digits or with dashes, in either case; all forms are equal
 * here. It is not the id of a start task, which looks the same.
 *
 * @param uuid the id's 128 bits
 */
public record ConversationId(UUID uuid) implements Serializable {

  /**
   * Reads an id in any of its forms.
   *
   * @param text 32 hex digits, or the dashed form; upper or lower case
   * @return the id
   * @throws IllegalArgumentException if the text is neither
   */
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public static ConversationId parse(String text) {
    return new ConversationId(UuidText.parse(text, "conversation id"));
  }

  /**
   * A new random id.
   *
   * <p>Ids without a hex letter other than {@code e} are drawn again: databases without a type of
   * their own for ids take such a text for a number.
   *
   * @return a new id
   */
  public static ConversationId random() {
    return random(UUID::randomUUID);
  }

  /**
   * A new id from a given source of random ids, under the rule of {@link #random()}.
   *
   * @param source gives a random id at each call
   * @return the first drawn id that cannot be taken for a number
   */
  public static ConversationId random(Supplier<UUID> source) {
    while (true) {
      ConversationId id = new ConversationId(source.get());
      if (id.hex().chars().anyMatch(c -> c >= 'a' && c != 'e')) {
        return id;
      }
    }
  }

  /**
   * The form the servers answer with.
   *
   * @return 32 lower-case hex digits
   */
  @JsonValue
  public String hex() {
    return UuidText.hex(uuid);
  }

  /**
   * The dashed form.
   *
   * @return 36 characters, lower case
   */
  public String dashed() {
    return uuid.toString();
  }

  @Override
  public String toString() {
    return hex();
  }
}
