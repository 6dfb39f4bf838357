package com.example.okhttp;

import io.github.openhands4j.compat.http.V0Request;
import io.github.openhands4j.compat.http.V0Response;
import io.github.openhands4j.compat.http.V0Router;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import okhttp3.Interceptor;
import okhttp3.MediaType;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.Buffer;
import okio.Okio;

/**
 * Hands the requests for one host to a router, which answers them from V1; all others go on to
 * where they were going. An application interceptor: what it answers is not sent, so OkHttp repeats
 * none of it.
 *
 * @param router answers V0 requests
 * @param host where V0 was
 */
public record V0Interceptor(V0Router router, String host) implements Interceptor {

  // begin interceptor
  @Override
  public Response intercept(Chain chain) throws IOException {
    Request request = chain.request();
    if (!request.url().host().equals(host)) {
      return chain.proceed(request);
    }
    Map<String, List<String>> headers = request.headers().toMultimap();
    Buffer sent = new Buffer();
    RequestBody body = request.body();
    if (body != null) {
      body.writeTo(sent);
      if (body.contentType() != null) {
        headers.put("Content-Type", List.of(body.contentType().toString()));
      }
    }
    V0Response answer =
        router.answer(
            new V0Request(request.method(), request.url().toString(), headers, sent.inputStream()));
    Response.Builder response =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(answer.status())
            .message("");
    answer.headers().forEach(response::header);
    String type = answer.headers().getOrDefault("Content-Type", "");
    long length = Long.parseLong(answer.headers().getOrDefault("Content-Length", "-1"));
    return response
        .body(
            ResponseBody.create(
                Okio.buffer(Okio.source(answer.body())), MediaType.parse(type), length))
        .build();
  }
  // end interceptor
}
