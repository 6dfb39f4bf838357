package com.example.okhttp;

import io.github.openhands4j.compat.http.KeySource;
import io.github.openhands4j.compat.http.V0Router;
import java.io.IOException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;

/**
 * An application that speaks V0 with OkHttp: it starts a conversation. Server and key come from the
 * environment.
 */
public final class OkHttpApplication {

  private static final String V0 = "https://app.all-hands.dev";

  private OkHttpApplication() {}

  /**
   * Runs the application.
   *
   * @param args none
   * @throws IOException if there is no answer
   */
  public static void main(String[] args) throws IOException {
    // begin okhttp-client
    try (V0Router router = V0Router.builder().keys(KeySource.REQUEST_OR_CONFIGURED).build()) {
      OkHttpClient client =
          new OkHttpClient.Builder()
              .addInterceptor(new V0Interceptor(router, "app.all-hands.dev"))
              .build();
      System.out.println(create(client, "Say hello."));
    }
    // end okhttp-client
  }

  /**
   * Starts a conversation.
   *
   * @param client what carries requests
   * @param message the first message, without quotation marks
   * @return status and body of the answer
   * @throws IOException if there is no answer
   */
  public static String create(OkHttpClient client, String message) throws IOException {
    RequestBody body =
        RequestBody.create(
            "{\"initial_user_msg\":\"" + message + "\"}", MediaType.get("application/json"));
    Request request = new Request.Builder().url(V0 + "/api/conversations").post(body).build();
    try (Response answer = client.newCall(request).execute()) {
      return answer.code() + " " + answer.body().string();
    }
  }
}
