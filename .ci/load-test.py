"""A small server for .ci/load-test, which also writes how busy it was as CloudWatch would.

Usage: load-test.py PORT CPU.json

Answers on 127.0.0.1 with 8 KB after some work of the processor and a wait, as an application that asks a database does.
After every minute of UTC it writes the CPU of its own process, in per cent of one processor, as `aws cloudwatch
get-metric-statistics` prints it.
"""

import datetime
import http.server
import json
import sys
import threading
import time

WORK_SECONDS = 0.018
WAIT_SECONDS = 0.08
PAGE = b"x" * 8192


class Page(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        end = time.thread_time() + WORK_SECONDS
        while time.thread_time() < end:
            pass
        time.sleep(WAIT_SECONDS)
        self.send_response(200)
        self.send_header("Content-Length", str(len(PAGE)))
        self.end_headers()
        self.wfile.write(PAGE)

    def log_message(self, *arguments):
        pass


def watch(path):
    points = []
    while True:
        minute = int(time.time()) // 60 * 60
        before = time.process_time(), time.monotonic()
        time.sleep(minute + 60 - time.time())
        used, passed = time.process_time() - before[0], time.monotonic() - before[1]
        if passed < 55:
            continue
        start = datetime.datetime.fromtimestamp(minute, datetime.timezone.utc)
        points.append({"Timestamp": start.strftime("%Y-%m-%dT%H:%M:%SZ"), "Average": 100 * used / passed, "Unit": "Percent"})
        with open(path, "w") as file:
            json.dump({"Label": "CPUUtilization", "Datapoints": points}, file)


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *arguments):
        """Nothing: a test that ends lets go of its connections."""


port, path = int(sys.argv[1]), sys.argv[2]
threading.Thread(target=watch, args=(path,), daemon=True).start()
Server(("127.0.0.1", port), Page).serve_forever()
