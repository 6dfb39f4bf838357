package com.example.feign;

import feign.Client;
import feign.Feign;
import feign.jackson.JacksonDecoder;
import feign.jackson.JacksonEncoder;
import io.github.openhands4j.compat.http.V0CompatFeignClient;
import java.io.PrintStream;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * An application that speaks V0 with Feign: it starts a conversation and polls until it stops.
 * Server and key come from the environment. Argument: the message.
 */
public final class FeignApplication {

  private static final Set<String> ENDS = Set.of("STOPPED", "ERROR", "ARCHIVED");
  private static final long POLL_MILLIS = 5_000;
  private static final int MOST_POLLS = 360;

  private FeignApplication() {}

  /**
   * Runs the application.
   *
   * @param args the message
   * @throws InterruptedException if the process is told to stop
   */
  public static void main(String[] args) throws InterruptedException {
    String message = args.length > 0 ? args[0] : "Say hello.";
    // begin feign-client
    try (V0CompatFeignClient client = V0CompatFeignClient.fromEnv()) {
      MyV0Api api = api(client); // was: api(new feign.okhttp.OkHttpClient())
      run(api, message, POLL_MILLIS, System.out);
    }
    // end feign-client
  }

  /**
   * The interface on a client; all the rest is as it was.
   *
   * @param client what carries requests
   * @return the interface
   */
  public static MyV0Api api(Client client) {
    // begin feign-target
    return Feign.builder()
        .client(client)
        .encoder(new JacksonEncoder())
        .decoder(new JacksonDecoder())
        .target(MyV0Api.class, "https://app.all-hands.dev");
    // end feign-target
  }

  /**
   * Starts a conversation and polls until it stops.
   *
   * @param api the V0 API
   * @param message the first message
   * @param pollMillis the rest between two looks
   * @param out where to say what happens
   * @throws InterruptedException if the process is told to stop
   */
  public static void run(MyV0Api api, String message, long pollMillis, PrintStream out)
      throws InterruptedException {
    String id =
        String.valueOf(api.create(Map.of("initial_user_msg", message)).get("conversation_id"));
    out.println("started " + id);
    for (int look = 0; look < MOST_POLLS; look++) {
      String status = String.valueOf(api.get(id).get("status"));
      out.println(status);
      if (ENDS.contains(status)) {
        return;
      }
      TimeUnit.MILLISECONDS.sleep(pollMillis);
    }
    throw new IllegalStateException("conversation " + id + " did not stop in time");
  }
}
