"""A GitHub with one user, two repositories (only the first can be cloned) and one issue, and a
GitLab that knows who is asking. Tokens with "refused" in their name are refused by both; one with
"gitlab" is GitLab's, all others are GitHub's.
"""

import re
from urllib.parse import parse_qs, urlsplit

REPOSITORY = "octo/app"
USER = {"id": 1, "login": "octo", "username": "octo", "avatar_url": "http://127.0.0.1/avatar"}
BRANCHES = ("main", "topic")
ISSUE = {"number": 5, "title": "Fix the typo", "repository": {"nameWithOwner": REPOSITORY}}


def repository(number, name):
    described = {"id": number, "full_name": name, "private": False, "default_branch": "main"}
    return dict(described, stargazers_count=0, pushed_at=None, owner={"type": "User"})


REPOSITORIES = [repository(2, REPOSITORY), repository(3, "octo/other")]


def sha(branch):
    return branch.encode().hex().ljust(40, "0")


def answer(target, token, body=None):
    """Gives status, headers and value of the answer to a request below /github or /gitlab."""
    url = urlsplit(target)
    asked = {name: values[0] for name, values in parse_qs(url.query).items()}
    ours = "gitlab" if "gitlab" in token else "github"
    if "refused" in token or not url.path.startswith("/" + ours):
        return 401, {}, {"message": "Bad credentials"}
    path = url.path[len(ours) + 1 :]
    if path == "/user":
        return 200, {}, USER
    if path == "/graphql":
        return 200, {}, {"data": graph(body.get("query", ""), body.get("variables") or {})}
    if path == "/user/emails":
        return 200, {}, []
    if path == "/user/repos":
        return page(REPOSITORIES, asked, url.path)
    if path == "/user/installations":
        return 200, {}, {"installations": [{"id": 41, "account": {"login": "octo", "type": "User"}}]}
    if path == "/user/orgs":
        return 200, {}, []
    if path == "/search/repositories":
        return 200, {}, {"items": found(asked.get("q", ""))}
    if path == "/repos/%s/branches" % REPOSITORY:
        return page([{"name": name, "commit": {"sha": sha(name)}, "protected": False} for name in BRANCHES], asked, url.path)
    for one in REPOSITORIES:
        if path == "/repos/" + one["full_name"]:
            return 200, {}, one
    return (404, {}, {"message": "Not Found"}) if path else (200, {}, {})


def page(rows, asked, path):
    number, size = int(asked.get("page", 1)), int(asked.get("per_page", 30))
    more = number * size < len(rows)
    link = '<http://127.0.0.1%s?page=%d&per_page=%d>; rel="next"' % (path, number + 1, size)
    return 200, {"Link": link} if more else {}, rows[(number - 1) * size : number * size]


def found(query):
    """The repositories whose names hold the words that are not qualifiers."""
    words = [word for word in query.split() if ":" not in word]
    owners = re.findall(r"(?:org|user):(\S+)", query)
    return [
        one
        for one in REPOSITORIES
        if all(word in one["full_name"] for word in words)
        and (not owners or one["full_name"].split("/")[0] in owners)
    ]


def graph(query, variables):
    if "refs(" in query:
        names = [name for name in BRANCHES if variables.get("query", "") in name]
        nodes = [{"name": name, "target": {"__typename": "Commit", "oid": sha(name)}} for name in names]
        known = "%s/%s" % (variables.get("owner"), variables.get("name")) == REPOSITORY
        return {"repository": {"refs": {"nodes": nodes}} if known else None}
    return {"user": {"pullRequests": {"nodes": []}, "issues": {"nodes": [ISSUE]}}}
