"""Installs real OpenHands servers and runs one of them on loopback, for tests.

    real-server check [v1 v0]    says in one line why a server cannot be installed here, if so
    real-server install v1 v0    installs what is not installed yet (a minute and 1 GB each)
    real-server run v1|v0 --state DIRECTORY [--web-app]

`run` stays in the foreground. The server wants the key that OPENHANDS4J_KEY holds: every user of a
machine can read its command lines, but not the environment of others. It prints one JSON object a
line and reads orders, one a line:

    {"event": "ready", "url": "http://127.0.0.1:...", "seconds": 5.1}
    kill       ends the server and its sandboxes at once   {"event": "killed"}
    start      starts it again, same address and data      {"event": "ready", ...}
    open GATE  lets the model answer what waits for GATE   {"event": "opened"}

At the end of its input, or on SIGTERM, it ends everything it started, by process id, removes what
it had in the temporary folder, and goes. DIRECTORY holds data and logs; it is emptied first.
Installed servers are kept in OPENHANDS4J_CACHE, by default ~/.cache/openhands4j. Exit status: 3
without a fitting Python, Linux or git, 4 without a package registry.
"""

import argparse
import ctypes
import fcntl
import hashlib
import json
import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from importlib.util import find_spec
from pathlib import Path

import fake_github
import fake_model

HERE = Path(__file__).resolve().parent
UV = "uv==0.13.9"
KINDS = ("v1", "v0")
GIT_TOKEN = "fake-git-token"
NOWHERE = "http://127.0.0.1:9"
LOCAL = urllib.request.build_opener(urllib.request.ProxyHandler({}))


# Installing


def cache():
    home = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(os.environ.get("OPENHANDS4J_CACHE") or Path(home) / "openhands4j")


def home_of(kind):
    """Where a server is installed: another folder for another list of packages or Python."""
    packages = (HERE / kind / "requirements.txt").read_bytes() + sys.version.encode()
    return cache() / ("real-server-%s-%s" % (kind, hashlib.sha256(packages).hexdigest()[:12]))


def is_installed(kind):
    return (home_of(kind) / "complete").exists()


def install(kind):
    home = home_of(kind)
    home.parent.mkdir(parents=True, exist_ok=True)
    with open(home.with_suffix(".lock"), "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if is_installed(kind):
            return
        shutil.rmtree(home, ignore_errors=True)
        print("installing the %s server into %s ..." % (kind, home), file=sys.stderr, flush=True)
        python = home / "bin" / "python"
        uv = [home / "bin" / "uv", "pip", "install", "-q", "--compile-bytecode", "--python", python]
        for command in (
            [sys.executable, "-m", "venv", home],
            [python, "-m", "pip", "install", "-q", UV],
            uv + index() + ["-r", HERE / kind / "requirements.txt"],
        ):
            subprocess.run(command, check=True, stdout=sys.stderr, preexec_fn=end_with_parent)
        (home / "complete").touch()


def index():
    """The package index that pip is set to; uv does not read pip's settings."""
    ask = [sys.executable, "-m", "pip", "config", "get", "global.index-url"]
    url = os.environ.get("PIP_INDEX_URL") or subprocess.run(ask, capture_output=True, text=True).stdout.strip()
    return ["--default-index", url] if url else []


def check(kinds):
    for needed, here in (("Linux", sys.platform == "linux"), ("git", shutil.which("git")), ("Python's ensurepip", find_spec("ensurepip"))):
        if not here:
            print(needed + " is not here", file=sys.stderr)
            return 3
    if all(is_installed(kind) for kind in kinds):
        return 0
    with tempfile.TemporaryDirectory() as folder:
        fetch = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "--retries", "1", "-d", folder, UV]
        try:
            if subprocess.run(fetch, capture_output=True, timeout=90).returncode == 0:
                return 0
        except subprocess.TimeoutExpired:
            pass
    print("the Python package registry cannot be reached", file=sys.stderr)
    return 4


# Processes


def be_parent_of_orphans():
    """Makes processes whose parent ended children of this one, so that none can get away."""
    ctypes.CDLL(None).prctl(36, 1)


def end_with_parent(by=signal.SIGKILL):
    """Lets the kernel end this process when its parent has ended, however it ended."""
    ctypes.CDLL(None).prctl(1, by)


def descendants():
    """The process ids of everything below this process."""
    parents = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rpartition(")")[2].split()
            except OSError:
                continue  # it ended meanwhile
            parents.setdefault(int(fields[1]), []).append((int(entry.name), fields[0]))
    found, rest = [], [os.getpid()]
    while rest:
        for pid, state in parents.get(rest.pop(), []):
            rest.append(pid)
            if state != "Z":
                found.append(pid)
    return found


def end_descendants():
    """Kills what is below this process until three looks in a row find nothing.

    One look is not enough: a process may hand over to its child while the list is read.
    """
    looks = 0
    for _ in range(300):
        pids = descendants()
        looks = 0 if pids else looks + 1
        if looks == 3:
            return
        for pid in pids:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                pass
        reap()
        time.sleep(0.05)
    raise SystemExit("processes do not end: %s" % descendants())


def reap():
    try:
        while os.waitpid(-1, os.WNOHANG)[0]:
            pass
    except ChildProcessError:
        pass


class Ports:
    """A hundred ports that are this process's as long as it lives: the server has the first, its
    sandboxes the others. They lie below those that systems hand out. Sandboxes come and go, so
    that a port is free proves nothing to another server that starts meanwhile; hence the lock."""

    def __init__(self):
        folder = cache() / "ports"
        folder.mkdir(parents=True, exist_ok=True)
        for first in random.sample(range(16_000, 32_000, 100), 160):
            self.lock = open(folder / ("%d.lock" % first), "w")
            if self.is_ours() and is_free(first) and is_free(first + 1):
                self.server, self.sandboxes = first, first + 1
                return
            self.lock.close()
        raise OSError("no free ports")

    def is_ours(self):
        try:
            fcntl.flock(self.lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return True
        except OSError:
            return False


def is_free(port):
    with socket.socket() as probe:
        try:
            probe.bind(("127.0.0.1", port))
            return True
        except OSError:
            return False


# The two servers


class Server:
    """A server of either kind, its data, and the model and GitHub it talks to."""

    def __init__(self, kind, state, key, web_app, sockets):
        self.kind, self.state, self.key, self.web_app = kind, Path(state).resolve(), key, web_app
        self.sockets = sockets
        self.lock = self.lock_state()
        self.ports = Ports()
        self.url = "http://127.0.0.1:%d" % self.ports.server
        self.around = "http://127.0.0.1:%d" % fake_model.start()
        shutil.rmtree(self.state, ignore_errors=True)
        for folder in ("bin", "cwd", "git", "home", "sandboxes", "store", "tmp", "work"):
            (self.state / folder).mkdir(parents=True)
        self.add_chromium()
        self.add_repository()
        self.add_prompts()
        if web_app:
            self.add_web_app()
        self.configured = False

    def lock_state(self):
        self.state.parent.mkdir(parents=True, exist_ok=True)
        lock = open(str(self.state) + ".lock", "w")
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise SystemExit("another server works in %s" % self.state) from None
        return lock

    def add_chromium(self):
        """Agents are made with a browser tool, which wants to find a browser, not to run it."""
        browser = self.state / "bin" / "chromium"
        browser.write_text("#!/bin/sh\nexit 1\n")
        browser.chmod(0o755)

    def add_repository(self):
        """The one repository that the stand-in for GitHub knows."""
        repository = self.state / "git" / (fake_github.REPOSITORY + ".git")
        author = ["-c", "user.name=test", "-c", "user.email=test@example.invalid"]
        work = self.state / "tmp" / "app"
        alone = {"PATH": os.environ["PATH"], "HOME": str(self.state / "home"), "GIT_CONFIG_NOSYSTEM": "1"}
        for command in (
            ["git", "init", "-q", "-b", "main", work],
            ["git", "-C", work] + author + ["commit", "-q", "--allow-empty", "-m", "First"],
            ["git", "clone", "-q", "--bare", work, repository],
        ):
            subprocess.run(command, check=True, stdout=sys.stderr, env=alone)

    def add_prompts(self):
        """The prompts of suggested tasks are looked for below the working directory, which V0
        without containers changes to the agent's."""
        prompts = Path("openhands", "app_server" if self.kind == "v1" else "", "integrations", "templates")
        for folder in ("cwd", "work"):
            link = self.state / folder / prompts
            link.parent.mkdir(parents=True)
            link.symlink_to(next(home_of(self.kind).glob("lib/python3*/site-packages")) / prompts)

    def add_web_app(self):
        """The package comes without the web app; any page shows how its server falls back to it."""
        page = self.state / "cwd" / "frontend" / "build" / "index.html"
        page.parent.mkdir(parents=True)
        page.write_text("<!DOCTYPE html><html><head><title>web app</title></head></html>")

    def environment(self):
        state = self.state
        own = {name: os.environ[name] for name in ("LANG", "LC_ALL", "TZ") if name in os.environ}
        own.update(
            PATH="%s:%s" % (state / "bin", os.environ["PATH"]),
            HOME=str(state / "home"),
            TMPDIR=str(state / "tmp"),
            PYTHONPATH=str(HERE / self.kind),
            PYTHONDONTWRITEBYTECODE="1",
            PYTHONUNBUFFERED="1",
            SERVE_FRONTEND="true" if self.web_app else "false",
            TMUX_TMPDIR=self.sockets,
            PROVIDERS_STAND_IN=self.around,
            GIT_CONFIG_COUNT="1",
            GIT_CONFIG_KEY_0="url.file://%s/.insteadOf" % (state / "git"),
            GIT_CONFIG_VALUE_0="https://%s@github.com/" % GIT_TOKEN,
            OH_PERSISTENCE_DIR=str(state / "store"),
            FILE_STORE_PATH=str(state / "store"),
            LITELLM_LOCAL_MODEL_COST_MAP="True",
            ANONYMIZED_TELEMETRY="false",
            DO_NOT_TRACK="1",
            SESSION_API_KEY=self.key,
            OPENHANDS_SUPPRESS_BANNER="1",
            NO_PROXY="127.0.0.1,localhost",
            no_proxy="127.0.0.1,localhost",
        )
        for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
            own[name] = NOWHERE
        own.update(self.v1_environment() if self.kind == "v1" else self.v0_environment())
        return own

    def v1_environment(self):
        return {
            "GIT_CEILING_DIRECTORIES": str(self.state.parent),  # a repository around it is none of its
            "RUNTIME": "process",
            "OH_SANDBOX_KIND": "ProcessSandboxServiceInjector",
            "OH_SANDBOX_SPEC_KIND": "ProcessSandboxSpecServiceInjector",
            "OH_SANDBOX_BASE_PORT": str(self.ports.sandboxes),
            "OH_SANDBOX_BASE_WORKING_DIR": str(self.state / "sandboxes"),
            "OH_AGENT_SERVER_ENV": json.dumps({"OH_ENABLE_VSCODE": "false", "OH_PRELOAD_TOOLS": "false"}),
            "OH_WEBHOOKS_0_BASE_URL": self.url + "/api/v1/webhooks",
        }

    def v0_environment(self):
        return {
            "RUNTIME": "cli",
            "port": NOWHERE.rpartition(":")[2],  # where agents look for more tools
            "FILE_STORE": "local",
            "WORKSPACE_BASE": str(self.state / "work"),
            "LLM_NATIVE_TOOL_CALLING": "true",
            "MAX_CONCURRENT_CONVERSATIONS": "50",
        }

    def start(self):
        """Starts it and gives the seconds until it was healthy and set up."""
        began = time.monotonic()
        with open(self.state / "server.log", "a") as log:
            process = subprocess.Popen(
                [home_of(self.kind) / "bin" / "uvicorn", "app:app", "--host", "127.0.0.1", "--port", str(self.ports.server)],
                cwd=self.state / "cwd",
                env=self.environment(),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                preexec_fn=end_with_parent,
            )
        while not self.is_healthy():
            if process.poll() is not None or time.monotonic() - began > 300:
                tail = (self.state / "server.log").read_text(errors="replace")[-3000:]
                raise SystemExit("the server does not start:\n" + tail)
            time.sleep(0.1)
        if not self.configured:
            self.configure()
            self.configured = True
        return time.monotonic() - began

    def is_healthy(self):
        try:
            return LOCAL.open(self.url + "/alive", timeout=2).status == 200
        except OSError:
            return False

    def configure(self):
        """Stores the model to use and the token for the one repository."""
        model, address = "openai/fake-model", self.around + "/v1"
        if self.kind == "v1":
            llm = {"model": model, "base_url": address, "api_key": "fake-model-key", "num_retries": 0}
            self.post("/api/v1/settings", {"agent_settings_diff": {"llm": llm}})
            providers = "/api/v1/secrets/git-providers"
        else:
            settings = {"language": "en", "agent": "CodeActAgent", "llm_model": model, "llm_base_url": address}
            settings.update(llm_api_key="fake-model-key", confirmation_mode=False)
            settings.update(enable_default_condenser=False, v1_enabled=False)
            self.post("/api/settings", settings)
            providers = "/api/add-git-providers"
        self.post(providers, {"provider_tokens": {"github": {"token": GIT_TOKEN}}})

    def post(self, path, body):
        headers = {"Content-Type": "application/json", "X-Session-API-Key": self.key}
        try:
            LOCAL.open(urllib.request.Request(self.url + path, json.dumps(body).encode(), headers)).read()
        except urllib.error.HTTPError as error:
            raise SystemExit("%s -> %d %s" % (path, error.code, error.read().decode(errors="replace")[:500]))


def tell(event, **more):
    print(json.dumps(dict(more, event=event)), flush=True)


def on_signals(handler):
    for name in (signal.SIGTERM, signal.SIGINT):
        signal.signal(name, handler)


def exit_on_signals():
    on_signals(lambda *_: sys.exit(0))


def clean_up(sockets):
    """Ends everything and leaves nothing; a signal that comes meanwhile is late."""
    on_signals(signal.SIG_IGN)
    try:
        end_descendants()
    finally:
        shutil.rmtree(sockets, ignore_errors=True)


def run(arguments, key):
    """Runs a server in a child: whichever of the two processes is killed, the other cleans up."""
    be_parent_of_orphans()
    exit_on_signals()
    sockets = tempfile.mkdtemp(prefix="openhands4j-")  # their paths must be short
    try:
        child = os.fork()
        if child == 0:
            end_with_parent(by=signal.SIGTERM)
            be_parent_of_orphans()
            serve(Server(arguments.kind, arguments.state, key, arguments.web_app, sockets))
        else:
            sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
    finally:
        clean_up(sockets)


def serve(server):
    tell("ready", url=server.url, seconds=round(server.start(), 1))
    for order in sys.stdin:
        word, _, argument = order.strip().partition(" ")
        if word == "kill":
            end_descendants()
            tell("killed")
        elif word == "start":
            tell("ready", url=server.url, seconds=round(server.start(), 1))
        elif word == "open":
            fake_model.gate(argument).set()
            tell("opened")
        else:
            raise SystemExit("unknown order: " + order.strip())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check").add_argument("kinds", nargs="*")
    commands.add_parser("install").add_argument("kinds", nargs="+", choices=KINDS)
    runs = commands.add_parser("run")
    runs.add_argument("kind", choices=KINDS)
    runs.add_argument("--state", required=True)
    runs.add_argument("--web-app", action="store_true")
    arguments = parser.parse_args()
    key = os.environ.get("OPENHANDS4J_KEY")
    if arguments.command == "run" and not key:
        parser.error("OPENHANDS4J_KEY is not set")
    if arguments.command == "check":
        sys.exit(check(arguments.kinds or KINDS))
    for kind in arguments.kinds if arguments.command == "install" else [arguments.kind]:
        install(kind)
    if arguments.command == "run":
        run(arguments, key)


if __name__ == "__main__":
    main()
