package io.github.openhands4j.core.internal.http;

import feign.Request;
import feign.Response;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import okhttp3.Call;
import okhttp3.Callback;
import okio.BufferedSource;

/**
 * One request and its answer, given to the caller when it begins and received on OkHttp's thread as
 * fast as it is read. An answer that is not a success is read as a whole.
 */
final class StreamedExchange implements Callback {

  private static final int BLOCK = 64 * 1024;

  private final Exchange whole;
  private final Request request;
  private final BodyPipe pipe;
  private final PipedBody body;
  private final long mostBytes;
  private final CompletableFuture<Response> answer;

  StreamedExchange(
      Exchange whole,
      Request request,
      BodyPipe pipe,
      PipedBody body,
      long mostBytes,
      CompletableFuture<Response> answer) {
    this.whole = whole;
    this.request = request;
    this.pipe = pipe;
    this.body = body;
    this.mostBytes = mostBytes;
    this.answer = answer;
  }

  @Override
  public void onFailure(Call call, IOException failure) {
    whole.onFailure(call, failure);
  }

  @Override
  public void onResponse(Call call, okhttp3.Response response) {
    if (!response.isSuccessful()) {
      whole.onResponse(call, response);
      return;
    }
    try (response) {
      answer.complete(FeignAnswers.of(request, response).body(body, null).build());
      receive(call, response);
      pipe.end(null);
    } catch (IOException | RuntimeException | Error failure) {
      if (!answer.completeExceptionally(failure)) {
        pipe.end(failure); // the caller has the answer already
      }
    }
  }

  private void receive(Call call, okhttp3.Response response) throws IOException {
    BufferedSource source = response.body().source();
    byte[] block = new byte[BLOCK];
    long received = 0;
    for (int count = source.read(block); count >= 0; count = source.read(block)) {
      received += count;
      if (received > mostBytes) {
        call.cancel(); // closing alone would go on reading for a while
        throw new Exchange.TooLarge(response.code(), mostBytes, "the limit of this call");
      }
      pipe.put(Arrays.copyOf(block, count));
    }
  }
}
