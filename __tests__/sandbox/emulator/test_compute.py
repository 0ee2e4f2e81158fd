import base64
import io
import unittest
import zipfile

from support import auto_scaling_group, client, described_group, subnets, unique


def user_data(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


class LaunchTemplates(unittest.TestCase):
    def setUp(self):
        self.ec2 = client("ec2")

    def test_new_launch_template_versions_can_launch(self):
        name = auto_scaling_group()
        data = {"ImageId": "ami-12c6146b", "InstanceType": "t4g.small", "UserData": user_data("second")}
        self.ec2.create_launch_template_version(LaunchTemplateName=name, LaunchTemplateData=data)

        client("autoscaling").set_desired_capacity(AutoScalingGroupName=name, DesiredCapacity=1)

        instance = described_group(name)["Instances"][0]["InstanceId"]
        given = self.ec2.describe_instance_attribute(InstanceId=instance, Attribute="userData")["UserData"]["Value"]
        self.assertEqual("second", base64.b64decode(given).decode())

    def test_launch_template_tags_stay_out_of_its_data(self):
        name = unique("template")
        self.ec2.create_launch_template(
            LaunchTemplateName=name,
            LaunchTemplateData={
                "ImageId": "ami-12c6146b",
                "TagSpecifications": [{"ResourceType": "instance", "Tags": [{"Key": "role", "Value": "web"}]}],
            },
            TagSpecifications=[{"ResourceType": "launch-template", "Tags": [{"Key": "system", "Value": "wp"}]}],
        )

        template = self.ec2.describe_launch_templates(LaunchTemplateNames=[name])["LaunchTemplates"][0]
        versions = self.ec2.describe_launch_template_versions(LaunchTemplateName=name)["LaunchTemplateVersions"]

        self.assertEqual([{"Key": "system", "Value": "wp"}], template["Tags"])
        specifications = versions[0]["LaunchTemplateData"]["TagSpecifications"]
        self.assertEqual(["instance"], [each["ResourceType"] for each in specifications])


class Functions(unittest.TestCase):
    def test_functions_keep_their_key_and_logging(self):
        package = io.BytesIO()
        with zipfile.ZipFile(package, "w") as archive:
            archive.writestr("index.js", "exports.handler = async () => 1")
        name, functions = unique("function"), client("lambda")
        trust = '{"Version":"2012-10-17","Statement":[]}'
        role = client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=trust)["Role"]["Arn"]
        functions.create_function(
            FunctionName=name,
            Runtime="nodejs22.x",
            Role=role,
            Handler="index.handler",
            Code={"ZipFile": package.getvalue()},
            KMSKeyArn="arn:aws:kms:eu-central-1:111111111111:key/a",
            LoggingConfig={"LogFormat": "Text"},
        )
        functions.update_function_configuration(FunctionName=name, LoggingConfig={"LogFormat": "JSON"})

        kept = functions.get_function(FunctionName=name)["Configuration"]

        self.assertEqual("arn:aws:kms:eu-central-1:111111111111:key/a", kept.get("KMSKeyArn"))
        self.assertEqual({"LogFormat": "JSON"}, kept.get("LoggingConfig"))


class SecurityGroups(unittest.TestCase):
    def test_every_rule_keeps_its_description(self):
        ec2 = client("ec2")
        vpc = ec2.describe_subnets(SubnetIds=subnets())["Subnets"][0]["VpcId"]
        server, peer = (
            ec2.create_security_group(GroupName=unique("group"), Description="-", VpcId=vpc)["GroupId"] for _ in "ab"
        )
        pair = {"GroupId": peer, "Description": "web tier queries MySQL"}
        rule = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "UserIdGroupPairs": [pair]}
        made = ec2.authorize_security_group_ingress(GroupId=server, IpPermissions=[rule])["SecurityGroupRules"][0]

        def description():
            ids = [made["SecurityGroupRuleId"]]
            return ec2.describe_security_group_rules(SecurityGroupRuleIds=ids)["SecurityGroupRules"][0].get("Description")

        self.assertEqual("web tier queries MySQL", description())
        changed = {"IpProtocol": "tcp", "FromPort": 3306, "ToPort": 3306, "ReferencedGroupId": peer, "Description": "new"}
        ec2.modify_security_group_rules(
            GroupId=server,
            SecurityGroupRules=[{"SecurityGroupRuleId": made["SecurityGroupRuleId"], "SecurityGroupRule": changed}],
        )
        self.assertEqual("new", description())
