"""Agent servers that start fast: forked from a process that has imported all they need.

What runs in them is the stock agent server, bound to loopback. They end at once when they are
told to, where a stock one lingers for ten seconds and holds up the app server meanwhile. As in a
container, a server's own files are not in the workspace but beside it.
"""

import asyncio
import ctypes
import json
import os
import signal
import subprocess
import sys
import tempfile
from types import SimpleNamespace


def end_with_parent():
    """Lets the kernel end this process when its parent has ended, however it ended."""
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)


class Nursery:
    """The app server's end: asks for processes, one at a time."""

    def __init__(self):
        self.process = subprocess.Popen(
            [sys.executable, "-B", __file__],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            preexec_fn=end_with_parent,
        )
        self.lock = asyncio.Lock()

    async def bear(self, port, directory, environment):
        """Starts an agent server and gives its process id as `pid`."""
        order = json.dumps({"port": port, "directory": directory, "environment": environment})
        async with self.lock:
            return SimpleNamespace(pid=int(await asyncio.to_thread(self._ask, order)))

    def _ask(self, order):
        self.process.stdin.write(order + "\n")
        self.process.stdin.flush()
        return self.process.stdout.readline()


def agent_server(order):
    """Becomes an agent server. Does not come back."""
    end_with_parent()
    signal.signal(signal.SIGCHLD, signal.SIG_DFL)
    os.chdir(order["directory"])
    own = order["directory"] + ".server"
    os.makedirs(own, exist_ok=True)
    log = os.open(own + "/agent-server.log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    nothing = os.open(os.devnull, os.O_RDONLY)
    for source, target in ((nothing, 0), (log, 1), (log, 2)):
        os.dup2(source, target)
    # A starting agent server ends all terminals at its tmux socket, and the one the app server
    # names is shared by the whole machine: each gets its own.
    sockets = tempfile.mkdtemp(dir=os.environ["TMUX_TMPDIR"])
    os.environ.update(order["environment"], TMUX_TMPDIR=sockets)
    os.environ.update(OH_CONVERSATIONS_PATH=own + "/conversations", OH_BASH_EVENTS_DIR=own + "/bash_events")
    sys.argv = ["agent-server", "--host", "127.0.0.1", "--port", str(order["port"])]
    from openhands.agent_server.__main__ import LoggingServer, main

    LoggingServer.handle_exit = lambda *_: os._exit(0)
    try:
        main()
    finally:
        os._exit(1)


def main():
    import litellm  # noqa: F401
    import openhands.sdk  # noqa: F401
    import openhands.agent_server.conversation_service  # noqa: F401
    import openhands.tools.browser_use.impl  # noqa: F401
    import openhands.tools.preset.default  # noqa: F401

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody waits for the children
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            agent_server(json.loads(line))
        print(child, file=answers, flush=True)


if __name__ == "__main__":
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # what imports print is no answer
    main()
