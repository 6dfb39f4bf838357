package io.github.openhands4j.core;

import io.github.openhands4j.model.ConversationId;
import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names one start, from before its request is sent. Write it down ({@link #toString()}), and any
 * process can find out later what became of the start.
 *
 * <p>It holds no prompt and no secret.
 *
 * <p>Handles of older releases name no path, also where the base URL has one. Such a handle counts
 * as one of every server of its host, and a start that is not found by it stays unknown there.
 *
 * @param conversationId the id the conversation gets
 * @param origin the server it is for: the base URL with its port, and its path if it has one,
 *     without a slash at the end
 * @param startedAt when it was asked for; it may have waited for its turn before it was sent
 * @param digest a digest of the request, to tell equal requests
 * @param organization the id of the organization that the request named, or null: the server finds
 *     the start only for calls that name it too
 */
public record StartHandle(
    ConversationId conversationId,
    URI origin,
    Instant startedAt,
    String digest,
    @Nullable String organization)
    implements Serializable {

  private static final Pattern TEXT =
      Pattern.compile(
          "start:1:([0-9a-f]{32}):(-?\\d{1,18}):([0-9a-f]{16,64})"
              + "(?::org=([A-Za-z0-9_-]{1,128}))?:(https?://[^\\s/]+(?:/[^\\s?#]*[^\\s?#/])?)");

  /**
   * A handle of a start that named no organization.
   *
   * @param conversationId the id the conversation gets
   * @param origin the server it is for: the base URL with its port, and its path if it has one,
   *     without a slash at the end
   * @param startedAt when it was asked for; it may have waited for its turn before it was sent
   * @param digest a digest of the request, to tell equal requests
   */
  public StartHandle(ConversationId conversationId, URI origin, Instant startedAt, String digest) {
    this(conversationId, origin, startedAt, digest, null);
  }

  /**
   * Reads a handle.
   *
   * @param text what {@link #toString()} wrote
   * @return the handle
   * @throws IllegalArgumentException if the text is not a handle
   */
  public static StartHandle parse(String text) {
    Matcher matcher = TEXT.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "not a start handle: expected start:1:<id>:<millis>:<digest>[:org=<organization>]:<origin>");
    }
    return new StartHandle(
        ConversationId.parse(matcher.group(1)),
        URI.create(matcher.group(5)),
        Instant.ofEpochMilli(Long.parseLong(matcher.group(2))),
        matcher.group(3),
        matcher.group(4));
  }

  /**
   * The handle as one line of text.
   *
   * @return what {@link #parse} reads
   */
  @Override
  public String toString() {
    return "start:1:"
        + conversationId.hex()
        + ":"
        + startedAt.toEpochMilli()
        + ":"
        + digest
        + (organization == null ? "" : ":org=" + organization)
        + ":"
        + origin;
  }
}
