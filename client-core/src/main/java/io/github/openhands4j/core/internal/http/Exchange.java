package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okio.BufferedSource;
import okio.ByteString;

/**
 * One request and its whole answer, read on OkHttp's thread so that the calling thread can be
 * interrupted, and bounded so that no answer fills the memory.
 */
final class Exchange implements Callback {

  /** The answer is larger than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TooLarge(int status, long limit) {
      super("the answer is larger than " + limit + " bytes");
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private record Answer(okhttp3.Response head, ByteString body) {}

  private final long maxBytes;
  private final CompletableFuture<Answer> answer = new CompletableFuture<>();

  Exchange(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  CompletableFuture<Response> answerTo(Request request) {
    return answer.thenApply(got -> toFeign(request, got));
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    answer.completeExceptionally(failure);
  }

  @Override
  public void onResponse(Call call, okhttp3.Response response) {
    try (response) {
      BufferedSource source = response.body().source();
      if (source.request(maxBytes + 1)) {
        call.cancel(); // closing alone would go on reading for a while
        throw new TooLarge(response.code(), maxBytes);
      }
      answer.complete(new Answer(response, source.readByteString()));
    } catch (IOException | RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }

  private static Response toFeign(Request request, Answer got) {
    Map<String, Collection<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    got.head()
        .headers()
        .toMultimap()
        .forEach(
            (name, values) ->
                headers.put(
                    name.equals(HiddenResendGuard.RENAMED) ? "retry-after" : name,
                    List.copyOf(values)));
    return Response.builder()
        .request(request)
        .status(got.head().code())
        .reason(got.head().message())
        .headers(headers)
        .body(got.body().toByteArray())
        .build();
  }
}
