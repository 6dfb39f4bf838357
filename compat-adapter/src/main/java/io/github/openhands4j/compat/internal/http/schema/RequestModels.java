package io.github.openhands4j.compat.internal.http.schema;

import static io.github.openhands4j.compat.internal.http.schema.Field.nullable;
import static io.github.openhands4j.compat.internal.http.schema.Field.optional;
import static io.github.openhands4j.compat.internal.http.schema.Field.required;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** What the bodies of requests must be, one constant each, in the server's order. */
public final class RequestModels {

  private static final Type TEXT = Types.text();
  private static final Type PROVIDER = Types.word(Words.PROVIDERS);
  private static final BigInteger LEAST_CONDENSER = BigInteger.valueOf(20);

  /** One of the git providers. */
  public static final Type PROVIDER_WORD = PROVIDER;

  /** Where conversations came from. */
  public static final Type TRIGGER_WORD = Types.word(Words.TRIGGERS);

  /** {@code POST /api/conversations}. */
  public static final Type CREATE =
      Model.strict(
          nullable("repository", TEXT),
          nullable("git_provider", PROVIDER),
          nullable("selected_branch", TEXT),
          nullable("initial_user_msg", TEXT),
          nullable("image_urls", Types.list(TEXT)),
          nullable("replay_json", TEXT),
          nullable(
              "suggested_task",
              Model.of(
                  required("git_provider", PROVIDER),
                  required("task_type", Types.word(Words.TASK_TYPES)),
                  required("repo", TEXT),
                  required("issue_number", Numbers.integer()),
                  required("title", TEXT))),
          nullable(
              "create_microagent",
              Model.of(
                  required("repo", TEXT),
                  nullable("git_provider", PROVIDER),
                  nullable("title", TEXT))),
          nullable("conversation_instructions", TEXT),
          nullable("mcp_config", McpConfig.TYPE));

  /** {@code PATCH /api/conversations/{id}}. */
  public static final Type RENAME = Model.strict(required("title", Types.text(1, 200)));

  /** {@code POST /api/conversations/{id}/start}. */
  public static final Type START = Model.of(nullable("providers_set", Types.list(PROVIDER)));

  /** {@code POST /api/conversations/{id}/message}. */
  public static final Type MESSAGE = Model.of(required("message", TEXT));

  /** {@code POST /api/conversations/{id}/exp-config}. */
  public static final Type EXPERIMENT = Model.of(nullable("config", Types.map(TEXT, TEXT)));

  /** {@code POST /api/conversations/{id}/submit-feedback}. */
  public static final Type FEEDBACK =
      Model.of(
          optional("email", TEXT),
          optional("version", TEXT),
          required("polarity", Types.word(List.of("positive", "negative"))),
          optional("permissions", Types.word(List.of("public", "private"))));

  /** The body of {@code GET /api/conversations/{id}/events}. */
  public static final Type EVENT_FILTER =
      new Model(
          List.of(
              optional("exclude_hidden", Numbers.flag()),
              nullable("query", TEXT),
              nullable("include_types", Types.tuple(Types.classOf("Event"))),
              nullable("exclude_types", Types.tuple(Types.classOf("Event"))),
              nullable("source", TEXT),
              nullable("start_date", TEXT),
              nullable("end_date", TEXT)),
          false,
          "EventFilter");

  /** {@code POST /api/settings}. */
  public static final Type SETTINGS =
      Model.of(
          nullable("language", TEXT),
          nullable("agent", TEXT),
          nullable("max_iterations", Numbers.integer()),
          nullable("security_analyzer", TEXT),
          nullable("confirmation_mode", Numbers.flag()),
          nullable("llm_model", TEXT),
          nullable("llm_api_key", TEXT),
          nullable("llm_base_url", TEXT),
          nullable("remote_runtime_resource_factor", Numbers.integer()),
          optional("secrets_store", Types.map(TEXT, Types.any())),
          optional("enable_default_condenser", Numbers.flag()),
          optional("enable_sound_notifications", Numbers.flag()),
          optional("enable_proactive_conversation_starters", Numbers.flag()),
          optional("enable_solvability_analysis", Numbers.flag()),
          nullable("user_consents_to_analytics", Numbers.flag()),
          nullable("sandbox_base_container_image", TEXT),
          nullable("sandbox_runtime_container_image", TEXT),
          nullable("mcp_config", McpConfig.TYPE),
          nullable("search_api_key", TEXT),
          nullable("sandbox_api_key", TEXT),
          nullable("max_budget_per_task", Numbers.decimal()),
          nullable(
              "condenser_max_size",
              Types.ruled(
                  Numbers.integer(),
                  size ->
                      ((BigInteger) size).compareTo(LEAST_CONDENSER) < 0
                          ? Optional.of("condenser_max_size must be at least 20")
                          : Optional.empty())),
          nullable("email", TEXT),
          nullable("email_verified", Numbers.flag()),
          nullable("git_user_name", TEXT),
          nullable("git_user_email", TEXT));

  /** {@code POST /api/add-git-providers}. */
  public static final Type PROVIDERS =
      Model.of(
          nullable("mcp_config", McpConfig.TYPE),
          optional(
              "provider_tokens",
              Types.map(
                  PROVIDER,
                  Model.of(
                      nullable("token", TEXT),
                      nullable("user_id", TEXT),
                      nullable("host", TEXT)))));

  /** {@code POST /api/secrets}. */
  public static final Type NEW_SECRET =
      Model.of(required("name", TEXT), nullable("description", TEXT), required("value", TEXT));

  /** {@code PUT /api/secrets/{name}}. */
  public static final Type SECRET = Model.of(required("name", TEXT), nullable("description", TEXT));

  private RequestModels() {}
}
