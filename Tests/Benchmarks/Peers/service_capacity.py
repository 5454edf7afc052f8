"""Netflix service-capacity-modeling on a fleet of stateless services, warm.

Usage: service_capacity.py; prints the best time of plan_certain, its instance shapes, the time of plan over ranges,
and the number of plans that it made.
"""

import time

from service_capacity_modeling.capacity_planner import planner
from service_capacity_modeling.interface import CapacityDesires, DataShape, Interval, QueryPattern
from service_capacity_modeling.interface import certain_float, certain_int

MODEL, REGION = "org.netflix.stateless-java", "us-east-1"


def desires(reads, writes, read_ms, write_ms):
    pattern = QueryPattern(
        estimated_read_per_second=reads,
        estimated_write_per_second=writes,
        estimated_mean_read_latency_ms=read_ms,
        estimated_mean_write_latency_ms=write_ms,
    )
    return CapacityDesires(
        service_tier=1, query_pattern=pattern, data_shape=DataShape(reserved_instance_app_mem_gib=4)
    )


def between(low, mid, high):
    return Interval(low=low, mid=mid, high=high, confidence=0.9)


def counted(model):
    """The model with a count of the plans that it was asked for."""
    plan, count = model.capacity_plan, [0]

    def capacity_plan(*arguments, **keywords):
        count[0] += 1
        return plan(*arguments, **keywords)

    model.capacity_plan = capacity_plan
    return count


def main():
    certain = desires(certain_int(20000), certain_int(5000), certain_float(5), certain_float(10))
    ranges = desires(
        between(15000, 20000, 40000), between(3000, 5000, 10000), between(2, 5, 10), between(4, 10, 20)
    )
    best = 1e9
    for _ in range(8):
        start = time.perf_counter()
        planner.plan_certain(model_name=MODEL, region=REGION, desires=certain)
        best = min(best, time.perf_counter() - start)
    count = counted(planner.models[MODEL])
    planner.plan_certain(model_name=MODEL, region=REGION, desires=certain)
    shapes = count[0]
    count[0] = 0
    start = time.perf_counter()
    planner.plan(model_name=MODEL, region=REGION, desires=ranges)
    print(best, shapes, time.perf_counter() - start, count[0])


main()
