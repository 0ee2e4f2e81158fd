"""Auto Scaling groups: the settings moto forgets, and where instances go."""

from typing import Any

from moto.autoscaling.models import AutoScalingBackend, FakeAutoScalingGroup
from moto.autoscaling.responses import AutoScalingResponse

from .patching import around, fix

WHOLE_NUMBERS = {
    "DefaultCooldown": "default_cooldown",
    "DefaultInstanceWarmup": "default_instance_warmup",
    "MaxInstanceLifetime": "max_instance_lifetime",
}


@fix
def groups_keep_all_their_settings() -> None:
    """moto drops DefaultInstanceWarmup, MaxInstanceLifetime and InstanceMaintenancePolicy, and at an update also the
    cooldown and the termination policies. AWS keeps them. Every plan wanted to set them again."""
    for action in ("create_auto_scaling_group", "update_auto_scaling_group"):

        @around(AutoScalingResponse, action)
        def create_or_update(original: Any, self: AutoScalingResponse) -> Any:
            answer = original(self)
            group = self.autoscaling_backend.autoscaling_groups[self._get_param("AutoScalingGroupName")]
            for parameter, attribute in WHOLE_NUMBERS.items():
                if self._get_int_param(parameter) is not None:
                    setattr(group, attribute, self._get_int_param(parameter))
            policies = self._get_param("TerminationPolicies")
            if policies:
                group.termination_policies = policies
            maintenance = self._get_param("InstanceMaintenancePolicy")
            if maintenance:
                # AWS takes -1 for 'no policy any more'
                removed = int(maintenance.get("MinHealthyPercentage", 0)) == -1
                group.instance_maintenance_policy = None if removed else maintenance
            return answer


@fix
def groups_use_every_zone() -> None:
    """moto launches all instances in the first subnet; AWS spreads them over all zones. A fleet over two zones stood
    in one, so that nothing could be shown about losing a zone."""

    @around(FakeAutoScalingGroup, "replace_autoscaling_group_instances")
    def replace_autoscaling_group_instances(
        original: Any, self: FakeAutoScalingGroup, count_needed: int, propagated_tags: dict[str, str]
    ) -> None:
        all_subnets = self.vpc_zone_identifier
        if not all_subnets:
            return original(self, count_needed, propagated_tags)
        try:
            for _ in range(count_needed):
                used = [state.instance.subnet_id for state in self.instance_states]
                self.vpc_zone_identifier = min(all_subnets.split(","), key=used.count)
                original(self, 1, dict(propagated_tags))
        finally:
            self.vpc_zone_identifier = all_subnets


@fix
def targets_follow_the_group() -> None:
    """moto registers new instances with the target group but never takes ended ones out of it; AWS does. After a
    replacement the target group held instances that were gone, and called them healthy."""

    @around(AutoScalingBackend, "update_attached_target_groups")
    def update_attached_target_groups(original: Any, self: AutoScalingBackend, group_name: str) -> None:
        original(self, group_name)
        group = self.autoscaling_groups[group_name]
        present = {state.instance.id for state in group.instance_states}
        for arn in group.target_group_arns:
            target_group = self.elbv2_backend.target_groups.get(arn)
            gone = [t for t in (target_group.targets if target_group else {}) if t not in present]
            if gone:
                self.elbv2_backend.deregister_targets(arn, [{"Id": instance_id} for instance_id in gone])

    @around(AutoScalingBackend, "notify_terminate_instances")
    def notify_terminate_instances(original: Any, self: AutoScalingBackend, instance_ids: list[str]) -> None:
        original(self, instance_ids)
        for group_name in self.autoscaling_groups:
            self.update_attached_target_groups(group_name)
