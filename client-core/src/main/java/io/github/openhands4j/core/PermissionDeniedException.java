package io.github.openhands4j.core;

/** 403: the key is valid and may not do this, or no git provider is connected. */
public final class PermissionDeniedException extends ApiException {

  private static final long serialVersionUID = 1L;

  PermissionDeniedException(ErrorAnswer answer) {
    super(
        ErrorCode.PERMISSION_DENIED,
        answer,
        "The key may not do this, or no git provider is connected to the account.");
  }
}
