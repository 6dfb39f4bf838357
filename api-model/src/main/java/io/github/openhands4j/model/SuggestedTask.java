package io.github.openhands4j.model;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * A task the server suggested for a repository; the server writes the first message from it.
 *
 * @param gitProvider the provider that hosts the repository
 * @param taskType the kind of task
 * @param repo the repository as {@code owner/name}
 * @param issueNumber the number of the issue or pull request
 * @param title the title of the issue or pull request
 */
public record SuggestedTask(
    @JsonProperty("git_provider") ProviderType gitProvider,
    @JsonProperty("task_type") TaskType taskType,
    @JsonProperty("repo") String repo,
    @JsonProperty("issue_number") long issueNumber,
    @JsonProperty("title") String title) {}
