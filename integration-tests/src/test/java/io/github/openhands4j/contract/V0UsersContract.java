package io.github.openhands4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.SuggestedTask;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.BranchPage;
import io.github.openhands4j.model.v0.BranchSearch;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.RepositoryQuery;
import io.github.openhands4j.model.v0.RepositorySearch;
import io.github.openhands4j.v0.V0Exception;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/**
 * What the account's user and repositories promise. The world's account is connected to a provider
 * that holds {@link V0World#REPOSITORY}, with a branch {@code main}, and more than one repository.
 */
public abstract class V0UsersContract extends V0WorldTest {

  private static final int NOT_SUPPORTED = 501;

  @Test
  void userHasANameAtTheProvider() {
    assertThat(client().user().info().login()).isNotBlank();
    assertThat(client().user().info().id()).isNotBlank();
  }

  @Test
  void installationsHaveIds() {
    assertThat(client().user().installations(ProviderType.GITHUB)).isNotEmpty().doesNotContain("");
  }

  @Test
  void repositoriesOfTheAccountAreListed() {
    assertThat(client().user().repositories(RepositoryQuery.builder().build()))
        .filteredOn(repository -> repository.fullName().equals(V0World.REPOSITORY))
        .singleElement()
        .satisfies(
            repository -> {
              assertThat(repository.id()).isNotBlank();
              assertThat(repository.gitProvider()).isEqualTo(ProviderType.GITHUB);
              assertThat(repository.mainBranch()).isEqualTo("main");
            });
  }

  @Test
  void pagesHoldEveryRepositoryOnceAndTheFirstRowTellsWhetherThereIsMore() {
    List<String> all =
        client().user().repositories(RepositoryQuery.builder().build()).stream()
            .map(Repository::fullName)
            .toList();
    List<String> walked = new ArrayList<>();
    for (int page = 1; page <= all.size(); page++) {
      List<Repository> rows =
          client()
              .user()
              .repositories(
                  RepositoryQuery.builder()
                      .selectedProvider(ProviderType.GITHUB)
                      .page(page)
                      .perPage(1)
                      .build());
      rows.forEach(row -> walked.add(row.fullName()));
      String link = rows.get(0).linkHeader();
      assertThat(link != null && link.contains("rel=\"next\"")).isEqualTo(page < all.size());
    }

    assertThat(all).hasSizeGreaterThan(1);
    assertThat(walked).isEqualTo(all);
  }

  @Test
  void repositoriesAreFoundByText() {
    assertThat(
            client()
                .user()
                .searchRepositories(RepositorySearch.builder().query("octo/app").build())
                .stream()
                .map(Repository::fullName))
        .contains(V0World.REPOSITORY)
        .allSatisfy(name -> assertThat(name).contains("octo/app"));
    assertThat(
            client()
                .user()
                .searchRepositories(RepositorySearch.builder().query("no-such-name").build()))
        .isEmpty();
  }

  @Test
  void branchesComeInPages() {
    BranchPage first = client().user().branches(V0World.REPOSITORY, 1, 1);
    BranchPage all = client().user().branches(V0World.REPOSITORY, null, null);

    assertThat(first.branches()).hasSize(1);
    assertThat(first.hasNextPage()).isEqualTo(all.branches().size() > 1);
    assertThat(first.currentPage()).isEqualTo(1);
    assertThat(all.branches().stream().map(Branch::name)).contains("main");
    assertThat(all.hasNextPage()).isFalse();
  }

  @Test
  void branchesAreFoundByText() {
    assertThat(
            client()
                .user()
                .searchBranches(
                    BranchSearch.builder().repository(V0World.REPOSITORY).query("mai").build())
                .stream()
                .map(Branch::name))
        .containsExactly("main");
  }

  @Test
  void suggestedTasksNameTheirRepository() {
    assertThat(client().user().suggestedTasks())
        .isNotEmpty()
        .extracting(SuggestedTask::repo)
        .doesNotContainNull()
        .doesNotContain("");
  }

  @Test
  protected void microagentsOfARepositoryAreReadOrRefused() {
    try {
      var microagents = client().user().microagents(V0World.REPOSITORY);
      assertThat(microagents).isNotEmpty();
      assertThat(
              client()
                  .user()
                  .microagentContent(V0World.REPOSITORY, microagents.get(0).path())
                  .content())
          .isNotBlank();
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(NOT_SUPPORTED);
    }
  }

  @Test
  void conversationsOnMicroagentsAreListedOrRefused() {
    world().running();
    try {
      assertThat(client().user().microagentConversations(V0World.REPOSITORY, null, null).results())
          .isEmpty();
    } catch (V0Exception refused) {
      assertThat(refused.status()).isEqualTo(NOT_SUPPORTED);
    }
  }

  @Test
  void withoutAProviderEveryCallIsToldInATextOfJson() {
    client().settings().unsetProviderTokens();
    List<ThrowingCallable> calls =
        List.of(
            () -> client().user().info(),
            () -> client().user().installations(ProviderType.GITHUB),
            () -> client().user().repositories(RepositoryQuery.builder().build()),
            () -> client().user().searchRepositories(RepositorySearch.builder().query("x").build()),
            () -> client().user().branches(V0World.REPOSITORY, null, null),
            () -> client().user().suggestedTasks());

    assertThat(calls)
        .allSatisfy(
            call -> {
              V0Exception refused = failureOf(call);
              assertThat(refused.status()).isEqualTo(401);
              assertThat(refused.body()).startsWith("\"").endsWith("\"");
            });
  }
}
