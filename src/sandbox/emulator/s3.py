"""S3 buckets: policies and access logging."""

import fnmatch
import json
from typing import Any

from moto.iam.access_control import IAMPolicy, PermissionResult
from moto.s3.models import FakeBucket, FakeDeleteMarker
from moto.s3.responses import S3Response

from .patching import around, fix

# what a request over loopback counts as: in the sandbox plain HTTP stands for a modern TLS connection
REQUEST_CONTEXT = {"aws:securetransport": "true", "s3:tlsversion": "1.3"}


@fix
def bucket_policies_honour_conditions() -> None:
    """moto denies what a Deny statement names even when its condition is not met. AWS ignores such a statement. With
    the usual 'TLS only' policy in place every object of a bucket answered 403, and Terraform could not read it."""

    @around(FakeBucket, "get_permission")
    def get_permission(_: Any, self: FakeBucket, action: str, resource: str) -> PermissionResult:
        if self.policy is None:
            return PermissionResult.NEUTRAL
        statements = _as_list(json.loads(self.policy)["Statement"])
        # moto evaluates no condition of a bucket policy right, so it gets to see none
        met = [{**s, "Condition": None} for s in statements if _condition_is_met(s.get("Condition") or {})]
        return IAMPolicy(json.dumps({"Statement": met})).is_action_permitted(action, resource)


def _condition_is_met(condition: dict[str, dict[str, Any]]) -> bool:
    """A key that the emulator has no value for counts as not met: the statement neither allows nor denies."""
    return all(
        _operator_holds(operator, REQUEST_CONTEXT.get(key.lower()), _as_list(expected))
        for operator, tests in condition.items()
        for key, expected in tests.items()
    )


def _operator_holds(operator: str, actual: str | None, expected: list[Any]) -> bool:
    if actual is None:
        return False
    if operator == "NumericLessThan":
        return any(float(actual) < float(value) for value in expected)
    if operator in ("Bool", "StringEquals"):
        return any(actual == str(value).lower() for value in expected)
    return False


@fix
def log_delivery_may_be_allowed_by_pattern() -> None:
    """moto accepts a target bucket for access logs only when its policy names exactly `<bucket>/<prefix>*`, and breaks
    on statements for everybody (`Principal: "*"`). AWS matches patterns. `aws_s3_bucket_logging` failed with
    InvalidTargetBucketForLogging."""

    @around(FakeBucket, "_log_permissions_enabled_policy")
    def _log_permissions_enabled_policy(_: Any, target_bucket: FakeBucket, target_prefix: str | None) -> bool:
        log_object = f"arn:aws:s3:::{target_bucket.name}/{target_prefix or ''}object"
        statements = _as_list(json.loads(target_bucket.policy)["Statement"]) if target_bucket.policy else []
        return any(_lets_logging_write(statement, log_object) for statement in statements)

    FakeBucket._log_permissions_enabled_policy = staticmethod(FakeBucket._log_permissions_enabled_policy)


def _lets_logging_write(statement: dict[str, Any], log_object: str) -> bool:
    principal = statement.get("Principal")
    services = _as_list(principal.get("Service")) if isinstance(principal, dict) else []
    return (
        statement.get("Effect") == "Allow"
        and "logging.s3.amazonaws.com" in services
        and any(fnmatch.fnmatch("s3:PutObject", action) for action in _as_list(statement.get("Action")))
        and any(fnmatch.fnmatch(log_object, resource) for resource in _as_list(statement.get("Resource")))
    )


@fix
def logging_keeps_the_key_format() -> None:
    """moto drops TargetObjectKeyFormat; AWS keeps it. Every plan wanted to set `target_object_key_format` again."""

    @around(S3Response, "get_bucket_logging")
    def get_bucket_logging(original: Any, self: S3Response) -> Any:
        status, headers, body = original(self)
        key_format = self.backend.get_bucket_logging(self.bucket_name).get("TargetObjectKeyFormat")
        if key_format is None:
            return status, headers, body
        if "PartitionedPrefix" in key_format:
            source = (key_format["PartitionedPrefix"] or {}).get("PartitionDateSource", "EventTime")
            element = f"<PartitionedPrefix><PartitionDateSource>{source}</PartitionDateSource></PartitionedPrefix>"
        else:
            element = "<SimplePrefix/>"
        addition = f"<TargetObjectKeyFormat>{element}</TargetObjectKeyFormat></LoggingEnabled>"
        text = body.decode() if isinstance(body, bytes) else body
        return status, headers, text.replace("</LoggingEnabled>", addition)


@fix
def delete_markers_can_be_deleted() -> None:
    """moto stops at an attribute its delete markers lack when it deletes an object of a bucket whose versioning is
    suspended (500). AWS deletes the marker like any version. Terraform suspends versioning before it empties a bucket,
    so that `destroy` stopped at every bucket in which a versioned object had been deleted, such as that of the state."""
    FakeDeleteMarker.dispose = lambda self: None


def _as_list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]
