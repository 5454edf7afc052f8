"""Turns collected prices into the tables inside the program; .ci/prices says how."""

import collections
import csv
import decimal
import hashlib
import json
import pathlib
import random
import sys

FOLDER = pathlib.Path(sys.argv[1])
TABLES = pathlib.Path("Sources/CPriceTables/Tables")
ROWS = pathlib.Path("Tests/CommandTests/Prices/collected-rows.csv")
DIGESTS = pathlib.Path("Tests/PlanningTests/PriceBook/collected-digests.csv")

TARIFFS = json.loads((FOLDER / "tariffs.json").read_text())
BY_HAND = json.loads(pathlib.Path(".ci/prices-by-hand.json").read_text())
EVERYWHERE = "everywhere"

# instance-types.csv has no dates: the days of the first of its sources, by regions/sources.csv.
TYPES_READ = {"KARP": "2026-07-20", "SPARE": "2026-01-31", "EC2SHOP": "2025-04-04"}


def collected(name):
    with open(FOLDER / "regions" / f"{name}.csv", newline="") as file:
        return list(csv.DictReader(file))


class Origins:
    """Who says a row, how many agree and since when, told once and named by a short word."""

    def __init__(self):
        self.rows = collections.Counter()

    def __call__(self, sources, agreement, as_of):
        key = (str(agreement), as_of, sources)
        self.rows[key] += 1
        return key

    def named(self):
        """The most frequent have the shortest names."""
        digits = "0123456789abcdefghijklmnopqrstuvwxyz"
        ordered = sorted(self.rows, key=lambda key: (-self.rows[key], key))
        return {key: (digits[n // 36 - 1] if n >= 36 else "") + digits[n % 36] for n, key in enumerate(ordered)}


origins = Origins()


def witnessed(row):
    return origins(row["sources"], len(row["sources"].split("+")), row["as_of"])


def said(row):
    """The origin of a row of tariffs.json, by the long name of its source."""
    source, confidence, as_of = row["source"], row["confidence"], row.get("as_of", TARIFFS["collected"])
    if source == "BOOK":
        source = BY_HAND["tariff_sources"].get(row.get("id"), "AWS documentation")
    return origins(TARIFFS["sources"].get(source, source), confidence, as_of)


def by_hand(confidence, source):
    return origins(source, confidence, BY_HAND["collected"])


def price(text):
    """To a billionth of a dollar, without zeros at the end."""
    exact = decimal.Decimal(text).quantize(decimal.Decimal("1e-9"), decimal.ROUND_HALF_UP)
    return f"{exact.normalize():f}"


def ec2():
    reserved = {(row["region"], row["type"]): row for row in collected("ri")}
    spot = {(row["region"], row["type"]): row for row in collected("spot-advisor")}
    priced = {(row["region"], row["type"]): row for row in collected("ec2")}
    terms = [f"{kind}_{years}y_no_upfront" for kind in ("standard", "convertible") for years in (1, 3)]
    for key in sorted(priced | spot):
        row, rates, saving = priced.get(key), reserved.get(key, {}), spot.get(key, {})
        yield [
            *key, *([row["usd_per_hour"], witnessed(row)] if row else ["", ""]),
            *(rates.get(term, "") for term in terms),
            saving.get("savings_percent", ""), saving.get("interruption_band", ""),
        ]


def rds():
    rows = collections.defaultdict(dict)
    for row in collected("rds"):
        if row["deployment"] != "cluster":
            rows[row["region"], row["class"], row["engine"]][row["deployment"]] = row
    for key, deployments in rows.items():
        cells = []
        for deployment in ("single", "multi", "single-io-optimized"):
            row = deployments.get(deployment)
            cells += [row["usd_per_hour"], witnessed(row)] if row else ["", ""]
        yield [*key, *cells]


def elasticache():
    for row in collected("elasticache"):
        yield [row["region"], row["node"], row["engine"], row["usd_per_hour"], witnessed(row)]


def bedrock():
    for model, directions in BY_HAND["voice_models"].items():
        for direction, (usd, *said_by) in directions.items():
            yield [TARIFFS["region"], model, direction, price(usd), by_hand(*said_by)]


def tariffs():
    complete = set()
    for tariff in TARIFFS["tariffs"]:
        region = EVERYWHERE if tariff["scope"] == "global" else TARIFFS["region"]
        complete.add((region, tariff["id"]))
        begin = 0
        for step in tariff["steps"]:
            yield [region, tariff["id"], tariff.get("area", ""), f"{begin}", price(step["usd"]), said(tariff)]
            begin = step.get("up_to")
    for row in collected("tariffs"):
        if (row["region"], row["tariff"]) not in complete:
            yield [row["region"], row["tariff"], "", row["from"], price(row["usd"]), witnessed(row)]


def kinds():
    seen = {}
    for tariff in TARIFFS["tariffs"]:
        kind = [
            tariff["id"], tariff["service"], f"{tariff['free']}", tariff.get("minimum", ""),
            BY_HAND["tariff_names"][tariff["id"]], tariff["unit"],
        ]
        assert seen.setdefault(tariff["id"], kind) == kind, f"two kinds of {tariff['id']}"
    return seen.values()


def facts():
    """What else the bill rests on, by the path of its keys in tariffs.json."""

    def leaves(path, value, origin):
        if isinstance(value, dict):
            for key, inner in value.items():
                if key not in ("source", "confidence", "_"):
                    for part in key.split(","):
                        yield from leaves(f"{path}.{part}", inner, origin)
        elif isinstance(value, list):
            yield [path, origin, " ".join("-" if item is None else str(item) for item in value)]
        else:
            yield [path, origin, str(value)]

    for name, value in TARIFFS["facts"].items():
        if name != "area_of_region":
            yield from leaves(name, value, said(value))
    yield ["collected", origins("the tables themselves", "stated", TARIFFS["collected"]), TARIFFS["collected"]]
    yield ["reserved_rates", origins("EC2SHOP", 1, "2025-04-04"), "no upfront payment"]
    yield ["spot_savings", origins("SPOTINFO", 1, "2025-06-28"), "savings and interruptions of a month"]


def regions():
    areas = TARIFFS["facts"]["area_of_region"]
    for row in collected("regions"):
        yield [row["code"], row["zones"], areas.get(row["code"], ""), row["name"]]


def types():
    for row in collected("instance-types"):
        yield [
            row["type"], row["vcpu"], row["memory_gib"], row["arch"],
            "current" if row["current_generation"] == "yes" else "previous",
            origins(row["sources"], len(row["sources"].split("+")), TYPES_READ[row["sources"].split("+")[0]]),
        ]
    for node, (memory, *said_by) in BY_HAND["cache_memory_gib"].items():
        yield [node, "", f"{memory:g}", "", "", by_hand(*said_by)]


def sources():
    for row in collected("sources"):
        name = row["name"].removeprefix("github ").removeprefix("PyPI ").replace(",", ";")
        name = name.replace("same repository", "yeo/ec2.shop")
        short = name if name.startswith("unnamed") else name.split(" ")[0].removesuffix(";")
        yield [row["id"], short, row["version"].replace(",", ";"), row["data_date"].replace(",", ";")]


def write(name, rows):
    lines = sorted(",".join(row) for row in rows)
    (TABLES / f"{name}.csv").write_bytes("".join(line + "\n" for line in lines).encode())
    print(f"{name}: {len(lines)} rows")


def digest(name, lines):
    text = "".join(line + "\n" for line in lines)
    return f"{name},{len(lines)},{hashlib.sha256(text.encode()).hexdigest()}\n"


def lines(name):
    """A collected table without its head, line by line as it was collected."""
    return (FOLDER / "regions" / f"{name}.csv").read_text().splitlines()[1:]


def hold():
    """What the tests know of the collected tables, without the program's own tables in between."""
    tables = {name: lines(name) for name in ("ec2", "rds", "elasticache", "ri", "spot-advisor")}
    tables["rds"] = [line for line in tables["rds"] if ",cluster," not in line]
    tables["tariffs"] = [
        ",".join([row["region"], row["tariff"], row["from"], price(row["usd"]), row["sources"], row["as_of"]])
        for row in collected("tariffs") if row["region"] != TARIFFS["region"]
    ]
    DIGESTS.write_text("".join(digest(name, sorted(rows)) for name, rows in tables.items()))
    rows = [f"{name},{line}" for name in ("ec2", "rds", "elasticache") for line in tables[name]]
    ROWS.write_text("".join(line + "\n" for line in sorted(random.Random(13).sample(rows, 500))))


def main():
    tables = {
        table.__name__: [list(row) for row in table()]
        for table in (ec2, rds, elasticache, bedrock, tariffs, kinds, facts, types)
    }
    names = origins.named()
    for name, rows in tables.items():
        write(name, [[names[cell] if isinstance(cell, tuple) else cell for cell in row] for row in rows])
    write("origins", [[name, *key] for key, name in names.items()])
    write("regions", regions())
    write("sources", sources())
    hold()


main()
