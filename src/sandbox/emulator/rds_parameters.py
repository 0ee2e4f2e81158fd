"""RDS parameter groups."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.exceptions import DBParameterGroupNotFoundError
from moto.rds.models import DBParameterGroup
from moto.rds.responses import RDSResponse

from .patching import added, around, fix


@fix
def parameters_say_who_set_them() -> None:
    """moto describes parameters without their Source. On AWS a parameter that somebody set has the source `user`, which
    is what the provider reads. Every plan wanted to set all parameters again, and drift of one was invisible."""

    @around(DBParameterGroup, "update_parameters")
    def update_parameters(original: Any, self: DBParameterGroup, new_parameters: Any) -> None:
        original(self, [{**parameter, "Source": "user"} for parameter in new_parameters])


@fix
def parameters_can_be_reset() -> None:
    """moto lacks ResetDBParameterGroup (500), which the provider calls for a parameter that left the configuration."""

    @added(RDSResponse)
    def reset_db_parameter_group(self: RDSResponse) -> ActionResult:
        name = self.params.get("DBParameterGroupName")
        group = self.backend.db_parameter_groups.get(name)
        if group is None:
            raise DBParameterGroupNotFoundError(name)
        if self.params.get("ResetAllParameters"):
            group.parameters.clear()
        for parameter in self.params.get("Parameters", []):
            group.parameters.pop(parameter.original_dict()["ParameterName"], None)
        return ActionResult({"DBParameterGroupName": group.name})
