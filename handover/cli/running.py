"""One run from arguments to exit code: the only place that turns errors into lines and codes.

Every problem that a person can mend is one line on standard error; a fault of the program says how to
report it. A traceback appears only with ``--debug``.
"""

from __future__ import annotations

import contextlib
import errno
import os
import sys
from collections.abc import Mapping, Sequence
from typing import Any

import click

from handover.cli.language import language_of
from handover.cli.program import AS_JSON, COMMAND, LANGUAGE_FROM, SPEAKING_CODES, program
from handover.cli.progress import clear
from handover.errors import DeliveryError, HandoverError
from handover.i18n import N_, _, spoken, use
from handover.render.output import one_line, write

REPORT_TO = "https://github.com/handover-mail/handover/issues"


def run(arguments: Sequence[str]) -> int:
    """Run the command that *arguments* name and return the exit code of the contract."""
    language, origin = language_of(arguments)
    use(language)
    if "_HANDOVER_COMPLETE" in os.environ:
        program.main(list(arguments), prog_name="handover")
    shared: dict[str, Any] = {LANGUAGE_FROM: origin}
    try:
        return _run(list(arguments), shared)
    except (click.exceptions.Abort, KeyboardInterrupt, EOFError):
        return 130
    except click.ClickException as error:
        return _tell_usage(error)
    except HandoverError as error:
        tell(error)
        return _answered(error, shared)
    except BrokenPipeError:
        return _reader_gone()
    except OSError as error:
        return (
            _output_failed(error)
            if _is_about_output(error)
            else _tell_fault(error, debug="--debug" in arguments)
        )
    except Exception as error:
        return _tell_fault(error, debug="--debug" in arguments)


def _run(arguments: list[str], shared: dict[str, Any]) -> int:
    """Let click parse and call; *shared* is told what it is about."""
    try:
        with program.make_context("handover", arguments, obj=shared) as context:
            program.invoke(context)
            code = 0
    except click.exceptions.Exit as end:
        code = end.exit_code
    if sys.stdout is not None:
        sys.stdout.flush()
    return code


def tell(error: HandoverError) -> None:
    """Print *error*, or each of the mistakes it stands for, as one line on standard error."""
    from zoneinfo import ZoneInfo

    from handover.render.problems import problem_line
    from handover.render.voice import Voice

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


def _answered(error: HandoverError, shared: Mapping[str, Any]) -> int:
    """Give the machine its object, where the contract has one for this code."""
    command = shared.get(COMMAND, "")
    if shared.get(AS_JSON) and error.exit_code in SPEAKING_CODES and command != "show":
        from handover.answer import Answer
        from handover.cli.finishing import print_json
        from handover.cli.options import settle
        from handover.render.voice import Voice

        settings = settle({"config": os.devnull})
        print_json(Answer(command, settings.now, errors=[error]), Voice(settings.lang, settings.zone))
        sys.stdout.flush()
    return error.exit_code


def _is_about_output(error: OSError) -> bool:
    """A disk that is full names no file when it is our own output that could not be written."""
    return error.filename is None and error.errno in (errno.ENOSPC, errno.EIO, errno.EDQUOT, errno.EBADF)


def _output_failed(error: OSError) -> int:
    _silence(1)
    text, hint = N_("The output could not be written: {reason}."), N_("Is the disk full?")
    failure = DeliveryError("output-failed", text, hint=hint, reason=error.strerror or str(error))
    tell(failure)
    return failure.exit_code


def _reader_gone() -> int:
    """Whoever read our output has had enough (``| head``): end quietly, as if interrupted."""
    _silence(1)
    return 130


def _silence(descriptor: int) -> None:
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


def _complain(text: str) -> None:
    with contextlib.suppress(OSError, ValueError):
        clear()
        write(one_line(text), sys.stderr)
