package io.github.openhands4j.realserver.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.openhands4j.realserver.RecordedExchange;
import io.github.openhands4j.realserver.ServerKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What counts as a difference between two answers. */
class LikenessTest {

  private static final String TESTS = "src/test/java/io/github/openhands4j";

  private final Ids ids = new Ids();

  private static RecordedExchange answer(int status, String type, String body, String... headers) {
    Map<String, String> all = new TreeMap<>(Map.of("content-type", type));
    for (int i = 0; i < headers.length; i += 2) {
      all.put(headers[i], headers[i + 1]);
    }
    return new RecordedExchange("GET", "/x?ids=a", Map.of(), "", status, all, body);
  }

  private static RecordedExchange json(int status, String body) {
    return answer(status, "application/json", body);
  }

  private List<Difference> differences(RecordedExchange real, RecordedExchange simulated) {
    return Answers.differences(real, simulated, ids);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":\"x\",\"b\":[1,2]}|{\"b\":[3],\"a\":\"y\"}",
        "{\"a\":[]}|{\"a\":[{\"b\":1}]}",
        "{\"a\":[{\"b\":1}]}|{\"a\":[]}",
        "{\"at\":\"2026-11-24T03:19:07.775371Z\"}|{\"at\":\"2025-01-01T00:00:00Z\"}",
        "{\"at\":\"2026-11-24T03:19:07.775371\"}|{\"at\":\"2025-01-01T00:00:00\"}",
        "[null,{\"a\":1}]|[null,{\"a\":2}]",
        "true|false",
        "5|6",
      })
  void valuesOfTheSameShapeAreAlike(String real, String simulated) {
    assertThat(differences(json(200, real), json(200, simulated))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"a\":1,\"b\":1}|{\"a\":1}|$.b",
        "{\"a\":1}|{\"a\":1,\"b\":1}|$.b",
        "{\"a\":1}|{\"a\":\"1\"}|$.a",
        "{\"a\":1}|{\"a\":1.5}|$.a",
        "{\"a\":null}|{\"a\":\"x\"}|$.a",
        "{\"a\":\"x\"}|{\"a\":null}|$.a",
        "{\"a\":{}}|{\"a\":[]}|$.a",
        "{\"a\":[{\"b\":1}]}|{\"a\":[{\"c\":1}]}|$.a[].b",
        "[null]|[{}]|$[0]",
        "[1]|[1,2]|$",
        "{\"at\":\"2026-11-24T03:19:07Z\"}|{\"at\":\"2026-11-24T03:19:07\"}|$.at",
        "{\"detail\":\"500: a\"}|{\"detail\":\"500: b\"}|$.detail",
      })
  void otherShapeIsADifferenceAtItsPlace(String real, String simulated, String place) {
    assertThat(differences(json(200, real), json(200, simulated)))
        .extracting(Difference::place)
        .contains(place);
  }

  @Test
  void statusTypeAndHeadersCount() {
    RecordedExchange real = answer(429, "application/json", "{}", "retry-after", "1");

    assertThat(differences(real, json(200, "{}"))).extracting("place").containsExactly("status");
    assertThat(differences(real, json(429, "{}")))
        .extracting("place")
        .containsExactly("retry-after");
    assertThat(differences(real, answer(429, "text/plain", "{}", "retry-after", "1")))
        .extracting("place")
        .containsExactly("content-type");
    assertThat(
            differences(
                real, answer(429, "application/json; charset=utf-8", "{}", "retry-after", "1")))
        .isEmpty();
  }

  @Test
  void everyWordOfAnErrorCounts() {
    assertThat(differences(json(404, "{\"detail\":\"a\"}"), json(404, "{\"detail\":\"b\"}")))
        .hasSize(1);
    assertThat(differences(json(404, "{\"detail\":\"a\"}"), json(404, "{\"detail\":\"a\"}")))
        .isEmpty();
    assertThat(differences(answer(500, "text/plain", "a"), answer(500, "text/plain", "b")))
        .hasSize(1);
  }

  @Test
  void ofAListOfViolationsTheInputDoesNotCount() {
    String violation =
        "{\"detail\":[{\"type\":\"t\",\"loc\":[\"%s\"],\"msg\":\"m\",\"input\":%s}]}";

    assertThat(
            differences(
                json(422, violation.formatted("a", "1")), json(422, violation.formatted("a", "2"))))
        .isEmpty();
    assertThat(
            differences(
                json(422, violation.formatted("a", "1")), json(422, violation.formatted("b", "1"))))
        .hasSize(1);
  }

  @Test
  void pagesOfHtmlAreAlikeWhateverTheyShow() {
    assertThat(differences(answer(200, "text/html", "<a>"), answer(200, "text/html", "<b>")))
        .isEmpty();
  }

  @Test
  void idOnceSeenMustGoOnStandingForTheSame() {
    String real = "{\"id\":\"00000000000000000000000000000001\"}";
    assertThat(differences(json(200, real), json(200, real.replace("01\"", "0a\"")))).isEmpty();

    assertThat(ids.translate("/x?ids=00000000-0000-0000-0000-000000000001&a=b"))
        .isEqualTo("/x?ids=00000000-0000-0000-0000-00000000000a&a=b");
    assertThat(differences(json(200, real), json(200, real.replace("01\"", "0b\""))))
        .extracting(Difference::place)
        .containsExactly("$.id");
  }

  @Test
  void idThatIsNoUuidKeepsItsDashes() {
    String real = "{\"id\":\"call-0a\"}";
    String simulated = "{\"id\":\"call-1\"}";

    assertThat(differences(json(200, real), json(200, simulated))).isEmpty();
    assertThat(differences(json(200, real), json(200, simulated))).isEmpty();
    assertThat(differences(json(200, real), json(200, simulated.replace("1", "2")))).hasSize(1);
  }

  @Test
  void numbersThatStandForSomethingAtAProviderMayDiffer() {
    String real = "[{\"id\":\"2\",\"full_name\":\"a/b\"},{\"id\":\"3\",\"full_name\":\"a/c\"}]";
    String other = "[{\"id\":\"501\",\"full_name\":\"x\"}]";

    assertThat(differences(list(real), list(other))).isEmpty();
    assertThat(differences(list(real), list(other.replace("full_name", "name")))).isNotEmpty();
  }

  private static RecordedExchange list(String body) {
    return page("/x", body);
  }

  @Test
  void eventOfV0IsHeldAgainstThoseOfItsKindOnly() {
    String run =
        "{\"id\":7,\"timestamp\":\"t\",\"source\":\"agent\",\"action\":\"run\",\"args\":{}}";
    String say = run.replace("run", "message").replace("{}", "{\"content\":\"x\"}");
    String page = "{\"events\":[%s]}";
    RecordedExchange real = json(200, page.formatted(run + "," + say));

    assertThat(differences(real, json(200, page.formatted(say + "," + run)))).isEmpty();
    assertThat(differences(real, json(200, page.formatted(say.replace("message", "run")))))
        .extracting(Difference::place)
        .containsExactly("$.events[].args.content");
  }

  @Test
  void thingsFromOutsideTheRecordingDoNotCount() {
    RecordedExchange real =
        json(200, "{\"items\":[{\"id\":\"of another test\",\"a\":1}],\"next_page_id\":\"1\"}");

    assertThat(differences(real, json(200, "{\"items\":[],\"next_page_id\":null}"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/conversation/1/events/search?limit=1, 1",
    "/api/v1/app-conversations/start-tasks/search?limit=1, 0"
  })
  void simulatorThatDoesNotPageTheEventsOfAConversationIsNoticed(String path, int found) {
    String page = "{\"items\":[{\"a\":1}],\"next_page_id\":%s}";

    assertThat(differences(page(path, page.formatted("\"1\"")), page(path, page.formatted("null"))))
        .extracting(Difference::place)
        .hasSize(found)
        .allMatch("$.next_page_id"::equals);
  }

  private static RecordedExchange page(String path, String body) {
    return new RecordedExchange(
        "GET", path, Map.of(), "", 200, Map.of("content-type", "application/json"), body);
  }

  @Test
  void whatTheSimulatorForgetsIsMissed() {
    ids.learn("r1", "s1");

    assertThat(differences(json(200, "{\"items\":[{\"id\":\"r1\"}]}"), json(200, "{\"items\":[]}")))
        .extracting(Difference::place)
        .containsExactly("$.items[]");
  }

  @Test
  void whatTheSimulatorFindsAndTheRealServerDoesNotIsNoticed() {
    ids.learn("r1", "s1");

    assertThat(differences(json(200, "{\"items\":[]}"), json(200, "{\"items\":[{\"id\":\"s1\"}]}")))
        .containsExactly(
            new Difference("GET /x?ids=a", "$.items[]", "it is not in the list", "s1"));
  }

  @Test
  void classesThatShowKnownDifferencesAreThere() {
    assertThat(KnownDifference.all().map(KnownDifference::shownBy))
        .allSatisfy(
            name ->
                assertThat(
                        Stream.of("realserver", "realserver/likeness")
                            .map(folder -> Path.of(TESTS, folder, name + ".java")))
                    .anyMatch(file -> name.equals(KnownDifference.SELDOM) || Files.exists(file)));
  }

  @Test
  void knownDifferenceIsKnownByAllItsParts() {
    String one = "GET /api/conversations/" + "a".repeat(32) + "/web-hosts";
    Difference known = new Difference(one, "status", "200 {\"hosts\":{}}", "500 {}");

    assertThat(isKnown(known)).isTrue();
    assertThat(isKnown(new Difference(one, "body", known.real(), "500 {}"))).isFalse();
    assertThat(isKnown(new Difference(one, "status", "404 {}", "500 {}"))).isFalse();
    assertThat(isKnown(new Difference("GET /x", "status", known.real(), "500 {}"))).isFalse();
  }

  private static boolean isKnown(Difference difference) {
    return KnownDifference.of(ServerKind.V0).stream().anyMatch(known -> known.covers(difference));
  }
}
