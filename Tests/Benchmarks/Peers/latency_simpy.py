"""An instance of a fleet, or several on one database, request by request in SimPy, which knows nothing of formulas.

Arrivals are at random. A request waits for a slot, then takes turns of its CPU part, on processors that all present share,
and of waiting on others; its own time is lognormal, and its CPU part a fixed share of it. Visits to a database are a part
of that waiting; only their queue makes it longer.
"""

import heapq
import itertools
import math
import random

import simpy

TURNS = 3


class Processors:
    """Equal shares for all that are present, none more than one processor: by the work that each would have done."""

    def __init__(self, environment, count):
        self.environment, self.count = environment, count
        self.present, self.order = [], itertools.count()
        self.done = self.since = 0.0
        self.plan = 0

    def speed(self):
        return min(1.0, self.count / len(self.present)) if self.present else 0.0

    def go_on(self):
        self.done += (self.environment.now - self.since) * self.speed()
        self.since = self.environment.now

    def work(self, seconds):
        self.go_on()
        ended = self.environment.event()
        heapq.heappush(self.present, (self.done + seconds, next(self.order), ended))
        self.look_ahead()
        return ended

    def look_ahead(self):
        self.plan += 1
        if self.present:
            wait = max(0.0, self.present[0][0] - self.done) / self.speed()
            self.environment.timeout(wait, self.plan).callbacks.append(self.end_first)

    def end_first(self, timeout):
        if timeout.value != self.plan:
            return
        self.go_on()
        _, _, ended = heapq.heappop(self.present)
        ended.succeed()
        self.look_ahead()


class Fleet:
    """So many instances with `slots` and `vcpus` each, and behind them a database of `servers` or none."""

    def __init__(self, seed, *, instances, vcpus, slots, mean, cpu, cv, rate, servers=0, visits=0, visit=0.0):
        self.random = random.Random(seed)
        self.environment = simpy.Environment()
        self.processors = [Processors(self.environment, vcpus) for _ in range(instances)]
        self.slots = [simpy.Resource(self.environment, slots) for _ in range(instances)] if slots else None
        self.database = simpy.Resource(self.environment, servers) if servers else None
        self.mean, self.share, self.rate = mean, cpu / mean, rate
        self.visits, self.visit = visits, visit
        self.deviation = math.sqrt(math.log1p(cv * cv))
        self.centre = math.log(mean) - self.deviation**2 / 2
        self.responses = []

    def run(self, requests, warming):
        self.environment.process(self.arrivals(requests + warming))
        self.environment.run()
        return self.responses[warming:]

    def arrivals(self, count):
        for number in range(count):
            yield self.environment.timeout(self.random.expovariate(self.rate))
            self.responses.append(None)
            self.environment.process(self.request(number))

    def request(self, number):
        start = self.environment.now
        instance = self.random.randrange(len(self.processors))
        slot = self.slots[instance].request() if self.slots else None
        if slot:
            yield slot
        own = math.exp(self.random.gauss(self.centre, self.deviation))
        for _ in range(TURNS):
            yield self.processors[instance].work(own * self.share / TURNS)
            waiting = own * (1 - self.share) / TURNS
            for _ in range(self.visits // TURNS):
                seconds = self.random.expovariate(1 / self.visit)
                with self.database.request() as server:
                    yield server
                    yield self.environment.timeout(seconds)
                waiting -= seconds
            if waiting > 0:
                yield self.environment.timeout(waiting)
        if slot:
            self.slots[instance].release(slot)
        self.responses[number] = self.environment.now - start


def figures(responses):
    """Mean, p95 and p99 in milliseconds."""
    ordered = sorted(responses)
    return [1000 * sum(ordered) / len(ordered)] + [1000 * ordered[int(share * len(ordered))] for share in (0.95, 0.99)]
