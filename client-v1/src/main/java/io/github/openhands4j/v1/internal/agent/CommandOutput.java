package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.v1.BashEvent;
import io.github.openhands4j.v1.CommandResult;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pieces of a command's output, in whatever order and however often they come. */
final class CommandOutput {

  private record Place(int order, int arrival) implements Comparable<Place> {
    @Override
    public int compareTo(Place other) {
      return order == other.order
          ? Integer.compare(arrival, other.arrival)
          : Integer.compare(order, other.order);
    }
  }

  private final long mostChars;
  private final TreeMap<Place, BashEvent> pieces = new TreeMap<>();
  private final Set<String> ids = new HashSet<>();
  private long chars;
  private @Nullable Integer exitCode;

  CommandOutput(long mostChars) {
    this.mostChars = mostChars;
  }

  /** Keeps a piece; false if it is known already or none of output. */
  boolean add(BashEvent piece) {
    if (!"BashOutput".equals(piece.kind())) {
      return false;
    }
    int order = piece.order() == null ? 0 : piece.order();
    if (!ids.add(piece.id() == null ? "order " + order : piece.id())) {
      return false;
    }
    chars += length(piece.stdout()) + length(piece.stderr());
    if (chars > mostChars) {
      throw new UnreadableAnswerException(
          ErrorCode.ANSWER_TOO_LARGE,
          200,
          "A command put out more than "
              + mostChars
              + " characters; see the option max-answer-bytes.",
          null);
    }
    pieces.put(new Place(order, pieces.size()), piece);
    if (piece.exitCode() != null) {
      exitCode = piece.exitCode();
    }
    return true;
  }

  /** The highest order so far, or -1. */
  int lastOrder() {
    return pieces.isEmpty() ? -1 : pieces.lastKey().order();
  }

  /** How the command ended, or null while it runs. */
  @Nullable CommandResult result() {
    return exitCode == null
        ? null
        : new CommandResult(exitCode, all(BashEvent::stdout), all(BashEvent::stderr));
  }

  private String all(Function<BashEvent, @Nullable String> stream) {
    return pieces.values().stream()
        .map(stream)
        .filter(Objects::nonNull)
        .collect(Collectors.joining());
  }

  private static long length(@Nullable String text) {
    return text == null ? 0 : text.length();
  }
}
