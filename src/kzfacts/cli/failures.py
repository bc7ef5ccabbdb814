"""How a run ends: exit statuses, diagnostics, and the one place where an exception becomes a line.

Statuses follow DESIGN.md: 0, 1 and 2; beside them 130 for Ctrl-C and 141 for a closed pipe, as a shell
reports a program that SIGINT or SIGPIPE ended.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import click

from kzfacts.errors import FactBaseError, KzfactsError, ProblemsError
from kzfacts.reports.characters import placed, printable

OK = 0
FOUND = 1
FAILED = 2
INTERRUPTED = 130
CLOSED_PIPE = 141


def tell(message: str) -> None:
    """Write one diagnostic to standard error, with the program's name in front."""
    click.echo(f"kzfacts: {printable(message)}", err=True)


def tell_problems(error: ProblemsError, *, to_stderr: bool = True) -> None:
    """Write every problem as its own ``path:line:column: message`` line.

    Those of a fact base stand bare, as ``kzfacts facts validate`` prints them for editors; others are diagnostics.
    """
    for problem in error.problems:
        if isinstance(error, FactBaseError):
            click.echo(placed(str(problem)), err=to_stderr)
        else:
            tell(str(problem))


def internal_error(error: Exception) -> str:
    """Return the line for an exception that nobody foresaw."""
    detail = " ".join(str(error).split())
    return f"internal error, please report it: {type(error).__name__}: {detail} (KZFACTS_DEBUG=1 shows where)"


def debugging() -> bool:
    """Say whether KZFACTS_DEBUG asks for tracebacks."""
    return bool(os.environ.get("KZFACTS_DEBUG"))


@contextmanager
def one_line_failures() -> Iterator[None]:
    """Turn what is raised inside into a diagnostic and an exit status; click's own exceptions pass."""
    try:
        yield
    except (click.exceptions.Exit, click.ClickException, click.Abort):
        raise
    except ProblemsError as error:
        tell_problems(error)
        raise click.exceptions.Exit(FAILED) from None
    except KzfactsError as error:
        tell(str(error))
        raise click.exceptions.Exit(FAILED) from None
    except BrokenPipeError:
        silence_stdout()
        raise click.exceptions.Exit(CLOSED_PIPE) from None
    except KeyboardInterrupt:
        raise click.exceptions.Exit(INTERRUPTED) from None
    except Exception as error:
        if debugging():
            raise
        silence_stdout()
        tell(_system_error(error) if isinstance(error, OSError) else internal_error(error))
        raise click.exceptions.Exit(FAILED) from None


def _system_error(error: OSError) -> str:
    """Say in words what the system refused, and on which file."""
    reason = error.strerror or str(error)
    return f"{error.filename}: {reason}" if error.filename else f"cannot read or write: {reason}"


def silence_stdout() -> None:
    """Point standard output at nothing, so that the flush at exit cannot fail a second time."""
    with suppress(OSError, ValueError, AttributeError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
