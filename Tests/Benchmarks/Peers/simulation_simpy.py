"""The simulation of Headroom's model as a SimPy user would write it: a minute is a timeout, a start is a process.

Of the model it has what a year of the guide's days needs, as simulation.c does.
Usage: simulation_simpy.py MINUTES; prints the time in seconds, the instance minutes and the actions.
"""

import math
import sys
import time
from collections import deque

import simpy

T, TARGET, MIN, MAX, START, WARM, POINT, DELAY = 1000, 70, 25, 100, 3, 5, 5, 2
EMERGENCY, OUT_COOLDOWN, IN_COOLDOWN, DAY_MINUTES, SHARE = 75000, 5, 10, 1440, 1e-9
DAY = [
    250000 * max(0, 0.6 + 0.4 * math.cos(2 * math.pi * (minute - 1200) / 1440)) * (0.25 + 0.02 / 1440)
    for minute in range(1440)
]


def size(quotient):
    whole = round(quotient)
    return whole if abs(quotient - whole) <= 1e-9 else math.ceil(quotient)


class Fleet:
    def __init__(self, environment):
        self.environment = environment
        self.serving, self.starting, self.wanted = 50, 0, 50
        self.instance_minutes = self.actions = 0
        self.last_launch = self.paused_until = -1000000
        self.minutes = []
        self.waiting = deque([None] * DELAY)
        self.counts = deque([0] * DELAY)
        self.points = deque(maxlen=15)
        self.out_high = self.in_low = self.high = self.low = 0

    def start(self, count):
        yield self.environment.timeout(START)
        self.serving += count
        self.starting -= count

    def live(self):
        while True:
            self.minute(self.environment.now - DAY_MINUTES)
            yield self.environment.timeout(1)

    def see(self, cpu, asked):
        self.minutes.append((cpu, cpu * self.serving))
        ended = None
        if len(self.minutes) == POINT:
            ended = tuple(sum(column) / POINT for column in zip(*self.minutes))
            self.minutes = []
        self.waiting.append(ended)
        self.counts.append(asked)
        seen = self.waiting.popleft()
        if seen:
            value, _ = seen
            self.points.append(seen)
            self.out_high = self.out_high + 1 if value * (1 - SHARE) > TARGET else 0
            self.in_low = self.in_low + 1 if value < 30 * (1 - SHARE) else 0
            self.high = self.high + 1 if value * (1 - SHARE) > TARGET else 0
            self.low = self.low + 1 if value < TARGET * 0.9 * (1 - SHARE) else 0
        return self.counts.popleft()

    def minute(self, t):
        asked = DAY[t % 1440]
        served = min(asked, self.serving * T * 100 / TARGET)
        cpu = min(100, TARGET / T * served / self.serving)
        count = self.see(cpu, asked)
        before = self.wanted
        load = self.points[-1][1] if self.points else 0
        asks = []
        if self.high >= 3:
            asks.append((size(load / TARGET), False))
        if t >= self.paused_until and self.out_high >= 2:
            asks.append((size(load / TARGET), True))
        if t >= self.paused_until and count * (1 - SHARE) > EMERGENCY:
            asks.append((self.wanted + max(1, self.wanted // 4), True))
        asks = [ask for ask in asks if ask[0] > self.wanted]
        if asks:
            most, is_stated = max(asks, key=lambda ask: ask[0])
            self.wanted = max(self.wanted, min(most, MAX))
            if is_stated and self.wanted > before:
                self.paused_until = t + OUT_COOLDOWN
        elif not self.starting and self.serving == self.wanted and t >= self.last_launch + WARM:
            self.shrink(t, load)
        if self.wanted != before and t >= 0:
            self.actions += 1
        missing = self.wanted - self.serving - self.starting
        if missing > 0:
            self.starting += missing
            self.last_launch = t
            self.environment.process(self.start(missing))
        else:
            self.serving += missing
        if t >= 0:
            self.instance_minutes += self.serving + self.starting

    def shrink(self, t, load):
        asks = []
        if self.low >= 15:
            asks.append((size(max(point[1] for point in self.points) / TARGET), False))
        if t >= self.paused_until and self.in_low >= 5:
            asks.append((size(load / TARGET), True))
        asks = [ask for ask in asks if ask[0] < self.wanted]
        if not asks:
            return
        least, is_stated = max(asks, key=lambda ask: ask[0])
        wanted = max(least, MIN)
        if is_stated and wanted < self.wanted:
            self.paused_until = t + IN_COOLDOWN
        self.wanted = min(self.wanted, wanted)


def main():
    minutes = int(sys.argv[1])
    environment = simpy.Environment()
    fleet = Fleet(environment)
    start = time.perf_counter()
    environment.process(fleet.live())
    environment.run(until=minutes + DAY_MINUTES)
    print(time.perf_counter() - start, fleet.instance_minutes, fleet.actions)


main()
