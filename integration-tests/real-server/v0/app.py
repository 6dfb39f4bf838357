"""The stock server of the V0 era, with its agents run in its own process ("cli" runtime).

Both halves of this release read the variable RUNTIME: V0 knows "cli" but not "process", V1 the
reverse, and without it V1 asks for Docker whenever a V0 conversation is read. So the V1 half is
set up first. GitHub and GitLab are asked at the address in PROVIDERS_STAND_IN.
"""

import os

import openhands.server.shared  # noqa: F401  reads RUNTIME for V0
from openhands.app_server import config
from openhands.integrations.github.github_service import GitHubService
from openhands.integrations.gitlab.gitlab_service import GitLabService

GitHubService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/github"
GitHubService.GRAPHQL_URL = GitHubService.BASE_URL + "/graphql"
GitLabService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/gitlab"

runtime = os.environ["RUNTIME"]
os.environ["RUNTIME"] = "process"
config.get_global_config()
os.environ["RUNTIME"] = runtime

from openhands.server.listen import app  # noqa: E402,F401
