package io.github.openhands4j.simulator;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Everything the simulated server knows. One lock guards it all: requests and test code alike take
 * it by {@link #look} or {@link #change}, which first let time do its work.
 */
final class World {

  private final SimulatorOptions options;
  private final Starts starts = new Starts(this);
  private final EventLog events;
  private final Map<String, String> keyOwners = new HashMap<>();
  private final Map<String, SimulatedStartTask> tasks = new LinkedHashMap<>();
  private final Map<String, SimulatedConversation> conversations = new LinkedHashMap<>();
  private final Map<String, SimulatedSandbox> sandboxes = new LinkedHashMap<>();
  private final Deque<Outcome> outcomes = new ArrayDeque<>();
  private Outcome everyOutcome = Outcome.finished();
  private String baseUrl = "";
  private String agentUrl = "";
  private boolean editor = true;
  private Consumer<String> onPause = sandboxId -> {};
  private final SimulatedAccount account = new SimulatedAccount(this);
  private int keys;

  /** An empty world. */
  World(SimulatorOptions options) {
    this.options = options;
    this.events = new EventLog(options);
  }

  /** Reads under the lock. */
  synchronized <T> T look(Supplier<T> reader) {
    catchUp();
    return reader.get();
  }

  /** Changes something under the lock; the consumer gets the present time. */
  synchronized void change(Consumer<Instant> writer) {
    catchUp();
    writer.accept(now());
  }

  private void catchUp() {
    Instant now = now();
    List.copyOf(tasks.values()).forEach(task -> task.catchUp(now));
    List.copyOf(conversations.values()).forEach(conversation -> conversation.catchUp(now));
  }

  /** Moves every start and every run one status further. */
  void advance(Instant at) {
    List<SimulatedConversation> before = List.copyOf(conversations.values());
    List.copyOf(tasks.values()).forEach(task -> starts.move(task, at));
    before.forEach(conversation -> conversation.move(at));
  }

  /** The present time of the simulator's clock. */
  Instant now() {
    return options.clock().instant();
  }

  /** What the simulator was built with. */
  SimulatorOptions options() {
    return options;
  }

  /** The rules of a start. */
  Starts starts() {
    return starts;
  }

  /** The events of all conversations. */
  EventLog events() {
    return events;
  }

  /** The user's settings and what belongs to them. */
  SimulatedAccount account() {
    return account;
  }

  /** The server's own address, known once it listens. */
  String baseUrl() {
    return baseUrl;
  }

  /** The address of the agent servers, known once they listen. */
  String agentUrl() {
    return agentUrl;
  }

  /** Tells the server's own address and that of the agent servers. */
  void listensAt(String url, String agents) {
    baseUrl = url;
    agentUrl = agents;
  }

  /** Whether agent servers have an editor. */
  boolean hasEditor() {
    return editor;
  }

  /** Takes the editor away. */
  void disableEditor() {
    editor = false;
  }

  /** A new fake session key for a sandbox. */
  String nextSessionKey(String sandboxId) {
    keys++;
    String key = "fake-session-key-" + keys + "-" + UUID.randomUUID();
    keyOwners.put(key, sandboxId);
    return key;
  }

  /** The id of the sandbox that has or had a key, null for a key nobody ever had. */
  @Nullable String keyOwner(String key) {
    return keyOwners.get(key);
  }

  /** An id for a sandbox whose conversation has no id chosen by the client. */
  String nextSandboxId() {
    return "sbx" + Uuids.random().substring(0, 19);
  }

  /** Queues an outcome for one start. */
  void queue(Outcome outcome) {
    outcomes.add(outcome);
  }

  /** Sets the outcome of starts for which none is queued. */
  void always(Outcome outcome) {
    everyOutcome = outcome;
  }

  /** The outcome of the start that has just been taken. */
  Outcome nextOutcome() {
    Outcome queued = outcomes.poll();
    return queued == null ? everyOutcome : queued;
  }

  /** Stores a task. */
  void add(SimulatedStartTask task) {
    tasks.put(task.id(), task);
  }

  /** Stores a conversation in place of an earlier one with the same id. */
  void add(SimulatedConversation conversation) {
    conversations.remove(conversation.id());
    conversations.put(conversation.id(), conversation);
  }

  /** Stores a sandbox in place of an earlier one with the same id. */
  void add(SimulatedSandbox sandbox) {
    sandboxes.remove(sandbox.id());
    sandboxes.put(sandbox.id(), sandbox);
  }

  /** All tasks, oldest first. */
  Collection<SimulatedStartTask> startTasks() {
    return tasks.values();
  }

  /** All conversations, oldest first. */
  Collection<SimulatedConversation> conversations() {
    return conversations.values();
  }

  /** All sandboxes, oldest first. */
  Collection<SimulatedSandbox> sandboxes() {
    return sandboxes.values();
  }

  /** A task by its hex id. */
  Optional<SimulatedStartTask> startTask(String id) {
    return Optional.ofNullable(tasks.get(id));
  }

  /** A conversation by its hex id. */
  Optional<SimulatedConversation> conversation(String id) {
    return Optional.ofNullable(conversations.get(id));
  }

  /** A sandbox by its id. */
  Optional<SimulatedSandbox> sandbox(String id) {
    return Optional.ofNullable(sandboxes.get(id));
  }

  /** The newest start under way for a conversation id in hex. */
  Optional<SimulatedStartTask> underWay(String conversationId) {
    return tasks.values().stream()
        .filter(task -> !task.rawStatus().ended() && !task.isHanging())
        .filter(task -> task.plan().conversationId().equals(conversationId))
        .reduce((older, newer) -> newer);
  }

  /** Removes a conversation, its children, their start tasks, and sandboxes nobody else uses. */
  void removeConversation(String id) {
    SimulatedConversation gone = conversations.remove(id);
    if (gone == null) {
      return;
    }
    tasks.values().removeIf(task -> id.equals(task.rawConversationId()));
    List.copyOf(conversations.values()).stream()
        .filter(child -> id.equals(Json.text(child.fields(), "parent_conversation_id")))
        .forEach(child -> removeConversation(child.id()));
    boolean shared =
        conversations.values().stream()
            .anyMatch(other -> other.sandboxId().equals(gone.sandboxId()));
    if (!shared) {
      sandbox(gone.sandboxId()).ifPresent(SimulatedSandbox::abandon);
    }
  }

  /** Removes a task. */
  void removeStartTask(String id) {
    tasks.remove(id);
  }

  /** Removes a sandbox; its conversations stay. */
  void removeSandbox(String id) {
    sandboxes.remove(id);
  }

  /** Who is told the id of each sandbox that is paused. */
  void onPause(Consumer<String> told) {
    onPause = told;
  }

  /** Runs inside a sandbox that was paused come back as failed. */
  void sandboxPaused(String sandboxId, Instant at) {
    onPause.accept(sandboxId);
    conversations.values().stream()
        .filter(conversation -> conversation.sandboxId().equals(sandboxId))
        .forEach(conversation -> conversation.interrupted(at));
  }
}
