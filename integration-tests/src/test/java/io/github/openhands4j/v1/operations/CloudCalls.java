package io.github.openhands4j.v1.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What only OpenHands Cloud has. */
final class CloudCalls {

  private CloudCalls() {}

  static Stream<V1Call> all() {
    return Stream.of(organizations(), organizationProfiles(), agentProfiles(), deviceLogin())
        .flatMap(List::stream);
  }

  private static List<V1Call> organizations() {
    return List.of(
        V1Call.of(
            "OrganizationsApi.list",
            "GET /api/organizations?limit=3",
            "",
            s -> s.client().api().raw().organizations().list(Map.of("limit", 3), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.create",
            "POST /api/organizations",
            "{\"a\":1}",
            s -> s.client().api().raw().organizations().create(Map.of("a", 1), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.me",
            "GET /api/organizations/org-1/me",
            "",
            s -> s.client().api().raw().organizations().me("org-1", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.members",
            "GET /api/organizations/org-1/members?email=a%40b",
            "",
            s ->
                s.client()
                    .api()
                    .raw()
                    .organizations()
                    .members("org-1", Map.of("email", "a@b"), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.countMembers",
            "GET /api/organizations/org-1/members/count",
            "",
            s -> s.client().api().raw().organizations().countMembers("org-1", Map.of(), null),
            answer -> assertThat(answer).isEqualTo(1L)),
        V1Call.of(
            "OrganizationsApi.memberFinances",
            "GET /api/organizations/org-1/members/financial",
            "",
            s -> s.client().api().raw().organizations().memberFinances("org-1", Map.of(), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.removeMember",
            "DELETE /api/organizations/org-1/members/u-2",
            "",
            s -> s.client().api().raw().organizations().removeMember("org-1", "u-2", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.updateMember",
            "PATCH /api/organizations/org-1/members/u-2",
            "{\"a\":1}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .organizations()
                    .updateMember("org-1", "u-2", Map.of("a", 1), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.invite",
            "POST /api/organizations/org-1/members/invite",
            "{\"a\":1}",
            s -> s.client().api().raw().organizations().invite("org-1", Map.of("a", 1), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationsApi.invitations",
            "GET /api/organizations/org-1/members/invite",
            "",
            s -> s.client().api().raw().organizations().invitations("org-1", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.run(
            "OrganizationsApi.withdrawInvitation",
            "DELETE /api/organizations/org-1/members/invite/5",
            "",
            s -> s.client().api().raw().organizations().withdrawInvitation("org-1", 5, null)));
  }

  private static List<V1Call> organizationProfiles() {
    return List.of(
        V1Call.of(
            "OrganizationProfilesApi.list",
            "GET /api/organizations/org-1/profiles",
            "",
            s -> s.client().api().raw().organizationProfiles().list("org-1", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationProfilesApi.get",
            "GET /api/organizations/org-1/profiles/p",
            "",
            s -> s.client().api().raw().organizationProfiles().get("org-1", "p", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationProfilesApi.save",
            "POST /api/organizations/org-1/profiles/p",
            "{\"a\":1}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .organizationProfiles()
                    .save("org-1", "p", Map.of("a", 1), null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationProfilesApi.delete",
            "DELETE /api/organizations/org-1/profiles/p",
            "",
            s -> s.client().api().raw().organizationProfiles().delete("org-1", "p", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationProfilesApi.activate",
            "POST /api/organizations/org-1/profiles/p/activate",
            "",
            s -> s.client().api().raw().organizationProfiles().activate("org-1", "p", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "OrganizationProfilesApi.rename",
            "POST /api/organizations/org-1/profiles/p/rename",
            "{\"new_name\":\"q\"}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .organizationProfiles()
                    .rename("org-1", "p", Map.of("new_name", "q"), null),
            answer -> assertThat(answer).isNotNull()));
  }

  private static List<V1Call> agentProfiles() {
    return List.of(
        V1Call.of(
            "AgentProfilesApi.list",
            "GET /api/agent-profiles?org_id=org-1",
            "",
            s -> s.client().api().raw().agentProfiles().list("org-1", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.get",
            "GET /api/agent-profiles/p",
            "",
            s -> s.client().api().raw().agentProfiles().get("p", null, null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.save",
            "POST /api/agent-profiles/p",
            "{\"a\":1}",
            s -> s.client().api().raw().agentProfiles().save("p", Map.of("a", 1), null, null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.delete",
            "DELETE /api/agent-profiles/p",
            "",
            s -> s.client().api().raw().agentProfiles().delete("p", null, null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.rename",
            "POST /api/agent-profiles/p/rename",
            "{\"new_name\":\"q\"}",
            s ->
                s.client()
                    .api()
                    .raw()
                    .agentProfiles()
                    .rename("p", Map.of("new_name", "q"), null, null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.activate",
            "POST /api/agent-profiles/id-1/activate",
            "",
            s -> s.client().api().raw().agentProfiles().activate("id-1", null, null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "AgentProfilesApi.materialize",
            "POST /api/agent-profiles/p/materialize",
            "",
            s -> s.client().api().raw().agentProfiles().materialize("p", null, null),
            answer -> assertThat(answer).isNotNull()));
  }

  private static List<V1Call> deviceLogin() {
    return List.of(
        V1Call.of(
            "DeviceLoginApi.authorize",
            "POST /oauth/device/authorize",
            "",
            s -> s.client().api().raw().deviceLogin().authorize(null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "DeviceLoginApi.token",
            "POST /oauth/device/token",
            "device_code=fake-device-code",
            s -> s.client().api().raw().deviceLogin().token("fake-device-code", null),
            answer -> assertThat(answer).isNotNull()),
        V1Call.of(
            "DeviceVerificationApi.verify",
            "POST /oauth/device/verify-authenticated",
            "user_code=ABCD-EFGH+%26+more",
            s -> s.client().api().raw().deviceVerification().verify("ABCD-EFGH & more", null),
            answer -> assertThat(answer).isNotNull()));
  }
}
