"""The entry point: run a command in an environment, and turn whatever goes wrong into one line and a status."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from cli.environment import Environment
from cli.errors import InterruptionError, OutputClosedError, OutputError, UsageError, error_line, fault_of_ours
from cli.process import set_up
from cli.status import ExitStatus


def main(arguments: Sequence[str] | None = None, environment: Environment | None = None) -> int:
    """Run ``brief`` with these arguments (those of the process by default) and give back its exit status."""
    if environment is None:
        set_up()
        environment = Environment.current()
    arguments = sys.argv[1:] if arguments is None else arguments
    try:
        return _run(arguments, environment)
    except (KeyboardInterrupt, InterruptionError):
        environment.say("brief: interrupted")
        return ExitStatus.INTERRUPTED
    except OutputClosedError:
        _forget_output()
        return ExitStatus.OK
    except OutputError as error:
        _forget_output()
        environment.say(error_line(str(error)))
        return ExitStatus.FAILED
    except UsageError as error:
        environment.say(error_line(str(error)))
        return ExitStatus.USAGE
    except Exception as error:
        if "--debug" in arguments:
            import traceback

            environment.say(traceback.format_exc())
        environment.say(error_line(fault_of_ours(error)))
        return ExitStatus.FAILED


def _run(arguments: Sequence[str], environment: Environment) -> int:
    import typer

    from cli.app import app_for

    try:
        return int(app_for(arguments)(list(arguments), prog_name="brief", standalone_mode=False, obj=environment) or 0)
    except Exception as error:
        # typer exports only BadParameter; its parent is the class of all errors about a command line
        if isinstance(error, typer.BadParameter.__mro__[1]):
            raise UsageError(_usage_message(error, arguments)) from error
        raise


def _usage_message(error: Exception, arguments: Sequence[str]) -> str:
    message = str(getattr(error, "format_message", error.__str__)()).strip().rstrip(".")
    command = getattr(getattr(error, "ctx", None), "command_path", "brief")
    if arguments and command == "brief" and os.path.exists(arguments[0]):  # noqa: PTH110 (any string will do)
        return f"{message}; for a brief of that file: brief summarize {arguments[0]}"
    return f"{message}; see {command} --help"


def _forget_output() -> None:
    """Send standard output to the null device, so that the flush at exit does not fail on an output that is gone."""
    try:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except (OSError, ValueError, AttributeError):
        return


if __name__ == "__main__":
    sys.exit(main())
