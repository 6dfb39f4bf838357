package io.github.openhands4j.core.internal.journal;

import io.github.openhands4j.core.StartHandle;
import io.github.openhands4j.core.StartJournal.Entry;
import io.github.openhands4j.core.StartJournal.State;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The form of a line: state, handle, checksum. A line that a crash or a full disk has torn does not
 * match its checksum and counts as not written, as does one with a handle that is none.
 */
final class JournalLine {

  private static final Pattern FORM = Pattern.compile("([a-z-]{5,20}) (start:\\S+) ([0-9a-f]{8})");

  private JournalLine() {}

  static String of(Entry entry) {
    String text = word(entry.state()) + " " + entry.handle();
    return text + " " + checksum(text);
  }

  static Optional<Entry> parse(String line) {
    Matcher matcher = FORM.matcher(line);
    if (!matcher.matches()
        || !checksum(matcher.group(1) + " " + matcher.group(2)).equals(matcher.group(3))) {
      return Optional.empty();
    }
    for (State state : State.values()) {
      if (word(state).equals(matcher.group(1))) {
        return handle(matcher.group(2)).map(handle -> new Entry(handle, state));
      }
    }
    return Optional.empty();
  }

  private static Optional<StartHandle> handle(String text) {
    try {
      return Optional.of(StartHandle.parse(text));
    } catch (IllegalArgumentException foreign) {
      return Optional.empty();
    }
  }

  private static String word(State state) {
    return state.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String checksum(String text) {
    CRC32 crc = new CRC32();
    crc.update(text.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().toHexDigits((int) crc.getValue());
  }
}
