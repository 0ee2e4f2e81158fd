"""What a call concerns, for the check of permissions. It takes effect only where that check is switched on: in the lab."""

import json
from typing import Any

from moto.autoscaling.responses import AutoScalingResponse
from moto.secretsmanager.responses import SecretsManagerResponse
from moto.ssm.responses import SimpleSystemManagerResponse

from .patching import fix


@fix
def calls_name_what_they_concern() -> None:
    """moto checks calls of these services against the resource `*`, so that a policy that names an ARN allows nothing.
    AWS checks the ARN. An instance's role, which may read its own secrets only, was refused all of them."""

    for owner, resource in (
        (AutoScalingResponse, _group),
        (SecretsManagerResponse, _secret),
        (SimpleSystemManagerResponse, _parameter),
    ):
        owner._determine_resource = resource


def _group(response: AutoScalingResponse) -> str:
    name = response._get_param("AutoScalingGroupName")
    place = f"{response.region}:{response.current_account}"
    return "*" if name is None else f"arn:aws:autoscaling:{place}:autoScalingGroup:*:autoScalingGroupName/{name}"


def _secret(response: SecretsManagerResponse) -> str:
    wanted = _given(response, "SecretId")
    for secret in response.backend.secrets.values():
        if wanted in (secret.arn, secret.name):
            return str(secret.arn)
    return wanted if wanted is not None and wanted.startswith("arn:") else "*"


def _parameter(response: SimpleSystemManagerResponse) -> str:
    name = _given(response, "Path") or _given(response, "Name")
    place = f"{response.region}:{response.current_account}"
    return "*" if name is None else f"arn:aws:ssm:{place}:parameter/{name.strip('/')}"


def _given(response: Any, name: str) -> str | None:
    try:
        value = json.loads(response.body or "{}").get(name)
    except ValueError:
        return None
    return value if isinstance(value, str) else None
