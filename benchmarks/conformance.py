"""Print how closely the published scores of other people's models are reproduced.

    READINESS_CORPUS=FOLDER .venv/bin/python -m benchmarks.conformance

The models are frameworks in our language (tests/conformance), the published scores lie in FOLDER, which is not part of
this project; docs/conformance.md says where they come from. Exits with 1 when one value does not match.
"""

from __future__ import annotations

import sys

from tests.conformance.corpus import FOLDER
from tests.conformance.models import MODELS, mismatches, table

MOST_SHOWN = 10


def main() -> int:
    """Print the table, and the first values that do not match."""
    if not FOLDER.is_dir():
        print(f"There are no published scores at {FOLDER}; READINESS_CORPUS says where they are.", file=sys.stderr)
        return 2
    print(table())
    wrong = [(model.name, one) for model in MODELS for one in mismatches(model)]
    for name, one in wrong[:MOST_SHOWN]:
        print(f"{name}, {one.case}, {one.what}: {one.found} instead of {one.published}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
