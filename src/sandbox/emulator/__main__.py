"""Starts the emulator: `python -m emulator -H HOST -p PORT`, like `moto_server`.

Environment, besides what moto itself reads:
  EMULATOR_WITHOUT_FIXES  `all` starts plain moto; the tests use it to show that each fix is needed
  EMULATOR_ENDS_WITH_STDIN  when set, the emulator ends as soon as its standard input does, that is, with its parent
"""

import importlib
import os
import sys
import threading

# fixes are applied in the order of their modules
MODULES = (
    "requests",
    "autoscaling_actions",
    "autoscaling_groups",
    "efs",
    "kms",
    "lambda_functions",
    "launch_templates",
    "permissions",
    "rds_instances",
    "rds_parameters",
    "s3",
    "security_groups",
)


def main() -> None:
    if os.environ.get("EMULATOR_ENDS_WITH_STDIN"):
        threading.Thread(target=_end_with_stdin, daemon=True).start()
    if os.environ.get("EMULATOR_WITHOUT_FIXES") != "all":
        for module in MODULES:
            importlib.import_module(f".{module}", __package__)
        from .patching import apply_fixes

        apply_fixes()

    # after the fixes, because moto's server copies names out of the modules that they change
    from moto.core.config import default_user_config
    from moto.server import main as serve

    # a function is not run: moto needs Docker for that, and answers an invocation with its payload otherwise
    default_user_config["lambda"] = {"use_docker": False}
    serve(sys.argv[1:])


def _end_with_stdin() -> None:
    # unbuffered: a buffered reader that waits in a thread makes Python abort when the emulator is stopped
    while os.read(0, 4096):
        pass
    os._exit(0)


main()
