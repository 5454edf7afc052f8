"""Validates profiles against the schema in the first file that is named; ends with 1 when one is judged wrongly.

The other files that are named are profiles, besides those of the project."""

import json
import sys
from pathlib import Path

from jsonschema import Draft7Validator
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

# Mistakes that a schema cannot see, or that YAML readers have repaired before a schema sees them.
ONLY_THE_PROGRAM_SEES = {
    # How one number stands to another.
    "desired-above-max", "inverted-money", "inverted-range", "likely-outside", "min-above-desired",
    "purchase-above-whole", "quoted-range", "range-end-out-of-bounds", "too-precise-money",
    # Spellings of a number or a word that readers disagree on.
    "bare-fraction", "capital-true", "exponent", "hexadecimal", "leading-zero", "not-a-number", "octal", "plus",
    "truth-for-region", "underscore",
    # What is gone once the text is read.
    "anchor", "directive", "explicit-key", "tag",
}


def mistakes(validator, path):
    """What is wrong with a file to an editor that reads YAML 1.2 and has the schema."""
    try:
        profile = YAML(typ="safe", pure=True).load(path.read_bytes())
    except (YAMLError, UnicodeDecodeError, ValueError) as error:
        return [f"not read: {error}"]
    return [f"{error.json_path}: {error.message}" for error in validator.iter_errors(profile)]


def main(schema_path, *profiles):
    schema = json.loads(Path(schema_path).read_text())
    Draft7Validator.check_schema(schema)
    validator = Draft7Validator(schema)
    judged_wrongly = []

    good = sorted(Path("Profiles").glob("*.yaml")) + [Path(profile) for profile in profiles]
    for path in good:
        judged_wrongly += [f"{path} is refused: {mistake}" for mistake in mistakes(validator, path)]

    bad = sorted(Path("Tests/FilesTests/Bad").glob("*.yaml"))
    for path in bad:
        found = mistakes(validator, path)
        if not found and path.stem not in ONLY_THE_PROGRAM_SEES:
            judged_wrongly.append(f"{path} passes")
        if found and path.stem in ONLY_THE_PROGRAM_SEES:
            judged_wrongly.append(f"{path} fails, and is listed as one that only the program sees: {found[0]}")

    if not good or not bad:
        judged_wrongly.append("there is nothing to judge here")
    print("\n".join(judged_wrongly) or f"{len(good)} profiles pass; {len(bad) - len(ONLY_THE_PROGRAM_SEES)} bad files"
          f" fail and {len(ONLY_THE_PROGRAM_SEES)} more only the program refuses")
    return 1 if judged_wrongly else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
