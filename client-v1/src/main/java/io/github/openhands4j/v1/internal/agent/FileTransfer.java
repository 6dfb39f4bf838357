package io.github.openhands4j.v1.internal.agent;

import io.github.openhands4j.core.FilePart;
import io.github.openhands4j.core.StreamedAnswer;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.v1.api.agent.AgentFilesApi;
import java.util.List;
import java.util.Map;

/**
 * Reads and writes files.
 *
 * @param api the operations
 * @param forms makes the calls
 */
record FileTransfer(AgentFilesApi api, EitherForm forms) {

  StreamedAnswer download(String path) {
    return forms.of(
        OperationClass.READ,
        times -> api.download(path, times),
        times -> api.downloadByPath(path, times));
  }

  void upload(String path, byte[] content) {
    FilePart file = FilePart.of(path.substring(path.lastIndexOf('/') + 1), content);
    forms.of(
        OperationClass.OTHER_WRITE,
        times -> api.upload(path, file, times),
        times -> api.uploadByPath(path, file, times));
  }

  StreamedAnswer archive(String path, List<String> excluded) {
    Map<String, Object> query = Map.of("format", "tar.gz", "exclude", excluded);
    return forms.calls().call(OperationClass.READ, times -> api.archive(path, query, times));
  }
}
