"""Clients for the emulator that EMULATOR_ENDPOINT names, and the few things that many tests need."""

import os
import uuid
from typing import Any

import boto3
from botocore.config import Config

ACCOUNT = "111111111111"
REGION = "eu-central-1"


def client(service: str, account: str = ACCOUNT) -> Any:
    return boto3.client(
        service,
        aws_access_key_id=account,
        aws_secret_access_key="test",
        region_name=REGION,
        endpoint_url=os.environ["EMULATOR_ENDPOINT"],
        # a retried failure only makes a red test slow
        config=Config(retries={"max_attempts": 1}, s3={"addressing_style": "path"}),
    )


def unique(prefix: str) -> str:
    return f"{prefix}-{uuid.uuid4().hex[:8]}"


def subnets() -> list[str]:
    """Two subnets in two zones of a new VPC."""
    ec2 = client("ec2")
    vpc = ec2.create_vpc(CidrBlock="10.9.0.0/16")["Vpc"]["VpcId"]
    return [
        ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.9.{i}.0/24", AvailabilityZone=REGION + zone)["Subnet"]["SubnetId"]
        for i, zone in enumerate("ab")
    ]


def auto_scaling_group(**settings: Any) -> str:
    """A group of a launch template of its own; answers its name."""
    name = unique("group")
    data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small"}
    client("ec2").create_launch_template(LaunchTemplateName=name, LaunchTemplateData=data)
    defaults = {"MinSize": 0, "MaxSize": 4, "DesiredCapacity": 0}
    client("autoscaling").create_auto_scaling_group(
        AutoScalingGroupName=name,
        LaunchTemplate={"LaunchTemplateName": name, "Version": "$Latest"},
        **{"VPCZoneIdentifier": ",".join(subnets()), **defaults, **settings},
    )
    return name


def described_group(name: str) -> dict[str, Any]:
    groups = client("autoscaling").describe_auto_scaling_groups(AutoScalingGroupNames=[name])
    return groups["AutoScalingGroups"][0]
