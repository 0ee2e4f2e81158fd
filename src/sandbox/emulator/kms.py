"""KMS keys."""

import json
from typing import Any

from moto.kms.responses import KmsResponse

from .patching import around, fix


@fix
def kms_keeps_the_rotation_period() -> None:
    """moto drops RotationPeriodInDays; AWS keeps it and tells it with the rotation status. Terraform saw
    `rotation_period_in_days` go from 0 to the wanted value in every plan."""

    @around(KmsResponse, "enable_key_rotation")
    def enable_key_rotation(original: Any, self: KmsResponse) -> Any:
        answer = original(self)
        _key(self).rotation_period = self._get_param("RotationPeriodInDays") or 365
        return answer

    @around(KmsResponse, "get_key_rotation_status")
    def get_key_rotation_status(original: Any, self: KmsResponse) -> str:
        status = json.loads(original(self))
        if status["KeyRotationEnabled"]:
            status["RotationPeriodInDays"] = getattr(_key(self), "rotation_period", 365)
        return json.dumps(status)


def _key(response: KmsResponse) -> Any:
    backend = response.kms_backend
    return backend.keys[backend.get_key_id(response._get_param("KeyId"))]
