"""RDS database instances."""

import uuid
from typing import Any

from moto.core.utils import utcnow
from moto.rds.models import DBInstance, RDSBackend

from .patching import around, fix

MONITORING = (
    "performance_insights_kms_key_id",
    "performance_insights_retention_period",
    "monitoring_interval",
    "monitoring_role_arn",
)


@fix
def every_database_has_its_own_resource_id() -> None:
    """moto gives every instance the DbiResourceId `db-M5ENSHXFPU6XHZ4G4ZEI5QIO2U`; on AWS it is unique. The provider
    looks instances up by it, and found two as soon as there was a replica ('too many results')."""

    @around(DBInstance, "__init__")
    def __init__(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        self.dbi_resource_id = _new_resource_id()

@fix
def databases_have_a_current_authority() -> None:
    """moto says `rds-ca-default`, which is no authority of AWS; without a choice, AWS takes `rds-ca-rsa2048-g1`. The policy
    refused the second apply for it."""

    @around(DBInstance, "__init__")
    def __init__(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        if self.ca_certificate_identifier == "rds-ca-default":
            self.ca_certificate_identifier = "rds-ca-rsa2048-g1"


@fix
def databases_keep_their_monitoring() -> None:
    """moto ignores Performance Insights and Enhanced Monitoring; AWS keeps them and describes them. Every plan wanted
    to switch them on again."""

    @around(DBInstance, "__init__")
    def __init__(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        _keep_monitoring(self, kwargs)

    @around(DBInstance, "update")
    def update(original: Any, self: DBInstance, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        _keep_monitoring(self, kwargs)


@fix
def replicas_are_databases_of_their_own() -> None:
    """moto copies the source as it stands: the replica shares its resource id, its managed master password, its lists
    and its protection. AWS gives a replica an identity and settings of its own. The provider found two instances with
    one id, saw `enabled_cloudwatch_logs_exports` differ, and deleting the replica deleted the secret of its source."""

    @around(RDSBackend, "create_db_instance_read_replica")
    def create_db_instance_read_replica(original: Any, self: RDSBackend, db_kwargs: dict[str, Any]) -> DBInstance:
        replica = original(self, db_kwargs)
        replica.dbi_resource_id = _new_resource_id()
        replica.created = replica.instance_create_time = utcnow()
        replica.enabled_cloudwatch_logs_exports = list(db_kwargs.get("enable_cloudwatch_logs_exports") or [])
        replica.vpc_security_group_ids = list(replica.vpc_security_group_ids)
        replica.multi_az = db_kwargs.get("multi_az") or False
        replica.deletion_protection = db_kwargs.get("deletion_protection") or False
        replica.backup_retention_period = db_kwargs.get("backup_retention_period") or 0
        replica.max_allocated_storage = db_kwargs.get("max_allocated_storage") or replica.allocated_storage
        replica.manage_master_user_password = False
        # the attribute belongs to the copy only, so the source keeps its secret
        replica.__dict__.pop("master_user_secret", None)
        _forget_monitoring(replica)
        _keep_monitoring(replica, db_kwargs)
        return replica


def _forget_monitoring(database: DBInstance) -> None:
    for name in ("performance_insights_enabled", *MONITORING):
        database.__dict__.pop(name, None)


def _keep_monitoring(database: DBInstance, given: dict[str, Any]) -> None:
    enabled = given.get("enable_performance_insights")
    if enabled is not None:
        database.performance_insights_enabled = enabled
    for name in MONITORING:
        if given.get(name) is not None:
            setattr(database, name, given[name])


def _new_resource_id() -> str:
    return "db-" + uuid.uuid4().hex[:26].upper()
