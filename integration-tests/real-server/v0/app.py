"""The stock server of the V0 era, with its agents run in its own process ("cli" runtime).

No route and no answer is rewritten, but callers can see the second and the third of these changes:

- Both halves of this release read the variable RUNTIME: V0 knows "cli" but not "process", V1 the
  reverse, and without it V1 asks for Docker whenever a V0 conversation is read. So the V1 half is
  set up first.
- The server writes its records in place. A read at that moment met half of one: a 500, a list
  without the row, or a conversation that does not exist. Here a record takes its place when it is
  whole.
- Every 15 seconds the server let go of the runtimes that reads had left behind. A stopped
  conversation without one was given a new one by the next read, which then answered with files
  instead of an error. Here the sweep runs once an hour, so the answer does not depend on the clock.
- GitHub and GitLab are asked at the address in PROVIDERS_STAND_IN.
"""

import os
import tempfile

import openhands.server.shared  # noqa: F401  reads RUNTIME for V0
from openhands.app_server import config
from openhands.integrations.github.github_service import GitHubService
from openhands.integrations.gitlab.gitlab_service import GitLabService
from openhands.server.conversation_manager import standalone_conversation_manager
from openhands.storage.local import LocalFileStore

GitHubService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/github"
GitHubService.GRAPHQL_URL = GitHubService.BASE_URL + "/graphql"
GitLabService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/gitlab"


standalone_conversation_manager._CLEANUP_INTERVAL = 3600


def write_whole(store, path, contents):
    # The store's own folder is never listed; that of a record is.
    handle, half = tempfile.mkstemp(dir=store.root)
    with open(handle, "w" if isinstance(contents, str) else "wb") as file:
        file.write(contents)
    record = store.get_full_path(path)
    os.makedirs(os.path.dirname(record), exist_ok=True)
    os.replace(half, record)


LocalFileStore.write = write_whole

runtime = os.environ["RUNTIME"]
os.environ["RUNTIME"] = "process"
config.get_global_config()
os.environ["RUNTIME"] = runtime

from openhands.server.listen import app  # noqa: E402,F401
