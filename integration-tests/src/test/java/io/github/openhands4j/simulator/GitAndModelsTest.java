package io.github.openhands4j.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What git providers know, and which models there are. */
class GitAndModelsTest {

  private static final String GIT = "/api/v1/git";
  private static final String REPOSITORIES = GIT + "/repositories/search?provider=github";
  private static final String BRANCHES =
      GIT + "/branches/search?provider=github&repository=octo/app";

  private final OpenHandsSimulator server = OpenHandsSimulator.start();
  private final Caller caller = new Caller(server);
  private final SimulatedAccount account = server.account();

  @AfterEach
  void stop() {
    server.close();
  }

  private List<String> names(String path, String field) throws IOException {
    List<String> names = new ArrayList<>();
    for (JsonNode item : caller.get(path).json().get("items")) {
      names.add(item.isTextual() ? item.asText() : item.get(field).asText());
    }
    return names;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/installations/search?provider=github",
        "/repositories/search?provider=github",
        "/branches/search?provider=github&repository=a/b&query=",
        "/suggested-tasks/search"
      })
  void nothingIsToldWithoutAProvider(String path) throws IOException {
    Caller.Answer answer = caller.get(GIT + path);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.text())
        .isEqualTo("{\"detail\":\"Git provider token required (such as GitHub).\"}");
  }

  @Test
  void anotherProviderIsNotConnectedAndSomeHaveNoInstallations() throws IOException {
    account.connect("gitlab", "fake-token");

    assertThat(caller.get(REPOSITORIES).text())
        .isEqualTo("{\"detail\":\"Requested Git provider is not connected.\"}");
    assertThat(caller.get(GIT + "/installations/search?provider=gitlab").status()).isEqualTo(400);
    assertThat(caller.get(GIT + "/installations/search?provider=cvs").status()).isEqualTo(422);
    assertThat(caller.get(GIT + "/installations/search").status()).isEqualTo(422);
    account.connect("github", "fake-token");
    account.addInstallation("github", "17");
    assertThat(names(GIT + "/installations/search?provider=github", "")).containsExactly("17");
  }

  @Test
  void repositoriesArePagedAndSearched() throws IOException {
    account.connect("github", "fake-token");
    account.addRepository("github", "octo/app", 1);
    account.addRepository("github", "octo/lib", 9);
    account.addRepository("github", "octo/application", 5);

    JsonNode first = caller.get(REPOSITORIES + "&limit=2").json();
    assertThat(first.at("/items/0/full_name").asText()).isEqualTo("octo/app");
    String next = first.get("next_page_id").asText();
    assertThat(names(REPOSITORIES + "&limit=2&page_id=" + next, "full_name"))
        .containsExactly("octo/application");
    assertThat(names(REPOSITORIES + "&query=app", "full_name"))
        .containsExactly("octo/application", "octo/app");
    assertThat(names(REPOSITORIES + "&query=app&sort_order=stars-asc", "full_name"))
        .containsExactly("octo/app", "octo/application");
    JsonNode full = caller.get(REPOSITORIES + "&query=app&limit=2").json();
    assertThat(full.get("next_page_id").isTextual()).isTrue();
    JsonNode empty =
        caller
            .get(REPOSITORIES + "&query=app&limit=2&page_id=" + full.get("next_page_id").asText())
            .json();
    assertThat(empty.get("items")).isEmpty();
    assertThat(empty.get("next_page_id").isNull()).isTrue();
    assertThat(caller.get(REPOSITORIES + "&sort_order=stars-asc").status()).isEqualTo(400);
    assertThat(caller.get(REPOSITORIES + "&page_id=zzz").text())
        .isEqualTo("{\"detail\":\"Invalid page_id.\"}");
  }

  @Test
  void branchesAreFilteredAfterThePageIsCut() throws IOException {
    account.connect("github", "fake-token");
    for (String name : new String[] {"main", "dev", "dev-2"}) {
      account.addBranch("github", "octo/app", name, "abc");
    }

    JsonNode first = caller.get(BRANCHES + "&query=dev-&limit=2").json();
    assertThat(first.get("items")).isEmpty();
    assertThat(
            names(
                BRANCHES + "&query=dev-&limit=2&page_id=" + first.get("next_page_id").asText(),
                "name"))
        .containsExactly("dev-2");
    assertThat(names(BRANCHES + "&query=", "name")).hasSize(3);
    assertThat(caller.get(BRANCHES).status()).isEqualTo(422);
  }

  @Test
  void suggestedTasksAreThirtyAPage() throws IOException {
    account.connect("github", "fake-token");
    for (int i = 0; i < 31; i++) {
      account.addSuggestedTask("github", "OPEN_ISSUE", "octo/app", i, "Issue " + i);
    }

    JsonNode page = caller.get(GIT + "/suggested-tasks/search").json();
    assertThat(page.get("items")).hasSize(30);
    assertThat(page.at("/items/0").toString())
        .isEqualTo(
            "{\"git_provider\":\"github\",\"task_type\":\"OPEN_ISSUE\",\"repo\":\"octo/app\","
                + "\"issue_number\":0,\"title\":\"Issue 0\"}");
    assertThat(page.get("next_page_id").asText()).isEqualTo("MzA");
  }

  @Test
  void modelsAndTheirProvidersAreFiltered() throws IOException {
    String models = "/api/v1/config/models/search";
    account.addModel("openai", "other", false);

    assertThat(caller.get(models + "?limit=1").json().at("/items/0").toString())
        .isEqualTo(
            "{\"provider\":\"anthropic\",\"name\":\"fake-large\",\"verified\":true,"
                + "\"hidden\":false,\"canonical\":null}");
    assertThat(names(models + "?verified__eq=false", "name"))
        .containsExactly("fake-small", "other");
    assertThat(names(models + "?provider__eq=openai&query=fake", "name"))
        .containsExactly("fake-model");
    assertThat(names("/api/v1/config/providers/search?verified__eq=true", "name"))
        .containsExactly("anthropic", "openai");
    assertThat(names("/api/v1/config/providers/search?query=open&page_id=junk", "name"))
        .containsExactly("openai");
  }
}
