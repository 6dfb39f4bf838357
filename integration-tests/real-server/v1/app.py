"""The stock V1 app server, with what it lacks to run sandboxes as plain processes in a test.

No route and no answer is rewritten. Changed are only how a sandbox process is made and looked at,
and where the git providers are. Callers can see that sandboxes start sooner, that two starts at
the same moment do not get in each other's way, and that a busy sandbox stays RUNNING:

- In a container the server writes "localhost" as the container host's name, also for sandboxes
  that are its own processes, and never reaches them.
- It takes a sandbox for RUNNING only while the kernel is executing it. An idle one would be
  STARTING for ever.
- A sandbox spends its first ten seconds with imports. Here it is forked from a process that has
  made them (nursery.py).
- A sandbox takes a port when its process has come up. Two that are started at the same moment
  would be given the same one, and one of the two starts would fail. Here they take turns within
  the ports that are this server's own (server.py, Ports).
- A sandbox that has come up and then does not answer within five seconds reads ERROR for a moment,
  with no address, no key and no word of its agent. Here it is asked up to four times: on a busy
  machine that moment would decide what tests see.
- GitHub and GitLab are asked at the address in PROVIDERS_STAND_IN.
"""

import os
import socket

import nursery
import psutil
from openhands.app_server.errors import SandboxError
from openhands.app_server.integrations.github.github_service import GitHubService
from openhands.app_server.integrations.gitlab.gitlab_service import GitLabService
from openhands.app_server.sandbox.process_sandbox_service import ProcessSandboxService
from openhands.app_server.sandbox.sandbox_models import SandboxStatus
from openhands.app_server.utils import docker_utils, environment

environment.is_running_in_docker = docker_utils.is_running_in_docker = lambda: False
GitHubService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/github"
GitHubService.GRAPHQL_URL = GitHubService.BASE_URL + "/graphql"
GitLabService.BASE_URL = os.environ["PROVIDERS_STAND_IN"] + "/gitlab"

# What the kernel says of a process, and what is no longer there.
GONE = (psutil.STATUS_ZOMBIE, psutil.STATUS_DEAD)


def status_of(_service, process):
    try:
        status = psutil.Process(process.pid).status()
    except psutil.Error:
        return SandboxStatus.MISSING
    if status in GONE:
        return SandboxStatus.MISSING
    return SandboxStatus.PAUSED if status == psutil.STATUS_STOPPED else SandboxStatus.RUNNING


sandboxes = nursery.Nursery()


async def start_process(_service, sandbox_id, port, working_dir, session_api_key, sandbox_spec):
    return await sandboxes.bear(port, working_dir, dict(sandbox_spec.initial_env, SESSION_API_KEY=session_api_key))


LOOKS_AT_A_BUSY_ONE = 4
have_come_up = set()
stock_look = ProcessSandboxService._process_to_sandbox_info


async def patient_look(service, sandbox_id, process):
    for _ in range(LOOKS_AT_A_BUSY_ONE):
        info = await stock_look(service, sandbox_id, process)
        if info.status != SandboxStatus.ERROR or process.pid not in have_come_up:
            break
    if info.status == SandboxStatus.RUNNING:
        have_come_up.add(process.pid)
    return info


# The server itself has the first port of its hundred.
PORTS_OF_SANDBOXES = 99
turn = 0


def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("", port))
            return True
        except OSError:
            return False


def port_of_its_own(service):
    global turn
    for _ in range(PORTS_OF_SANDBOXES):
        port = service.base_port + turn
        turn = (turn + 1) % PORTS_OF_SANDBOXES
        if is_free(port):
            return port
    raise SandboxError("No available ports found")


ProcessSandboxService._find_unused_port = port_of_its_own
ProcessSandboxService._get_process_status = status_of
ProcessSandboxService._start_agent_process = start_process
ProcessSandboxService._process_to_sandbox_info = patient_look

from openhands.app_server.app import app  # noqa: E402,F401
