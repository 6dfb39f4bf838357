package io.github.openhands4j.router;

import static org.assertj.core.api.Assertions.assertThat;

import feign.Feign;
import feign.Headers;
import feign.Param;
import feign.RequestLine;
import io.github.openhands4j.compat.http.V0CompatFeignClient;
import java.net.URI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Interfaces and servers that are below a path of a gateway. */
class PathPrefixTest {

  private static final String STARTS = "/api/v1/app-conversations";

  /** What a program might have written. */
  @Headers("Content-Type: application/json")
  interface OldApi {

    @RequestLine("POST /api/conversations")
    String create(String body);

    @RequestLine("GET /api/conversations/{id}")
    String get(@Param("id") String id);
  }

  private final V1Door door = new V1Door();
  private final PrefixGateway gateway =
      new PrefixGateway("/openhands", door.server().baseUrl().toString());

  @AfterEach
  void close() {
    gateway.close();
    door.close();
  }

  private String createdAndRead(V0CompatFeignClient client, String target) {
    OldApi api = Feign.builder().client(client).target(OldApi.class, target);
    String id = V1Door.idIn(api.create("{\"initial_user_msg\":\"Go\"}"));
    door.server().advance(V1Door.ALL_PHASES);
    return api.get(id).replace(id, "ID");
  }

  @Test
  void interfaceAndServerBelowTheSamePathOfAGateway() {
    try (V0CompatFeignClient client =
        V0CompatFeignClient.builder()
            .options(door.options().toBuilder().baseUrl(URI.create(gateway.url() + "/")).build())
            .build()) {
      assertThat(createdAndRead(client, gateway.url()))
          .contains("\"url\":\"" + gateway.url() + "/api/conversations/ID\"");
    }
    assertThat(door.server().journal().count("POST", STARTS)).isEqualTo(1);
    assertThat(door.requests())
        .allMatch(request -> request.matches("(GET|POST) /api/v1/.*"))
        .hasSize(gateway.requests());
  }

  @Test
  void interfaceBelowAPathAndServerElsewhere() {
    try (V0CompatFeignClient client =
        V0CompatFeignClient.builder()
            .options(door.options())
            .servedAt("https://gw.invalid/openhands/")
            .build()) {
      assertThat(createdAndRead(client, "https://gw.invalid/openhands"))
          .contains("\"url\":\"https://gw.invalid/openhands/api/conversations/ID\"");
    }
    assertThat(door.server().journal().count("POST", STARTS)).isEqualTo(1);
  }
}
