package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okio.BufferedSource;

/**
 * One request and its whole answer, read on OkHttp's thread so that the calling thread can be
 * interrupted, and bounded so that no answer fills the memory.
 */
final class Exchange implements Callback {

  /** The answer is larger than allowed. */
  static final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final int status;

    TooLarge(int status, long limit, String from) {
      super("the answer is larger than " + limit + " bytes; see " + from);
      this.status = status;
    }

    int status() {
      return status;
    }
  }

  private final Request request;
  private final long maxBytes;
  private final CompletableFuture<Response> answer;

  Exchange(Request request, long maxBytes, CompletableFuture<Response> answer) {
    this.request = request;
    this.maxBytes = maxBytes;
    this.answer = answer;
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
        throw new TooLarge(response.code(), maxBytes, "the option max-answer-bytes");
      }
      byte[] body = source.readByteArray();
      answer.complete(FeignAnswers.of(request, response).body(body).build());
    } catch (IOException | RuntimeException | Error failure) {
      answer.completeExceptionally(failure);
    }
  }
}
