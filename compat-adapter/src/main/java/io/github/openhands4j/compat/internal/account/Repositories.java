package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.compat.internal.translate.V0Bodies;
import io.github.openhands4j.core.internal.page.Walks;
import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.v1.api.V1Api;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Repositories and branches at the account's git providers. */
final class Repositories {

  private static final int DEFAULT_PAGE_ROWS = 30;
  private static final int DEFAULT_SEARCH_ROWS = 5;

  /** V0 read no more of a list without pages either. */
  private static final int MOST_ROWS = 1000;

  private static final Set<String> SORTS = Set.of("stars", "forks", "updated");

  private final V1Api api;
  private final Rows rows;
  private final ConnectedProviders providers;

  Repositories(V1Api api, Rows rows, ConnectedProviders providers) {
    this.api = api;
    this.rows = rows;
    this.providers = providers;
  }

  /** One page, or, if none is asked for, all of them. */
  List<Repository> list(RepositoryQuery query) {
    Stream<Repository> all =
        InTurn.rows(
            connected(query.selectedProvider(), UserFailures.NO_TOKEN),
            provider -> {
              Map<String, Object> wanted = of(provider);
              if (query.installationId() != null) {
                wanted.put("installation_id", query.installationId());
              }
              return rows.of(wanted, api.git()::repositories).map(GitRows::repository);
            });
    if (query.page() == null && query.perPage() == null) {
      return all.limit(MOST_ROWS).map(GitRows::withoutNext).toList();
    }
    int page = Objects.requireNonNullElse(query.page(), 1);
    int perPage = Objects.requireNonNullElse(query.perPage(), DEFAULT_PAGE_ROWS);
    PageNumbers<Repository> cut = PageNumbers.cut(all, page, perPage);
    if (!cut.goesOn()) {
      return cut.rows();
    }
    List<Repository> linked = new ArrayList<>(cut.rows());
    linked.set(0, GitRows.withNext(linked.get(0), Math.max(page, 1), perPage));
    return List.copyOf(linked);
  }

  /** The best of each provider. */
  List<Repository> search(RepositorySearch search) {
    int most = Objects.requireNonNullElse(search.perPage(), DEFAULT_SEARCH_ROWS);
    String sort = Objects.requireNonNullElse(search.sort(), "stars");
    String order = Objects.requireNonNullElse(search.order(), "desc");
    return connected(search.selectedProvider(), "Git provider token required.").stream()
        .flatMap(
            provider -> {
              Map<String, Object> wanted = of(provider);
              wanted.put("query", search.query());
              if (SORTS.contains(sort)) {
                wanted.put("sort_order", sort + (order.equals("asc") ? "-asc" : "-desc"));
              }
              return rows.of(wanted, api.git()::repositories)
                  .limit(Math.max(most, 0))
                  .map(GitRows::repository);
            })
        .toList();
  }

  List<Branch> search(BranchSearch search) {
    int most = Objects.requireNonNullElse(search.perPage(), DEFAULT_PAGE_ROWS);
    return branches(search.repository(), search.query(), search.selectedProvider())
        .limit(Math.max(most, 0))
        .toList();
  }

  BranchPage branches(String repository, @Nullable Integer page, @Nullable Integer perPage) {
    int number = Math.max(Objects.requireNonNullElse(page, 1), 1);
    int size = Math.max(Objects.requireNonNullElse(perPage, DEFAULT_PAGE_ROWS), 1);
    PageNumbers<Branch> cut = PageNumbers.cut(branches(repository, "", null), number, size);
    return BranchPage.builder()
        .branches(cut.rows())
        .hasNextPage(cut.goesOn())
        .currentPage(number)
        .perPage(size)
        .totalCount(null)
        .build();
  }

  /** Of the first connected provider that has any; a repository is at one of them. */
  private Stream<Branch> branches(
      String repository, String query, @Nullable ProviderType selected) {
    List<ProviderType> asked = connected(selected, UserFailures.NO_TOKEN);
    for (ProviderType provider : asked) {
      Map<String, Object> wanted = of(provider);
      wanted.put("repository", repository);
      wanted.put("query", query);
      Stream<Branch> all = rows.of(wanted, api.git()::branches).map(GitRows::branch);
      if (asked.size() == 1) {
        return all;
      }
      Iterator<Branch> walk = all.iterator();
      if (walk.hasNext()) {
        return Walks.stream(walk);
      }
    }
    return Stream.empty();
  }

  private List<ProviderType> connected(@Nullable ProviderType selected, String noProvider) {
    List<ProviderType> connected = providers.of(selected);
    if (connected.isEmpty()) {
      throw V0Bodies.text(401, noProvider, null);
    }
    return connected;
  }

  private static Map<String, Object> of(ProviderType provider) {
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("provider", provider.value());
    return wanted;
  }
}
