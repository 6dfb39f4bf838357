package io.github.openhands4j.v1.internal.agent;

import feign.Request;
import io.github.openhands4j.core.ConfigurationException;
import io.github.openhands4j.core.Content;
import io.github.openhands4j.core.ErrorCode;
import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.http.Upload;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.core.internal.time.Deadline;
import io.github.openhands4j.core.internal.time.TimeSource;
import io.github.openhands4j.v1.api.agent.AgentFilesApi;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes files.
 *
 * @param api the operations
 * @param forms makes the calls
 * @param time the clock
 */
record FileTransfer(AgentFilesApi api, EitherForm forms, TimeSource time) {

  private static final Duration LONGEST_UPLOAD = Duration.ofHours(1);

  StreamedAnswer download(String path) {
    return forms.of(
        OperationClass.READ,
        times -> api.download(path, times),
        times -> api.downloadByPath(path, times));
  }

  void upload(String path, Content content) {
    refuseUnreadable(content);
    FilePart form = FilePart.of(path.substring(path.lastIndexOf('/') + 1), new byte[0]);
    forms.of(
        OperationClass.OTHER_WRITE,
        times -> api.upload(path, form, with(content, times)),
        times -> api.uploadByPath(path, form, with(content, times)));
  }

  private static void refuseUnreadable(Content content) {
    try {
      content.length();
    } catch (IOException e) {
      ConfigurationException refused =
          new ConfigurationException(
              ErrorCode.ARGUMENT_REFUSED, "The content of an upload cannot be read.");
      refused.addSuppressed(e);
      throw refused;
    }
  }

  private Request.Options with(Content content, Request.Options times) {
    Deadline total = forms.calls().within(Deadline.in(time, LONGEST_UPLOAD));
    Duration silence = forms.calls().usualTime(OperationClass.OTHER_WRITE);
    return Upload.in(times, content, silence, total.remaining());
  }

  StreamedAnswer archive(String path, List<String> excluded) {
    Map<String, Object> query = Map.of("format", "tar.gz", "exclude", excluded);
    return forms.calls().call(OperationClass.READ, times -> api.archive(path, query, times));
  }
}
