"""Auto Scaling: hooks, policies, notifications and instance refresh."""

import uuid
from typing import Any

from moto.autoscaling.models import AutoScalingBackend, FakeScalingPolicy, LifecycleHook
from moto.autoscaling.responses import AutoScalingResponse
from moto.core.responses import ActionResult, EmptyResult

from .patching import added, around, fix


@fix
def lifecycle_hooks_notify_nobody_unasked() -> None:
    """moto makes up a queue and a role for every lifecycle hook; AWS has none unless they were given. Every plan wanted
    to take `notification_target_arn` and `role_arn` away."""

    @around(LifecycleHook, "__init__")
    def __init__(original: Any, self: LifecycleHook, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        self.role_arn = None
        self.notification_target_arn = None

    @around(AutoScalingResponse, "put_lifecycle_hook")
    def put_lifecycle_hook(original: Any, self: AutoScalingResponse) -> Any:
        answer = original(self)
        names = [self._get_param("LifecycleHookName")]
        hook = self.autoscaling_backend.describe_lifecycle_hooks(self._get_param("AutoScalingGroupName"), names)[0]
        hook.role_arn = self._get_param("RoleARN")
        hook.notification_target_arn = self._get_param("NotificationTargetARN")
        hook.notification_metadata = self._get_param("NotificationMetadata")
        return answer


@fix
def scaling_policies_are_enabled() -> None:
    """moto describes no `Enabled` and an empty PredictiveScalingConfiguration; on AWS a policy is enabled and has that
    configuration only when it was given. Every plan wanted to enable each policy and take the block away."""

    @around(FakeScalingPolicy, "__init__")
    def __init__(original: Any, self: FakeScalingPolicy, *args: Any, **kwargs: Any) -> None:
        original(self, *args, **kwargs)
        self.enabled = True
        self.predictive_scaling_configuration = self.predictive_scaling_configuration or None

    @around(AutoScalingResponse, "put_scaling_policy")
    def put_scaling_policy(original: Any, self: AutoScalingResponse) -> Any:
        answer = original(self)
        policy = self.autoscaling_backend.policies[self._get_param("PolicyName")]
        policy.enabled = self._get_bool_param("Enabled", True)
        return answer


@fix
def groups_send_notifications() -> None:
    """moto has no notification configurations at all (500). `aws_autoscaling_notification` could not be created."""

    @added(AutoScalingResponse)
    def put_notification_configuration(self: AutoScalingResponse) -> Any:
        group, topic = self._get_param("AutoScalingGroupName"), self._get_param("TopicARN")
        kept = _kept(self.autoscaling_backend, "notifications")
        kept[group, topic] = self._get_param("NotificationTypes", [])
        return EmptyResult()

    @added(AutoScalingResponse)
    def describe_notification_configurations(self: AutoScalingResponse) -> Any:
        wanted = self._get_param("AutoScalingGroupNames", [])
        configurations = [
            {"AutoScalingGroupName": group, "TopicARN": topic, "NotificationType": notification_type}
            for (group, topic), types in _kept(self.autoscaling_backend, "notifications").items()
            for notification_type in types
            if not wanted or group in wanted
        ]
        return ActionResult({"NotificationConfigurations": configurations})

    @added(AutoScalingResponse)
    def delete_notification_configuration(self: AutoScalingResponse) -> Any:
        key = self._get_param("AutoScalingGroupName"), self._get_param("TopicARN")
        _kept(self.autoscaling_backend, "notifications").pop(key, None)
        return EmptyResult()


@fix
def groups_refresh_their_instances() -> None:
    """moto has no instance refresh (500), so that every apply that changed the launch template failed. On AWS a refresh
    replaces instances step by step over minutes; here all are replaced at once and the refresh is over."""

    @added(AutoScalingResponse)
    def start_instance_refresh(self: AutoScalingResponse) -> Any:
        backend, name = self.autoscaling_backend, self._get_param("AutoScalingGroupName")
        instances = list(backend.autoscaling_groups[name].instance_states)
        for state in instances:
            backend.terminate_instance(state.instance.id, False)
        refresh = {
            "AutoScalingGroupName": name,
            "InstanceRefreshId": str(uuid.uuid4()),
            "InstancesToUpdate": 0,
            "PercentageComplete": 100,
            "Preferences": self._get_param("Preferences"),
            "Status": "Successful",
        }
        _kept(backend, "refreshes").setdefault(name, []).insert(0, refresh)
        return ActionResult({"InstanceRefreshId": refresh["InstanceRefreshId"]})

    @added(AutoScalingResponse)
    def describe_instance_refreshes(self: AutoScalingResponse) -> Any:
        name = self._get_param("AutoScalingGroupName")
        return ActionResult({"InstanceRefreshes": _kept(self.autoscaling_backend, "refreshes").get(name, [])})

    @added(AutoScalingResponse)
    def complete_lifecycle_action(self: AutoScalingResponse) -> Any:
        return EmptyResult()


def _kept(backend: AutoScalingBackend, kind: str) -> dict[Any, Any]:
    """What this module remembers for a backend; on the backend itself, so that a reset forgets it."""
    return backend.__dict__.setdefault(f"kept_{kind}", {})
