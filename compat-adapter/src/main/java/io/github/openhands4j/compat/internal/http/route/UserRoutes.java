package io.github.openhands4j.compat.internal.http.route;

import static io.github.openhands4j.compat.internal.http.schema.Field.nullable;
import static io.github.openhands4j.compat.internal.http.schema.Field.optional;
import static io.github.openhands4j.compat.internal.http.schema.Field.required;

import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.internal.http.schema.Numbers;
import io.github.openhands4j.compat.internal.http.schema.RequestModels;
import io.github.openhands4j.compat.internal.http.schema.Type;
import io.github.openhands4j.compat.internal.http.schema.Types;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.v0.OpenHandsV0Client;
import java.util.List;
import java.util.Objects;

/** The user and what its git providers have. */
final class UserRoutes {

  private static final String REPOSITORY = "/api/user/repository/{repository:path}";
  private static final Type TEXT = Types.text();
  private static final Type INTEGER = Numbers.integer();
  private static final Type PROVIDER = RequestModels.PROVIDER_WORD;

  private UserRoutes() {}

  static List<Route> all() {
    return List.of(
        of("installations", UserRoutes::installations).query(required("provider", PROVIDER)),
        of("repositories", UserRoutes::repositories)
            .query(
                optional("sort", TEXT),
                nullable("selected_provider", PROVIDER),
                nullable("page", INTEGER),
                nullable("per_page", INTEGER),
                nullable("installation_id", TEXT)),
        of("info", (call, client) -> Answers.json(200, client.user().info())),
        of("search/repositories", UserRoutes::searchRepositories)
            .query(
                required("query", TEXT),
                optional("per_page", INTEGER),
                optional("sort", TEXT),
                optional("order", TEXT),
                nullable("selected_provider", PROVIDER)),
        of("search/branches", UserRoutes::searchBranches)
            .query(
                required("repository", TEXT),
                required("query", TEXT),
                optional("per_page", INTEGER),
                nullable("selected_provider", PROVIDER)),
        of("suggested-tasks", (call, client) -> Answers.json(200, client.user().suggestedTasks())),
        of("repository/branches", UserRoutes::branches)
            .query(
                required("repository", TEXT),
                optional("page", INTEGER),
                optional("per_page", INTEGER)),
        Route.of("GET", REPOSITORY + "/microagents", ErrorShape.TEXT, UserRoutes::microagents),
        Route.of("GET", REPOSITORY + "/microagents/content", ErrorShape.TEXT, UserRoutes::content)
            .query(required("file_path", TEXT)));
  }

  private static Route of(String tail, Handler handler) {
    return Route.of("GET", "/api/user/" + tail, ErrorShape.TEXT, handler);
  }

  private static V0Response installations(Call call, OpenHandsV0Client client) {
    ProviderType provider = ProviderType.of(call.requiredText("provider"));
    return Answers.json(200, client.user().installations(provider));
  }

  private static V0Response repositories(Call call, OpenHandsV0Client client) {
    RepositoryQuery query =
        RepositoryQuery.builder()
            .sort(call.text("sort"))
            .selectedProvider(call.word("selected_provider", ProviderType::of))
            .page(call.number("page"))
            .perPage(call.number("per_page"))
            .installationId(call.text("installation_id"))
            .build();
    return Answers.json(200, client.user().repositories(query));
  }

  private static V0Response searchRepositories(Call call, OpenHandsV0Client client) {
    RepositorySearch search =
        RepositorySearch.builder()
            .query(call.requiredText("query"))
            .perPage(call.number("per_page"))
            .sort(call.text("sort"))
            .order(call.text("order"))
            .selectedProvider(call.word("selected_provider", ProviderType::of))
            .build();
    return Answers.json(200, client.user().searchRepositories(search));
  }

  private static V0Response searchBranches(Call call, OpenHandsV0Client client) {
    BranchSearch search =
        BranchSearch.builder()
            .repository(call.requiredText("repository"))
            .query(call.requiredText("query"))
            .perPage(call.number("per_page"))
            .selectedProvider(call.word("selected_provider", ProviderType::of))
            .build();
    return Answers.json(200, client.user().searchBranches(search));
  }

  private static V0Response branches(Call call, OpenHandsV0Client client) {
    return Answers.json(
        200,
        client
            .user()
            .branches(
                call.requiredText("repository"), call.number("page"), call.number("per_page")));
  }

  private static V0Response microagents(Call call, OpenHandsV0Client client) {
    return Answers.json(200, client.user().microagents(repository(call)));
  }

  private static V0Response content(Call call, OpenHandsV0Client client) {
    return Answers.json(
        200, client.user().microagentContent(repository(call), call.requiredText("file_path")));
  }

  private static String repository(Call call) {
    return Objects.requireNonNull(call.path().get("repository"));
  }
}
