package io.github.openhands4j.core;

/** 404: there is no such object for this key, or no such API at this base URL. */
public final class NotFoundException extends ApiException {

  private static final long serialVersionUID = 1L;

  NotFoundException(ErrorAnswer answer) {
    super(
        ErrorCode.NOT_FOUND,
        answer,
        "The id may be unknown to this account, or the base URL may not be the API.");
  }
}
