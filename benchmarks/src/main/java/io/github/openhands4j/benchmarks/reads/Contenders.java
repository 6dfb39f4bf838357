package io.github.openhands4j.benchmarks.reads;

import com.fasterxml.jackson.databind.ObjectReader;
import feign.Feign;
import feign.jackson.JacksonDecoder;
import io.github.openhands4j.core.ClientOptions;
import io.github.openhands4j.core.internal.json.Json;
import io.github.openhands4j.model.ConversationId;
import io.github.openhands4j.model.v1.AppConversation;
import io.github.openhands4j.v1.OpenHandsClient;
import io.github.openhands4j.v1.api.AppConversationsApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.Callable;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** The ways to read one conversation that are held against each other. */
final class Contenders implements AutoCloseable {

  private static final ConversationId ID = ConversationId.parse("0123456789abcdef0123456789abcdef");

  private final URI server;
  private final URI target;
  private final OpenHandsClient facade;
  private final OpenHandsClient door;
  private final HttpClient jdk = HttpClient.newHttpClient();
  private final OkHttpClient okHttp = new OkHttpClient();
  private final ObjectReader reader;

  Contenders(URI server) {
    this.server = server;
    this.target = URI.create(server + "/api/v1/app-conversations?ids=" + ID.hex());
    this.facade = client("not-a-key-1");
    this.door = client("not-a-key-2"); // a key of its own: a budget of its own
    this.reader =
        Json.mapper(facade.options().maxAnswerBytes()).readerForListOf(AppConversation.class);
  }

  private OpenHandsClient client(String key) {
    return OpenHandsClient.create(ClientOptions.builder().baseUrl(server).apiKey(key).build());
  }

  /** Bytes only, on the JDK's client as it comes: the measure of the others. */
  Contender bareJdk() {
    HttpRequest request =
        HttpRequest.newBuilder(target).header("Accept", "application/json").build();
    return new Contender(
        "java.net.http, bytes only",
        () -> jdk.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
  }

  /** On the transport below this library, decoded by hand. */
  Contender okHttpAndJackson() {
    Request request =
        new Request.Builder().url(target.toString()).header("Accept", "application/json").build();
    return new Contender("OkHttp + Jackson by hand", () -> decoded(request));
  }

  private Object decoded(Request request) throws IOException {
    try (Response response = okHttp.newCall(request).execute()) {
      return reader.<List<AppConversation>>readValue(response.body().bytes());
    }
  }

  /** Bytes by the JDK's client, decoded by hand. */
  Contender jdkAndJackson() {
    HttpRequest request =
        HttpRequest.newBuilder(target).header("Accept", "application/json").build();
    return new Contender(
        "java.net.http + Jackson by hand",
        () ->
            reader.<List<AppConversation>>readValue(
                jdk.send(request, HttpResponse.BodyHandlers.ofByteArray()).body()));
  }

  /** Feign with the transport and the decoder it ships, on the interfaces of this library. */
  Contender stockFeign() {
    AppConversationsApi api =
        Feign.builder()
            .client(new feign.okhttp.OkHttpClient(okHttp))
            .decoder(new JacksonDecoder(Json.mapper(facade.options().maxAnswerBytes())))
            .target(AppConversationsApi.class, server.toString());
    feign.Request.Options times = new feign.Request.Options();
    return new Contender("stock Feign", () -> api.batchGet(List.of(ID), times));
  }

  /**
   * The client that a generator made, see {@code generated-client}. Its classes are found by name:
   * no build of this module generates code, the script that runs the measurement does.
   */
  @SuppressWarnings("unchecked")
  Contender generatedFeign() throws ReflectiveOperationException {
    Object read =
        Class.forName("io.github.openhands4j.benchmarks.generated.GeneratedRead")
            .getConstructor(URI.class, String.class)
            .newInstance(server, ID.hex());
    return new Contender("generated, with Feign", (Callable<Object>) read);
  }

  /** This library's raw door. */
  Contender rawDoor() {
    return new Contender(
        "client.api(), typed", () -> door.api().appConversations().batchGet(List.of(ID), null));
  }

  /** This library's facade, with everything on. */
  Contender facade() {
    return new Contender(
        "client.conversations().get, typed and guarded",
        () -> facade.conversations().get(ID).orElseThrow());
  }

  @Override
  public void close() {
    facade.close();
    door.close();
    okHttp.dispatcher().executorService().shutdown();
    okHttp.connectionPool().evictAll();
  }
}
