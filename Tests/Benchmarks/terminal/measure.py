#!/usr/bin/env python3
"""Measures full-screen programs in a terminal of 200x50, side by side in one run.

Usage: measure.py [--headroom PATH] [--keys N]

Each program runs in a pseudo-terminal that answers nothing, as a fast terminal emulator would look to it. What is timed
ends with the last byte that the program writes before it falls silent; the silence itself is not counted. Times on a
shared machine drift, so compare the rows of one run, and no others.

  first frame   from starting the process to the last byte of its first screen
  key           from writing a key to the last byte of the answer: median and 95th percentile
  bytes a key   mean of the bytes of an answer
  200 keys      from writing 200 keys at once to the last byte
  memory        resident set after all of that
  idle          processor time and bytes written in three seconds without a key
"""

import argparse, fcntl, os, pty, select, shutil, signal, struct, tempfile, termios, time

ROWS, COLUMNS = 50, 200
SILENCE = 0.15


class Session:
    def __init__(self, command, environment):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            # The size must stand before the program asks for it.
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
            os.execvpe(command[0], command, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def until_silent(self, silence=SILENCE, patience=10):
        """Reads until nothing comes for a while: the moment of the last byte, and how many came."""
        last, count, deadline = None, 0, time.perf_counter() + patience
        while time.perf_counter() < deadline:
            wait = silence if last else patience
            if not select.select([self.terminal], [], [], wait)[0]:
                break
            count += len(os.read(self.terminal, 1 << 16))
            last = time.perf_counter()
        return last, count

    def press(self, keys, silence=SILENCE):
        start = time.perf_counter()
        os.write(self.terminal, keys)
        last, count = self.until_silent(silence, patience=2)
        return (last - start if last else None), count

    def processor_seconds(self):
        with open(f"/proc/{self.pid}/stat") as stat:
            fields = stat.read().rsplit(")", 1)[1].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    def resident_mebibytes(self):
        with open(f"/proc/{self.pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20

    def end(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.pid, 0)
        os.close(self.terminal)


def measure(name, command, key, back, count, environment):
    # Killing a program that keeps unsaved changes would have the next one ask about them.
    session = Session(command, environment | {"XDG_STATE_HOME": tempfile.mkdtemp()})
    last, _ = session.until_silent(silence=0.4)
    first = last - session.started
    times, sizes = [], []
    for turn in range(count):
        elapsed, size = session.press(key if turn % 2 == 0 else back)
        if elapsed is not None:
            times.append(elapsed)
            sizes.append(size)
    burst, _ = session.press(key * 200)
    before = session.processor_seconds()
    _, idle_bytes = session.until_silent(silence=3, patience=3)
    idle = session.processor_seconds() - before
    times.sort()
    print(
        f"| {name} | {first * 1e3:.0f} ms | {times[len(times) // 2] * 1e3:.1f} ms |"
        f" {times[int(len(times) * 0.95)] * 1e3:.1f} ms | {sum(sizes) / len(sizes):,.0f} |"
        f" {burst * 1e3:.0f} ms | {session.resident_mebibytes():.0f} MiB | {idle * 1e3:.0f} ms, {idle_bytes} bytes |",
        flush=True)
    session.end()


def main():
    parser = argparse.ArgumentParser(description="Measures full-screen programs in a terminal of 200x50.")
    parser.add_argument("--headroom", default=".build/release/headroom")
    parser.add_argument("--keys", type=int, default=60)
    arguments = parser.parse_args()
    home = tempfile.mkdtemp()
    environment = {"PATH": os.environ["PATH"], "TERM": "xterm-256color", "LANG": "C.UTF-8", "HOME": home,
                   "LD_LIBRARY_PATH": os.environ.get("LD_LIBRARY_PATH", "")}
    os.makedirs(f"{home}/.config/btop")
    with open(f"{home}/.config/btop/btop.conf", "w") as settings:
        # Refreshing by itself only every minute, so that an answer to a key is told from a tick.
        settings.write('update_ms = 60000\nbackground_update = False\n')
    # ncdu looks through this folder first, so it is a small one.
    folder = f"{home}/folder"
    for number in range(100):
        os.makedirs(f"{folder}/{number}")
    # What the arrows send in the mode that each program asks for.
    right, left, down, up, plain_down, plain_up = b"l", b"h", b"\x1bOB", b"\x1bOA", b"\x1b[B", b"\x1b[A"
    programs = [
        ("headroom, a slider step", [arguments.headroom], right, left),
        ("headroom, another slider", [arguments.headroom], down, up),
        ("htop", ["htop", "-d", "600"], down, up),
        ("btop", ["btop"], plain_down, plain_up),
        ("ncdu", ["ncdu", "-0", folder], down, up),
    ]
    print("| 200x50 | first frame | key, median | key, p95 | bytes a key | 200 keys | memory | idle, 3 s |")
    print("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |")
    for name, command, key, back in programs:
        if shutil.which(command[0]):
            measure(name, command, key, back, arguments.keys, environment)
        else:
            print(f"| {name} | not installed |")
    shutil.rmtree(home)


if __name__ == "__main__":
    main()
