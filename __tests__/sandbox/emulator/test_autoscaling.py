import unittest

from support import auto_scaling_group, client, described_group, subnets, unique


class AutoScaling(unittest.TestCase):
    def setUp(self):
        self.autoscaling = client("autoscaling")

    def test_lifecycle_hooks_notify_nobody_unasked(self):
        name = auto_scaling_group()
        for hook, extra in (("plain", {}), ("told", {"NotificationTargetARN": "arn:topic", "RoleARN": "arn:role"})):
            self.autoscaling.put_lifecycle_hook(
                AutoScalingGroupName=name,
                LifecycleHookName=hook,
                LifecycleTransition="autoscaling:EC2_INSTANCE_LAUNCHING",
                **extra,
            )

        hooks = self.autoscaling.describe_lifecycle_hooks(AutoScalingGroupName=name)["LifecycleHooks"]

        targets = {hook["LifecycleHookName"]: hook.get("NotificationTargetARN") for hook in hooks}
        roles = {hook["LifecycleHookName"]: hook.get("RoleARN") for hook in hooks}
        self.assertEqual({"plain": None, "told": "arn:topic"}, targets)
        self.assertEqual({"plain": None, "told": "arn:role"}, roles)

    def test_scaling_policies_are_enabled(self):
        name = auto_scaling_group()
        self.autoscaling.put_scaling_policy(
            AutoScalingGroupName=name,
            PolicyName="cpu",
            PolicyType="TargetTrackingScaling",
            TargetTrackingConfiguration={
                "TargetValue": 60,
                "PredefinedMetricSpecification": {"PredefinedMetricType": "ASGAverageCPUUtilization"},
            },
        )

        policy = self.autoscaling.describe_policies(AutoScalingGroupName=name)["ScalingPolicies"][0]

        self.assertIs(True, policy.get("Enabled"))
        self.assertNotIn("PredictiveScalingConfiguration", policy)

    def test_groups_send_notifications(self):
        name = auto_scaling_group()
        kinds = ["autoscaling:EC2_INSTANCE_LAUNCH_ERROR", "autoscaling:EC2_INSTANCE_TERMINATE_ERROR"]
        self.autoscaling.put_notification_configuration(
            AutoScalingGroupName=name, TopicARN="arn:topic", NotificationTypes=kinds
        )

        def told():
            answer = self.autoscaling.describe_notification_configurations(AutoScalingGroupNames=[name])
            return [entry["NotificationType"] for entry in answer["NotificationConfigurations"]]

        self.assertEqual(kinds, told())
        self.autoscaling.delete_notification_configuration(AutoScalingGroupName=name, TopicARN="arn:topic")
        self.assertEqual([], told())

    def test_groups_refresh_their_instances(self):
        name = auto_scaling_group(DesiredCapacity=2)
        before = {instance["InstanceId"] for instance in described_group(name)["Instances"]}

        refresh = self.autoscaling.start_instance_refresh(AutoScalingGroupName=name)["InstanceRefreshId"]

        refreshes = self.autoscaling.describe_instance_refreshes(AutoScalingGroupName=name)["InstanceRefreshes"]
        after = {instance["InstanceId"] for instance in described_group(name)["Instances"]}
        self.assertEqual([(refresh, "Successful")], [(r["InstanceRefreshId"], r["Status"]) for r in refreshes])
        self.assertEqual((2, set()), (len(after), before & after))

    def test_groups_keep_all_their_settings(self):
        name = auto_scaling_group(
            DefaultInstanceWarmup=300,
            InstanceMaintenancePolicy={"MinHealthyPercentage": 100, "MaxHealthyPercentage": 110},
        )
        self.autoscaling.update_auto_scaling_group(
            AutoScalingGroupName=name,
            MaxInstanceLifetime=2592000,
            DefaultCooldown=77,
            TerminationPolicies=["OldestLaunchTemplate"],
        )

        group = described_group(name)

        self.assertEqual(300, group.get("DefaultInstanceWarmup"))
        self.assertEqual(2592000, group.get("MaxInstanceLifetime"))
        self.assertEqual(77, group["DefaultCooldown"])
        self.assertEqual(["OldestLaunchTemplate"], group["TerminationPolicies"])
        self.assertEqual(110, group.get("InstanceMaintenancePolicy", {}).get("MaxHealthyPercentage"))

    def test_groups_use_every_zone(self):
        name = auto_scaling_group(DesiredCapacity=4)

        zones = [instance["AvailabilityZone"] for instance in described_group(name)["Instances"]]

        self.assertEqual(["eu-central-1a", "eu-central-1a", "eu-central-1b", "eu-central-1b"], sorted(zones))

    def test_targets_follow_the_group(self):
        elb = client("elbv2")
        zones = subnets()
        vpc = client("ec2").describe_subnets(SubnetIds=zones)["Subnets"][0]["VpcId"]
        made = elb.create_target_group(Name=unique("tg"), Protocol="HTTP", Port=80, VpcId=vpc)
        arn = made["TargetGroups"][0]["TargetGroupArn"]
        name = auto_scaling_group(VPCZoneIdentifier=",".join(zones), DesiredCapacity=2, TargetGroupARNs=[arn])
        ended = described_group(name)["Instances"][0]["InstanceId"]

        client("ec2").terminate_instances(InstanceIds=[ended])

        health = elb.describe_target_health(TargetGroupArn=arn)["TargetHealthDescriptions"]
        present = {instance["InstanceId"] for instance in described_group(name)["Instances"]}
        self.assertEqual(present, {target["Target"]["Id"] for target in health})
        self.assertNotIn(ended, present)
