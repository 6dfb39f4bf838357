package io.github.openhands4j.v1.internal.client;

import io.github.openhands4j.core.internal.resilience.Calls;
import io.github.openhands4j.core.internal.resilience.OperationClass;
import io.github.openhands4j.model.v1.GitOrganizationsResponse;
import io.github.openhands4j.model.v1.UserGitInfo;
import io.github.openhands4j.model.v1.UserInfo;
import io.github.openhands4j.v1.Users;
import io.github.openhands4j.v1.api.UsersApi;

/**
 * The user over the raw door.
 *
 * @param api the operations
 * @param calls carries them out
 * @param typed makes typed answers
 */
record DefaultUsers(UsersApi api, Calls calls, Typed typed) implements Users {

  @Override
  public UserInfo me() {
    return typed.of(calls.call(OperationClass.READ, api::me), UserInfo.class);
  }

  @Override
  public UserGitInfo gitInfo() {
    return typed.of(calls.call(OperationClass.READ, api::gitInfo), UserGitInfo.class);
  }

  @Override
  public GitOrganizationsResponse gitOrganizations() {
    return typed.of(
        calls.call(OperationClass.READ, api::gitOrganizations), GitOrganizationsResponse.class);
  }
}
