package io.github.openhands4j.v0;

import io.github.openhands4j.model.v0.UploadedFiles;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Files in the workspace of a conversation. They need its runtime. Thread-safe.
 *
 * @deprecated since 0.1.0, with the V0 API.
 */
@Deprecated(since = "0.1.0")
public interface V0Files {
  /**
   * Lists one level of a directory ({@code GET /api/conversations/{id}/list-files}). May be
   * repeated.
   *
   * @param conversationId the id
   * @param path the directory, or null for the root of the workspace
   * @return names, directories first and with a slash at their end; empty if there is no such
   *     directory
   * @throws V0Exception 404 if the id is unknown or its runtime is not there
   */
  List<String> listFiles(String conversationId, @Nullable String path);

  /**
   * Reads a text file ({@code GET /api/conversations/{id}/select-file}). May be repeated.
   *
   * @param conversationId the id
   * @param file its path, absolute or from the root of the workspace
   * @return the text
   * @throws V0Exception 415 if it is not a text, 500 if it cannot be read
   */
  String selectFile(String conversationId, String file);

  /**
   * Reads the workspace as a zip file ({@code GET /api/conversations/{id}/zip-directory}). It is
   * made while it is read. May be repeated.
   *
   * @param conversationId the id
   * @return the zip file; to be closed. What fails while it is read is an {@code IOException} with
   *     a {@link V0Exception} as its cause
   * @throws V0Exception 404 if the id is unknown, 500 if it cannot be made
   */
  InputStream zipDirectory(String conversationId);

  /**
   * Stores files in the workspace ({@code POST /api/conversations/{id}/upload-files}). Files that
   * are there are replaced without a question. Not repeated by itself.
   *
   * @param conversationId the id
   * @param files the files, at least one
   * @return what became of them
   * @throws V0Exception 404 if the id is unknown, 422 without files
   */
  UploadedFiles uploadFiles(String conversationId, List<FileUpload> files);
}
