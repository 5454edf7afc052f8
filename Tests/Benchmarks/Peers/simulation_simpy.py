"""The simulation of Headroom's model as a SimPy user would write it: a minute is a timeout, a start is a process.

Usage: simulation_simpy.py MINUTES; prints the time in seconds, the instance minutes and the actions.
"""

import math
import sys
import time

import simpy

T, TARGET, MIN, MAX, START = 1000, 70, 25, 100, 3
DAY = [
    250000 * max(0, 0.6 + 0.4 * math.cos(2 * math.pi * (minute - 1200) / 1440)) * (0.25 + 0.02 / 1440)
    for minute in range(1440)
]


class Fleet:
    def __init__(self, environment):
        self.environment = environment
        self.serving, self.starting = 50, 0
        self.high = self.low = self.instance_minutes = self.actions = 0
        self.out_rests = self.in_rests = self.emergency_rests = 0

    def ask_for(self, count):
        self.starting += count
        self.actions += 1
        self.environment.process(self.start(count))

    def start(self, count):
        yield self.environment.timeout(START)
        self.serving += count
        self.starting -= count

    def live(self):
        while True:
            self.minute(self.environment.now)
            yield self.environment.timeout(1)

    def minute(self, t):
        asked = DAY[t % 1440]
        cpu = min(100, TARGET * asked / (self.serving * T))
        self.high = self.high + 1 if cpu > TARGET else 0
        self.low = self.low + 1 if cpu < 30 else 0
        fleet = self.serving + self.starting
        if asked > 75000 and t >= self.emergency_rests and fleet < MAX:
            self.ask_for(min(math.ceil(fleet / 4), MAX - fleet))
            self.emergency_rests = self.out_rests = t + 5
            self.high = 0
        elif self.high >= 2 and t >= self.out_rests:
            added = min(math.ceil(self.serving * cpu / TARGET - 1e-9), MAX) - fleet
            if added > 0:
                self.ask_for(added)
                self.out_rests = t + 5
                self.high = 0
        elif self.low >= 5 and not self.starting and t >= self.in_rests and t >= self.out_rests:
            removed = self.serving - max(math.ceil(self.serving * cpu / TARGET - 1e-9), MIN)
            if removed > 0:
                self.serving -= removed
                self.actions += 1
                self.in_rests = t + 10
                self.low = 0
        self.instance_minutes += self.serving + self.starting


def main():
    minutes = int(sys.argv[1])
    environment = simpy.Environment()
    fleet = Fleet(environment)
    start = time.perf_counter()
    environment.process(fleet.live())
    environment.run(until=minutes)
    print(time.perf_counter() - start, fleet.instance_minutes, fleet.actions)


main()
