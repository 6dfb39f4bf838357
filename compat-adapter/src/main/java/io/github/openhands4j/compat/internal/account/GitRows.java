package io.github.openhands4j.compat.internal.account;

import io.github.openhands4j.model.ProviderType;
import io.github.openhands4j.model.v0.Branch;
import io.github.openhands4j.model.v0.Repository;
import io.github.openhands4j.model.v0.User;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** V0's records of git providers, made of V1's; pure. They differ in name only. */
final class GitRows {

  private GitRows() {}

  static Repository repository(Map<String, @Nullable Object> row) {
    String provider = text(row, "git_provider");
    return Repository.builder()
        .id(orEmpty(row, "id"))
        .fullName(orEmpty(row, "full_name"))
        .gitProvider(provider == null ? null : ProviderType.of(provider))
        .isPublic(Boolean.TRUE.equals(row.get("is_public")))
        .stargazersCount(
            row.get("stargazers_count") instanceof Number stars ? stars.longValue() : null)
        .linkHeader(text(row, "link_header"))
        .pushedAt(text(row, "pushed_at"))
        .ownerType(text(row, "owner_type"))
        .mainBranch(text(row, "main_branch"))
        .build();
  }

  static Branch branch(Map<String, @Nullable Object> row) {
    return Branch.builder()
        .name(orEmpty(row, "name"))
        .commitSha(orEmpty(row, "commit_sha"))
        .isProtected(Boolean.TRUE.equals(row.get("protected")))
        .lastPushDate(text(row, "last_push_date"))
        .build();
  }

  static User user(Map<String, @Nullable Object> row) {
    return User.builder()
        .id(orEmpty(row, "id"))
        .login(orEmpty(row, "login"))
        .avatarUrl(orEmpty(row, "avatar_url"))
        .company(text(row, "company"))
        .name(text(row, "name"))
        .email(text(row, "email"))
        .build();
  }

  /** The same repository with links to the page after it, as V0's callers walk by them. */
  static Repository withNext(Repository first, int page, int perPage) {
    return linked(
        first,
        "</api/user/repositories?page=" + (page + 1) + "&per_page=" + perPage + ">; rel=\"next\"");
  }

  /** The same repository in a list that is whole. */
  static Repository withoutNext(Repository one) {
    return linked(one, null);
  }

  private static Repository linked(Repository first, @Nullable String link) {
    return Repository.builder()
        .id(first.id())
        .fullName(first.fullName())
        .gitProvider(first.gitProvider())
        .isPublic(first.isPublic())
        .stargazersCount(first.stargazersCount())
        .linkHeader(link)
        .pushedAt(first.pushedAt())
        .ownerType(first.ownerType())
        .mainBranch(first.mainBranch())
        .build();
  }

  private static String orEmpty(Map<String, @Nullable Object> row, String key) {
    String value = text(row, key);
    return value == null ? "" : value;
  }

  private static @Nullable String text(Map<String, @Nullable Object> row, String key) {
    Object value = row.get(key);
    return value == null ? null : String.valueOf(value);
  }
}
