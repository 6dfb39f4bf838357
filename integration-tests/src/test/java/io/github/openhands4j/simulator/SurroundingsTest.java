package io.github.openhands4j.simulator;

import static io.github.openhands4j.simulator.Caller.STARTS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What answers around the routes, with and without a web app. */
class SurroundingsTest {

  private static final String ID = "1f2e3d4c-0b1a-4c5d-8e9f-a0b1c2d3e4f5";

  @ParameterizedTest
  @CsvSource({
    "GET,/api/conversations,404,Not Found",
    "GET,/api/options/models,404,Not Found",
    "POST,/api/conversations,404,Not Found",
    "OPTIONS,/api/conversations,404,Not Found",
    "GET,/api/v1/app-conversations/" + ID + ",405,Method Not Allowed",
    "PUT,/api/v1/app-conversations,405,Method Not Allowed",
    "OPTIONS,/alive,405,Method Not Allowed",
  })
  void withoutWebAppErrorsAreJson(String method, String path, int status, String detail)
      throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller.Answer answer = new Caller(server).send(method, path, "");

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.text()).isEqualTo("{\"detail\":\"" + detail + "\"}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/api/conversations,200",
    "GET,/api/v1/app-conversations/" + ID + ",200",
    "GET,/api/v1/app-conversations/search/,200",
    "HEAD,/alive,200",
    "POST,/api/conversations,405",
    "DELETE,/api/conversations/x,405",
    "POST,/api/v1/app-conversations/,405",
    "PUT,/api/v1/app-conversations,405",
  })
  void withWebAppUnknownReadsAreItsPage(String method, String path, int status) throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().webApp(true).start()) {
      Caller.Answer answer = new Caller(server).send(method, path, "");

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.header("content-type").orElseThrow())
          .startsWith(status == 200 ? "text/html" : "application/json");
    }
  }

  @Test
  void refusedMethodNamesTheOneThatIsAllowed() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);

      assertThat(caller.send("PUT", STARTS, "").header("allow")).hasValue("GET");
      assertThat(caller.send("PUT", STARTS + "/start-tasks", "").header("allow")).hasValue("PATCH");
      assertThat(caller.send("PUT", "/docs", "").header("allow")).hasValue("HEAD, GET");
    }
  }

  @Test
  void pagesForPeopleAreThereAndOpen() throws IOException {
    try (OpenHandsSimulator server =
        OpenHandsSimulator.builder().auth(Auth.SESSION_KEY).apiKey("fake-key").start()) {
      Caller caller = new Caller(server);

      assertThat(caller.get("/docs").text()).contains("<html>");
      assertThat(caller.send("HEAD", "/redoc", "").status()).isEqualTo(200);
    }
  }

  @Test
  void headOfAReadRouteIsRefusedWithoutWebApp() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      assertThat(new Caller(server).send("HEAD", "/alive", "").status()).isEqualTo(405);
    }
  }

  @Test
  void trailingSlashIsRedirectedWithoutWebApp() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);

      Caller.Answer search = caller.get(STARTS + "/search/?limit=1");
      assertThat(search.status()).isEqualTo(307);
      assertThat(search.header("content-type")).isEmpty();
      assertThat(search.header("location")).hasValue(server.baseUrl() + STARTS + "/search?limit=1");
      assertThat(caller.post(STARTS + "/", "{}").status()).isEqualTo(307);
      assertThat(server.startTasks()).isEmpty();
    }
  }

  @Test
  void preflightIsOkForAnyOrigin() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller.Answer answer =
          new Caller(server)
              .send(
                  "OPTIONS",
                  STARTS,
                  "",
                  "Origin",
                  "http://example.invalid",
                  "Access-Control-Request-Method",
                  "POST");

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text()).isEqualTo("OK");
    }
  }

  @Test
  void everyAnswerForbidsCachingAndIsPlain() throws IOException {
    ManualClock clock = new ManualClock();
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().clock(clock).start()) {
      Caller.Answer answer =
          new Caller(server).get("/api/conversations", "Accept-Encoding", "gzip");

      assertThat(answer.header("cache-control"))
          .hasValue("no-cache, no-store, must-revalidate, max-age=0");
      assertThat(answer.header("pragma")).hasValue("no-cache");
      assertThat(answer.header("expires")).hasValue("0");
      assertThat(answer.header("content-encoding")).isEmpty();
      assertThat(answer.response().headers().allValues("date"))
          .containsExactly("Tue, 24 Nov 2026 03:00:00 GMT");
    }
  }

  @Test
  void nothingIsCompressedEvenWhenAskedFor() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);
      for (int i = 0; i < 20; i++) {
        caller.post(STARTS, "{}");
      }

      Caller.Answer answer =
          caller.get(Caller.TASKS + "/search", "Accept-Encoding", "gzip, deflate");

      assertThat(answer.header("content-encoding")).isEmpty();
      assertThat(answer.header("content-length")).hasValue(String.valueOf(answer.text().length()));
      assertThat(answer.json().get("items")).hasSize(20);
    }
  }

  @Test
  void dateCanBeLeftOut() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.builder().dateHeader(false).start()) {
      assertThat(new Caller(server).get("/alive").header("date")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '|',
      value = {
        "/alive|{\"status\":\"ok\"}",
        "/health|\"OK\"",
        "/ready|\"OK\"",
      })
  void healthRoutesAnswerAsDocumented(String path, String body) throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      assertThat(new Caller(server).get(path).text()).isEqualTo(body);
    }
  }

  @Test
  void serverInformationHasNoVersionButTheOpenApiDocumentHas() throws IOException {
    try (OpenHandsSimulator server = OpenHandsSimulator.start()) {
      Caller caller = new Caller(server);

      assertThat(caller.get("/server_info").json().fieldNames())
          .toIterable()
          .containsExactly("uptime", "idle_time", "resources");
      assertThat(caller.get("/openapi.json").json().at("/info/version").asText())
          .isEqualTo("1.11.0");
      assertThat(caller.get("/api/v1/web-client/config").json().get("app_mode").asText())
          .isEqualTo("oss");
      assertThat(caller.get("/saas").status()).isEqualTo(404);
    }
  }
}
