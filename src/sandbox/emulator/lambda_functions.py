"""Lambda functions."""

from typing import Any

from moto.awslambda.models import LambdaFunction

from .patching import around, fix

FORGOTTEN = ("DeadLetterConfig", "KMSKeyArn", "LoggingConfig")


@fix
def functions_keep_their_key_and_logging() -> None:
    """moto drops the key of the environment variables, the log format and group, and the dead letter queue. AWS keeps
    and describes them. Every plan wanted to set `kms_key_arn` and `logging_config` again."""

    @around(LambdaFunction, "__init__")
    def __init__(original: Any, self: LambdaFunction, account_id: str, spec: dict[str, Any], *args: Any, **kw: Any):
        self.kept_settings = _forgotten(spec)
        original(self, account_id, spec, *args, **kw)

    @around(LambdaFunction, "update_configuration")
    def update_configuration(original: Any, self: LambdaFunction, config_updates: dict[str, Any]) -> Any:
        self.kept_settings.update(_forgotten(config_updates))
        return original(self, config_updates)

    @around(LambdaFunction, "get_configuration")
    def get_configuration(original: Any, self: LambdaFunction, on_create: bool = False) -> dict[str, Any]:
        return {**original(self, on_create), **self.kept_settings}


def _forgotten(settings: dict[str, Any]) -> dict[str, Any]:
    return {name: settings[name] for name in FORGOTTEN if settings.get(name)}
