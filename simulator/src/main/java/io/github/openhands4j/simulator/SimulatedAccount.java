package io.github.openhands4j.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The user's side of the simulated server: settings, secrets, git providers and what is behind
 * them, models, skills. A live view, thread-safe. It starts with default settings, a few models,
 * and nothing else.
 */
public final class SimulatedAccount {

  /** A secret of the user. */
  record Secret(String value, @Nullable String description) {}

  /** The credentials for a git provider. */
  record Token(String token, @Nullable String host) {}

  /** A language model. */
  record Model(String provider, String name, boolean verified) {}

  /** A skill that conversations load. */
  record Skill(String name, String type, String content, List<String> triggers) {

    /** As the server shows it. */
    ObjectNode json() {
      ObjectNode json = Json.object().put("name", name).put("type", type);
      json.put("content", content);
      json.set("triggers", Json.array().addAll(triggers.stream().map(Json::string).toList()));
      return json;
    }
  }

  private final World world;
  private @Nullable ObjectNode settings = SettingsJson.initial();
  private final Map<String, Secret> secrets = new LinkedHashMap<>();
  private final Map<String, Token> providers = new LinkedHashMap<>();
  private final Set<String> refused = new HashSet<>();
  private final Map<String, List<ObjectNode>> lists = new HashMap<>();
  private final List<Model> models =
      new ArrayList<>(
          List.of(
              new Model("anthropic", "fake-large", true),
              new Model("anthropic", "fake-small", false),
              new Model("openai", "fake-model", true)));
  private final List<Skill> skills = new ArrayList<>();
  private @Nullable ObjectNode gitUser;

  /** An account of one world. */
  SimulatedAccount(World world) {
    this.world = world;
  }

  /** Takes the settings away, as on a fresh installation: reads are 404 until some are stored. */
  public void forgetSettings() {
    world.change(at -> settings = null);
  }

  /**
   * The stored value of a secret, which no route tells.
   *
   * @param name the secret's name
   * @return the value, nothing for an unknown secret
   */
  public Optional<String> secret(String name) {
    return world.look(() -> Optional.ofNullable(secrets.get(name)).map(Secret::value));
  }

  /**
   * Stores a secret.
   *
   * @param name the secret's name
   * @param value an obviously fake value
   * @param description free text, or null
   */
  public void putSecret(String name, String value, @Nullable String description) {
    world.change(at -> secrets.put(name, new Secret(value, description)));
  }

  /**
   * Connects a git provider.
   *
   * @param provider such as {@code github}
   * @param token an obviously fake token
   */
  public void connect(String provider, String token) {
    world.change(at -> providers.put(provider, new Token(token, null)));
  }

  /**
   * The stored token of a provider, which no route tells.
   *
   * @param provider such as {@code github}
   * @return the token, nothing when the provider is not connected
   */
  public Optional<String> token(String provider) {
    return world.look(() -> Optional.ofNullable(providers.get(provider)).map(Token::token));
  }

  /**
   * Makes a token one that its provider does not accept.
   *
   * @param token the token to be refused when it is stored
   */
  public void refuseToken(String token) {
    world.change(at -> refused.add(token));
  }

  /**
   * Adds an installation of the app at a provider.
   *
   * @param provider {@code github} or {@code bitbucket}
   * @param id the installation's id
   */
  public void addInstallation(String provider, String id) {
    world.change(at -> list("installations " + provider).add(Json.object().put("id", id)));
  }

  /**
   * Adds a repository.
   *
   * @param provider such as {@code github}
   * @param fullName owner and name, such as {@code octo/app}
   * @param stars how many stars it has
   */
  public void addRepository(String provider, String fullName, int stars) {
    world.change(
        at -> {
          List<ObjectNode> all = list("repositories " + provider);
          ObjectNode item = Json.object().put("id", String.valueOf(all.size() + 1));
          item.put("full_name", fullName).put("git_provider", provider).put("is_public", true);
          item.put("stargazers_count", stars).putNull("link_header");
          item.put("pushed_at", Timestamps.zoned(at)).put("owner_type", "user");
          all.add(item.put("main_branch", "main"));
        });
  }

  /**
   * Adds a branch.
   *
   * @param provider such as {@code github}
   * @param repository owner and name
   * @param name the branch's name
   * @param sha the commit it stands at
   */
  public void addBranch(String provider, String repository, String name, String sha) {
    world.change(
        at -> {
          ObjectNode item = Json.object().put("name", name).put("commit_sha", sha);
          item.put("protected", false).put("last_push_date", Timestamps.zoned(at));
          list("branches " + provider + " " + repository).add(item);
        });
  }

  /**
   * Adds a suggested task.
   *
   * @param provider such as {@code github}
   * @param type such as {@code OPEN_ISSUE}
   * @param repository owner and name
   * @param number the number of issue or pull request
   * @param title its title
   */
  public void addSuggestedTask(
      String provider, String type, String repository, int number, String title) {
    world.change(
        at -> {
          ObjectNode item = Json.object().put("git_provider", provider).put("task_type", type);
          item.put("repo", repository).put("issue_number", number).put("title", title);
          list("tasks").add(item);
        });
  }

  /**
   * Sets who the user is at the git provider.
   *
   * @param id the provider's id of the user
   * @param login the login name
   */
  public void setGitUser(String id, String login) {
    ObjectNode user = Json.object().put("id", id).put("login", login);
    user.put("avatar_url", "https://avatars.example.org/" + id).putNull("company");
    user.put("name", login).putNull("email");
    world.change(at -> gitUser = user);
  }

  /**
   * Adds a model.
   *
   * @param provider its provider
   * @param name its name without the provider
   * @param verified whether it is one of the recommended ones
   */
  public void addModel(String provider, String name, boolean verified) {
    world.change(at -> models.add(new Model(provider, name, verified)));
  }

  /**
   * Adds a skill that every conversation loads.
   *
   * @param name its name
   * @param type {@code repo}, {@code knowledge} or {@code agentskills}
   * @param content its text
   * @param triggers the words that call for it
   */
  public void addSkill(String name, String type, String content, String... triggers) {
    world.change(at -> skills.add(new Skill(name, type, content, List.of(triggers))));
  }

  /** The settings with all keys, null when there are none. */
  @Nullable ObjectNode settings() {
    return settings;
  }

  /** The settings, made when there are none. */
  ObjectNode madeSettings() {
    ObjectNode present = settings;
    if (present == null) {
      present = SettingsJson.initial();
      settings = present;
    }
    return present;
  }

  /** The secrets by name. */
  Map<String, Secret> secrets() {
    return secrets;
  }

  /** The tokens of the connected providers. */
  Map<String, Token> providers() {
    return providers;
  }

  /** True when a token is not accepted by its provider. */
  boolean isRefused(String token) {
    return refused.contains(token);
  }

  /** A list of git things, made when it is not there. */
  List<ObjectNode> list(String name) {
    return lists.computeIfAbsent(name, key -> new ArrayList<>());
  }

  /** The user at the git provider, if set. */
  Optional<ObjectNode> gitUser() {
    return Optional.ofNullable(gitUser);
  }

  /** All models. */
  List<Model> models() {
    return models;
  }

  /** All skills. */
  List<Skill> skills() {
    return skills;
  }
}
