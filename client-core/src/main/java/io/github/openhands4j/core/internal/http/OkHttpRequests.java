package io.github.openhands4j.core.internal.http;

import feign.Request;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import okhttp3.MediaType;
import okhttp3.RequestBody;
import okio.BufferedSink;
import org.jspecify.annotations.Nullable;

/** Makes OkHttp's request of Feign's. */
final class OkHttpRequests {

  private OkHttpRequests() {}

  static okhttp3.Request of(
      Request request, @Nullable Upload upload, String userAgent, KeyHeaders key)
      throws IOException {
    okhttp3.Request.Builder builder =
        new okhttp3.Request.Builder()
            .tag(SendWatch.class, new SendWatch())
            .tag(KeyHeaders.class, isWithoutKey(request) ? KeyHeaders.none() : key)
            .url(request.url());
    boolean isStreamed = StreamLimits.isStreamed(request);
    if (!isStreamed && !request.headers().containsKey("Accept")) {
      builder.header("Accept", "application/json");
    }
    MediaType type = null;
    for (Map.Entry<String, Collection<String>> header : request.headers().entrySet()) {
      for (String value : header.getValue()) {
        if (header.getKey().equalsIgnoreCase("Content-Type")) {
          type = MediaType.parse(value);
        } else if (!header.getKey().equalsIgnoreCase("Content-Length")) {
          builder.addHeader(header.getKey(), value);
        }
      }
    }
    if (isStreamed) {
      builder.header("Accept-Encoding", "identity"); // what is large is packed already
    }
    return builder
        .header("User-Agent", userAgent)
        .method(request.httpMethod().name(), body(request, upload, type))
        .build();
  }

  private static boolean isWithoutKey(Request request) {
    return request.requestTemplate() != null
        && request.requestTemplate().methodMetadata() != null
        && request
            .requestTemplate()
            .methodMetadata()
            .targetType()
            .isAnnotationPresent(WithoutKey.class);
  }

  private static @Nullable RequestBody body(
      Request request, @Nullable Upload upload, @Nullable MediaType type) throws IOException {
    byte[] bytes = request.body();
    if (upload != null && bytes != null) {
      return new UploadBody(bytes, type, upload.content());
    }
    if (bytes == null && !request.httpMethod().isWithBody()) {
      return null;
    }
    return new OneShot(bytes == null ? new byte[0] : bytes, type);
  }

  /** A body that OkHttp must not send twice. */
  private static final class OneShot extends RequestBody {

    private final byte[] bytes;
    private final @Nullable MediaType type;

    OneShot(byte[] bytes, @Nullable MediaType type) {
      this.bytes = bytes;
      this.type = type;
    }

    @Override
    public boolean isOneShot() {
      return true;
    }

    @Override
    public @Nullable MediaType contentType() {
      return type;
    }

    @Override
    public long contentLength() {
      return bytes.length;
    }

    @Override
    public void writeTo(BufferedSink sink) throws IOException {
      sink.write(bytes);
    }
  }
}
