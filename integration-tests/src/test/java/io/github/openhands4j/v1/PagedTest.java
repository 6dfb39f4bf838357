package io.github.openhands4j.v1;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.openhands4j.core.UnreadableAnswerException;
import io.github.openhands4j.model.Page;
import io.github.openhands4j.model.v1.CustomSecret;
import io.github.openhands4j.simulator.Disturbance;
import io.github.openhands4j.testing.ManualTime;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lists that are read page by page. */
class PagedTest {

  private static final String SECRETS = "/api/v1/secrets/search";

  private final V1World world = new V1World();
  private final OpenHandsClient client = world.client(new ManualTime());

  @AfterEach
  void close() {
    world.close();
  }

  private void page(String rows, String next) {
    world.server.disturbNext(
        "GET",
        SECRETS,
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[" + rows + "],\"next_page_id\":" + next + ",\"new\":1}"));
  }

  private static String row(String name) {
    return "{\"name\":\"" + name + "\"}";
  }

  private List<String> names() {
    return client.secrets().list().stream().map(CustomSecret::name).toList();
  }

  private long reads() {
    return world.server.journal().count("GET", SECRETS);
  }

  @Test
  void shortAndEmptyPagesDoNotEndTheList() {
    page(row("a"), "\"t1\"");
    page("", "\"t2\"");
    page(row("b") + "," + row("c"), "null");

    assertThat(names()).containsExactly("a", "b", "c");

    assertThat(world.server.journal().requests())
        .extracting(request -> request.query())
        .containsExactly("", "page_id=t1", "page_id=t2");
  }

  @Test
  void listEndsWhenATokenRepeats() {
    page(row("a"), "\"t1\"");
    page(row("b"), "\"t2\"");
    page(row("c"), "\"t1\"");

    assertThat(names()).containsExactly("a", "b", "c");
    assertThat(reads()).isEqualTo(3);
  }

  @Test
  void rowThatComesAgainIsLeftOutOfTheRowsButNotOfThePages() {
    page(row("a") + "," + row("b"), "\"t1\"");
    page(row("b") + "," + row("c"), "null");
    page(row("a") + "," + row("b"), "\"t1\"");
    page(row("b") + "," + row("c"), "null");

    assertThat(names()).containsExactly("a", "b", "c");
    List<Integer> sizes = new ArrayList<>();
    client.secrets().list().pages().forEach(page -> sizes.add(page.items().size()));
    assertThat(sizes).containsExactly(2, 2);
  }

  @Test
  void nothingIsReadBeforeItIsWantedAndNoMoreThanThat() {
    page(row("a") + "," + row("b"), "\"t1\"");
    page(row("c"), "\"t2\"");

    Paged<CustomSecret> secrets = client.secrets().list();
    assertThat(reads()).isZero();
    Iterator<CustomSecret> walk = secrets.iterator();
    assertThat(walk.next().name()).isEqualTo("a");
    assertThat(walk.next().name()).isEqualTo("b");
    assertThat(reads()).isEqualTo(1);
    assertThat(walk.next().name()).isEqualTo("c");
    assertThat(reads()).isEqualTo(2);
  }

  @Test
  void eachWalkBeginsAnew() {
    world.server.account().putSecret("ONE", "fake", null);
    Paged<CustomSecret> secrets = client.secrets().list();

    assertThat(secrets).hasSize(1);
    world.server.account().putSecret("TWO", "fake", null);
    assertThat(secrets).hasSize(2);
  }

  @Test
  void rowOfAnotherFormSpoilsNoPage() {
    page("{\"name\":7},null," + row("a") + ",[1],{\"nome\":\"x\"},{\"name\":{}}", "null");

    Page<CustomSecret> page = client.secrets().list().pages().iterator().next();

    assertThat(page.items()).filteredOn(row -> row != null).extracting(CustomSecret::name).contains("a");
    assertThat(page.unreadable()).isNotEmpty().contains(List.of(1));
    assertThat(page.toString()).doesNotContain("nome");
  }

  @Test
  void rowOfAnotherFormSpoilsNoPageOfPlainValuesEither() {
    world.server.account().connect("github", "fake-token");
    world.server.disturbNext(
        "GET",
        ".*/suggested-tasks/search",
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[{\"issue_number\":\"many\"},{\"title\":\"t\",\"issue_number\":4294967296}]}"));
    world.server.disturbNext(
        "GET",
        ".*/models/search",
        Disturbance.notTaken()
            .answer(
                200,
                "application/json",
                "{\"items\":[{\"name\":null},\"model\",{\"name\":\"m\",\"price\":1.5}]}"));

    assertThat(client.git().suggestedTasks().stream().map(task -> task.issueNumber()))
        .containsExactly(4_294_967_296L);
    Page<?> models = client.config().models(ModelQuery.all()).pages().iterator().next();
    assertThat(models.items()).hasSize(1);
    assertThat(models.unreadable()).hasSize(2);
  }

  @Test
  void bodyThatIsNoPageIsRefused() {
    for (String body : List.of("[]", "7", "{\"items\":7}", "{\"items\":[")) {
      world.server.disturbNext(
          "GET", SECRETS, Disturbance.notTaken().answer(200, "application/json", body));
      assertThatThrownBy(this::names).as(body).isInstanceOf(UnreadableAnswerException.class);
    }
  }

  @Test
  void failedPageIsReadAgain() {
    page(row("a"), "\"t1\"");
    world.server.disturbNext("GET", SECRETS, Disturbance.notTaken().answer(503).retryAfter("0"));
    page(row("b"), "null");

    assertThat(names()).containsExactly("a", "b");
  }

  @Test
  void listOfATestIsOnePage() {
    Paged<String> list = Paged.of(List.of("a", "b"));

    assertThat(list).containsExactly("a", "b");
    assertThat(list.stream()).hasSize(2);
    assertThat(list.pages()).hasSize(1);
  }
}
