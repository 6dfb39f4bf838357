package io.github.openhands4j.simulator.v0;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What the server knows: conversations, and what its account has. Not thread-safe. */
final class Store {

  private static final DateTimeFormatter SIX_DIGITS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

  private final Map<String, Conversation> conversations = new LinkedHashMap<>();
  private final Set<String> inaccessible = new HashSet<>();
  private Instant now = Instant.parse("2025-11-20T10:00:00.000123Z");
  private final Set<String> refusedTokens = new HashSet<>();
  private final SettingsRecord settings = new SettingsRecord();
  private final SecretShelf secrets = new SecretShelf();
  private final Deque<V0Run> runs = new ArrayDeque<>();
  private V0Account account = V0Account.COMPLETE;

  Conversation create(String trigger, JsonNode request) {
    Conversation made =
        new Conversation(
            UUID.randomUUID().toString().replace("-", ""),
            this::timestamp,
            trigger,
            request,
            runs.isEmpty() ? V0Run.runsOn() : runs.remove());
    conversations.put(made.id(), made);
    return made;
  }

  /** By the exact text: V0 knows no other spelling of an id. */
  Optional<Conversation> find(String id) {
    return Optional.ofNullable(conversations.get(id));
  }

  boolean remove(String id) {
    return conversations.remove(id) != null;
  }

  List<Conversation> newestFirst() {
    List<Conversation> all = new ArrayList<>(conversations.values());
    Collections.reverse(all);
    return all;
  }

  /** A time later than all before, so that the order of conversations is certain. */
  String timestamp() {
    now = now.plusSeconds(1);
    return SIX_DIGITS.format(now);
  }

  void denyRepository(String repository) {
    inaccessible.add(repository);
  }

  boolean mayReach(String repository) {
    return !inaccessible.contains(repository);
  }

  V0Account account() {
    return account;
  }

  void account(V0Account newAccount) {
    account = newAccount;
    if (newAccount == V0Account.WITHOUT_GIT_TOKENS) {
      secrets.forget();
    }
  }

  SettingsRecord settings() {
    return settings;
  }

  SecretShelf secrets() {
    return secrets;
  }

  /** From now on there is a record of secrets, even if it is empty. */
  void keepSecrets() {
    secrets.open();
  }

  /** Whether a git provider is connected. */
  boolean hasProvider() {
    return account != V0Account.WITHOUT_GIT_TOKENS && !settings.providers().isEmpty();
  }

  void refuseToken(String token) {
    refusedTokens.add(token);
  }

  boolean isTokenRefused(String token) {
    return refusedTokens.contains(token);
  }

  /** What the agent of the next conversation without a run of its own does. */
  void nextRun(V0Run run) {
    runs.add(run);
  }
}
