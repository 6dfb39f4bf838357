"""What stands around a real server in tests: a model that does what the message says, and a
GitHub and a GitLab (fake_github.py). All listen on one loopback port and need no network.

The model speaks OpenAI's chat completions below /v1. The newest message of the user is its
script. A line with one of these words steers it; of several the last one counts, since an agent
may send messages that follow each other as one:

    SAY: <text>      answers with plain text, which ends the run
    FINISH: <text>   calls the tool that ends the run
    RUN: <command>   calls the terminal once, then finishes
    ECHO: <count>    calls the terminal so many times, with echo 0, echo 1 ..., then finishes
    LOOP             calls the terminal for ever; LOOP: <command> always with this command
    BADTOOL          calls a tool that nobody has, then finishes
    FAIL: <status>   answers with this HTTP status
    WAIT: <seconds>  stands before any of these: the first answer takes so long
    UNTIL: <gate>    stands before any of these: the first answer waits until the test has opened
                     the gate, which stays open

Anything else is answered with plain text.
"""

import json
import re
import sys
import threading
import time
import uuid
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import fake_github

DIRECTIVE = re.compile(r"^\s*(SAY|FINISH|RUN|ECHO|LOOP|BADTOOL|FAIL|WAIT|UNTIL)\b:?[ \t]*(.*?)\s*$")
LONGEST_SECONDS = 600
GATES = {}


def gate(name):
    return GATES.setdefault(name, threading.Event())


def text_of(message):
    content = message.get("content") or ""
    if isinstance(content, str):
        return content
    return "\n".join(part.get("text", "") for part in content if isinstance(part, dict))


class Script:
    """The directives of a conversation's newest message, and how many steps were made since."""

    def __init__(self, messages):
        user = [i for i, m in enumerate(messages) if m.get("role") == "user"]
        last = user[-1] if user else 0
        first = last
        while first > 0 and messages[first - 1].get("role") == "user":
            first -= 1
        lines = "\n".join(text_of(m) for m in messages[first : last + 1]).split("\n")
        self.steps = sum(1 for m in messages[last + 1 :] if m.get("role") == "tool")
        self.word, self.argument, self.before = "", "", None
        for line in lines:
            match = DIRECTIVE.match(line)
            if match and match[1] in ("WAIT", "UNTIL"):
                self.word, self.before = "", match.groups()
            elif match:
                if self.word:
                    self.before = None
                self.word, self.argument = match.groups()

    def stand_before_the_first(self):
        if self.before and self.steps == 0:
            word, argument = self.before
            if word == "WAIT":
                time.sleep(min(float(argument), LONGEST_SECONDS))
            else:
                gate(argument).wait(LONGEST_SECONDS)


def tool_call(name, **arguments):
    arguments.update(summary="scripted", security_risk="LOW")
    return {"name": name, "arguments": json.dumps(arguments)}


def decide(body):
    """Gives the HTTP status, the text and the tool call of the next answer."""
    tools = [(tool.get("function") or {}).get("name") for tool in body.get("tools") or []]
    if not tools:
        return 200, "A title", None  # titles and summaries are asked for without tools
    script = Script(body.get("messages") or [])
    script.stand_before_the_first()
    terminal = "terminal" if "terminal" in tools else "execute_bash"
    if script.word == "FAIL":
        return int(script.argument), "the model was told to fail", None
    if script.word == "LOOP":
        return 200, None, tool_call(terminal, command=script.argument or "sleep 1; date +%N")
    if script.word == "ECHO" and script.steps < int(script.argument):
        return 200, None, tool_call(terminal, command="echo %d" % script.steps)
    if script.word == "FINISH" or script.steps:
        return 200, None, tool_call("finish", message=script.argument or "done")
    if script.word == "RUN":
        return 200, None, tool_call(terminal, command=script.argument)
    if script.word == "BADTOOL":
        return 200, None, tool_call("no_such_tool")
    return 200, script.argument or "understood", None


class Surroundings(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def answer(self, status, value, headers=None):
        data = json.dumps(value).encode()
        self.send_response(status)
        for name in headers or {}:
            self.send_header(name, headers[name])
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def do_GET(self):
        path = self.path.partition("?")[0]
        if path.endswith("/models"):
            self.answer(200, {"object": "list", "data": [{"id": "fake-model", "object": "model"}]})
        elif path.startswith(("/github", "/gitlab")):
            self.answer_as_provider(None)
        else:
            self.answer(200, {"status": "ok"})

    def answer_as_provider(self, body):
        status, headers, value = fake_github.answer(self.path, self.headers.get("Authorization", ""), body)
        self.answer(status, value, headers)

    def do_POST(self):
        raw = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        if self.path.startswith("/github"):
            return self.answer_as_provider(json.loads(raw))
        if not self.path.endswith("/chat/completions"):
            return self.answer(404, {"error": {"message": "no such path"}})
        body = json.loads(raw)
        status, text, call = decide(body)
        if status != 200:
            return self.answer(status, {"error": {"message": text, "type": "scripted", "code": str(status)}})
        message = {"role": "assistant", "content": text}
        if call:
            message["tool_calls"] = [{"id": "call_" + uuid.uuid4().hex[:16], "type": "function", "function": call}]
        completion = {"id": "chatcmpl-" + uuid.uuid4().hex, "created": int(time.time()), "model": body.get("model")}
        end = "tool_calls" if call else "stop"
        usage = {"prompt_tokens": 100, "completion_tokens": 10, "total_tokens": 110}
        try:
            if body.get("stream"):
                self.stream(completion, message, end, usage)
            else:
                choice = {"index": 0, "message": message, "finish_reason": end}
                self.answer(200, dict(completion, object="chat.completion", choices=[choice], usage=usage))
        except (BrokenPipeError, ConnectionResetError):
            self.close_connection = True  # the agent was stopped meanwhile

    def stream(self, completion, message, end, usage):
        self.send_response(200)
        self.send_header("Content-Type", "text/event-stream")
        self.send_header("Connection", "close")
        self.end_headers()
        for call in message.get("tool_calls", []):
            call["index"] = 0
        for delta, reason, more in ((message, None, {}), ({}, end, {"usage": usage})):
            choice = {"index": 0, "delta": delta, "finish_reason": reason}
            chunk = dict(completion, object="chat.completion.chunk", choices=[choice], **more)
            self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
        self.wfile.write(b"data: [DONE]\n\n")
        self.close_connection = True


def start():
    """Starts it on a free port and gives the port."""
    ThreadingHTTPServer.daemon_threads = True
    server = ThreadingHTTPServer(("127.0.0.1", 0), Surroundings)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server.server_address[1]


if __name__ == "__main__":
    print("http://127.0.0.1:%d" % start(), flush=True)
    sys.stdin.read()
