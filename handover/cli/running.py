"""One run from arguments to exit code: the only place that turns errors into lines and codes.

Every problem that a person can mend is one line on standard error; a fault of the program says how to
report it. A traceback appears only with ``--debug``.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence
from zoneinfo import ZoneInfo

import click

from handover.cli.language import language_of
from handover.cli.program import program
from handover.errors import DeliveryError, HandoverError
from handover.i18n import N_, _, spoken, use
from handover.render.output import one_line, write
from handover.render.problems import problem_line
from handover.render.voice import Voice

REPORT_TO = "https://github.com/handover-mail/handover/issues"


def run(arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name and return the exit code of the contract."""
    use(language_of(arguments))
    try:
        code = program.main(list(arguments), prog_name="handover", standalone_mode=False)
        _flush()
        return code if isinstance(code, int) else 0
    except (click.exceptions.Abort, KeyboardInterrupt):
        return 130
    except click.ClickException as error:
        return _tell_usage(error)
    except HandoverError as error:
        tell(error)
        return error.exit_code
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 70
    except BrokenPipeError:
        return _reader_gone()
    except Exception as error:
        return _tell_fault(error, debug="--debug" in arguments)


def tell(error: HandoverError) -> None:
    """Print *error*, or each of the mistakes it stands for, as one line on standard error."""
    voice = Voice(spoken(), ZoneInfo("UTC"))
    for mistake in getattr(error, "mistakes", (error,)):
        _complain(problem_line(mistake, voice))


def _tell_usage(error: click.ClickException) -> int:
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        path = error.ctx.command_path
        hint = _("“{command} --help” shows what there is.").format(command=path)
    text = error.format_message()
    _complain(f"{_('Error')}: {text if text.endswith(('.', '?', '!', ')')) else text + '.'} {hint}")
    return 2


def _tell_fault(error: Exception, *, debug: bool) -> int:
    if debug:
        sys.excepthook(type(error), error, error.__traceback__)
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_globals.get('__name__')}:{trace.tb_lineno}" if trace else "?"
    text = _("This is a fault of the program ({kind} in {place}), not of your mail; nothing was lost.")
    hint = _("Please report it at {address}, with the output of the same command and --debug added.")
    kind = type(error).__name__
    _complain(f"{_('Error')}: {text.format(kind=kind, place=place)} {hint.format(address=REPORT_TO)}")
    return 70


def _flush() -> None:
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _silence(sys.stdout.fileno())
        raise DeliveryError(
            "output-failed",
            N_("The output could not be written: {reason}."),
            hint=N_("Is the disk full?"),
            reason=error.strerror or str(error),
        ) from error


def _reader_gone() -> int:
    """Whoever read our output has had enough (``| head``): end quietly, as if interrupted."""
    _silence(1)
    return 130


def _silence(descriptor: int) -> None:
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _complain(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        write(one_line(text), sys.stderr)
