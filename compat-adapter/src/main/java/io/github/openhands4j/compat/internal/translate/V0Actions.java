package io.github.openhands4j.compat.internal.translate;

import io.github.openhands4j.model.ContentBlock;
import io.github.openhands4j.model.ImageContent;
import io.github.openhands4j.model.TextContent;
import io.github.openhands4j.model.v1.AppSendMessageRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a V0 caller wants who sends an action. Pure. */
public final class V0Actions {

  private static final String MESSAGE = "message";
  private static final String CHANGE_STATE = "change_agent_state";
  private static final String IMAGES = "image_urls";
  private static final String OLD_IMAGES = "images_urls";
  private static final String FILES = "file_urls";
  private static final List<String> LISTS = List.of(IMAGES, OLD_IMAGES, FILES);
  private static final Map<String, Change> CHANGES =
      Map.of(
          "paused", Change.HALT,
          "stopped", Change.HALT,
          "running", Change.RUN,
          "user_confirmed", Change.ACCEPT,
          "user_rejected", Change.REJECT);

  private V0Actions() {}

  /** Something that V1 can do. */
  public sealed interface Wanted {}

  /**
   * A message to the agent.
   *
   * @param request the message, which lets the agent run
   */
  public record Message(AppSendMessageRequest request) implements Wanted {}

  /**
   * Another state of the agent.
   *
   * @param change what is to happen
   */
  public record State(Change change) implements Wanted {}

  /** What a change of the agent's state means on V1. */
  public enum Change {
    /** The run ends. */
    HALT,
    /** The agent goes on. */
    RUN,
    /** The agent may do what it waits to do. */
    ACCEPT,
    /** It may not. */
    REJECT
  }

  /**
   * Reads an action.
   *
   * @param event {@code action} and {@code args} as V0 took them
   * @return what is wanted, or empty if V1 has nothing like it
   */
  public static Optional<Wanted> read(Map<String, @Nullable Object> event) {
    Map<?, ?> args = event.get("args") instanceof Map<?, ?> map ? map : Map.of();
    if (MESSAGE.equals(event.get("action")) && args.get("content") instanceof String text) {
      return hasListsOfTexts(args)
          ? Optional.of(new Message(message(text, args)))
          : Optional.empty();
    }
    if (CHANGE_STATE.equals(event.get("action"))
        && args.get("agent_state") instanceof String state
        && CHANGES.containsKey(state)) {
      return Optional.of(new State(CHANGES.get(state)));
    }
    return Optional.empty();
  }

  /**
   * Why an action is refused.
   *
   * @param event an action that {@link #read} finds nothing in
   * @return one sentence for the caller
   */
  public static String refusal(Map<String, @Nullable Object> event) {
    if (MESSAGE.equals(event.get("action"))) {
      return "A message needs args.content, a text; args.image_urls and args.file_urls are lists of"
          + " texts, if they are there.";
    }
    if (CHANGE_STATE.equals(event.get("action"))) {
      return "args.agent_state must be one of paused, stopped, running, user_confirmed,"
          + " user_rejected: V1 knows no other change of the agent's state by its user.";
    }
    return "V1 takes no actions of users but message and change_agent_state.";
  }

  private static boolean hasListsOfTexts(Map<?, ?> args) {
    return LISTS.stream()
        .map(args::get)
        .allMatch(
            value ->
                value == null
                    || (value instanceof List<?> list
                        && list.stream().allMatch(String.class::isInstance)));
  }

  private static AppSendMessageRequest message(String text, Map<?, ?> args) {
    List<ContentBlock> content = new ArrayList<>();
    content.add(TextContent.of(withFiles(text, texts(args, FILES))));
    // V0 also took an older name for the images
    List<String> images = texts(args, args.get(IMAGES) == null ? OLD_IMAGES : IMAGES);
    if (!images.isEmpty()) {
      content.add(ImageContent.of(images));
    }
    return AppSendMessageRequest.builder().role("user").content(content).run(true).build();
  }

  /** V1's messages have no files; V0's own application named them in the text as well. */
  private static String withFiles(String text, List<String> files) {
    String unnamed =
        files.stream().filter(file -> !text.contains(file)).collect(Collectors.joining("\n"));
    return unnamed.isEmpty() ? text : text + "\n\nFiles:\n" + unnamed;
  }

  private static List<String> texts(Map<?, ?> args, String name) {
    return args.get(name) instanceof List<?> list
        ? list.stream().map(String::valueOf).toList()
        : List.of();
  }
}
