"""``python -m kzfacts``: the command line under its own name."""

from kzfacts.cli import main

if __name__ == "__main__":
    main(prog_name="kzfacts")
