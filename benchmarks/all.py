"""Every figure of docs/accuracy.md, one command after the other, each with its output.

    python benchmarks/all.py [NAME ...] [-o FILE]

NAME is one of the names below; without one, all run. ``calibrate --write`` is not among them: fit the points first
where the engine has changed. The output is Markdown; it takes some minutes.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
CLAIMS = HERE.parent / "tests/data/claims"
KZFACTS = ("-m", "kzfacts")
COMMANDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "claims": tuple((*KZFACTS, "eval", str(path.relative_to(HERE.parent))) for path in sorted(CLAIMS.glob("*.jsonl"))),
    "examples": ((*KZFACTS, "facts", "test"),),
    "calibrate": (("benchmarks/calibrate.py", "--table", "--trade"), ("benchmarks/calibrate.py", "--claims")),
    "retrieval": (("benchmarks/retrieval.py",),),
    "errors": (("benchmarks/errors.py",),),
    "metamorphic": (("benchmarks/metamorphic.py",),),
    "clean": (("benchmarks/clean.py",),),
    "drafts": (("benchmarks/drafts.py",),),
}


def run(name: str) -> Iterator[str]:
    """Yield the output of each command of a name, under the command itself."""
    for command in COMMANDS[name]:
        shown = " ".join(("kzfacts", *command[2:]) if command[:2] == KZFACTS else ("python", *command))
        done = subprocess.run([sys.executable, *command], cwd=HERE.parent, capture_output=True, text=True, check=False)
        text = (done.stdout + done.stderr).strip()
        fence = "" if "|---" in text else "```"
        yield "\n".join((f"## {shown}", "", *filter(None, (fence and "```text", text, fence)), ""))


def main() -> None:
    """Run what is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", choices=[[], *COMMANDS], metavar="NAME", help=", ".join(COMMANDS))
    parser.add_argument("-o", "--output", type=Path, metavar="FILE")
    options = parser.parse_args()
    pieces = []
    for name in options.names or COMMANDS:
        for piece in run(name):
            pieces.append(piece)
            if options.output is None:
                print(piece, flush=True)
    if options.output is not None:
        options.output.write_text("\n".join(pieces), encoding="utf-8")


if __name__ == "__main__":
    main()
