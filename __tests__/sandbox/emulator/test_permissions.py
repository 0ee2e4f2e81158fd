import json
import os
import unittest
import urllib.request

import boto3
from botocore.exceptions import ClientError
from support import REGION, client, unique


def check_permissions(after: str) -> None:
    """Checks permissions after so many calls; `inf` is never."""
    endpoint = os.environ["EMULATOR_ENDPOINT"] + "/moto-api/reset-auth"
    request = urllib.request.Request(endpoint, after.encode(), {"Content-Type": "text/plain"}, method="POST")
    urllib.request.urlopen(request).close()


def reader_of(secret: str):
    """Secrets Manager as a user who may read one secret only."""
    name = unique("reader")
    iam = client("iam")
    iam.create_user(UserName=name)
    statement = {"Effect": "Allow", "Action": "secretsmanager:GetSecretValue", "Resource": secret}
    policy = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
    iam.put_user_policy(UserName=name, PolicyName="read", PolicyDocument=policy)
    key = iam.create_access_key(UserName=name)["AccessKey"]
    return boto3.client(
        "secretsmanager",
        aws_access_key_id=key["AccessKeyId"],
        aws_secret_access_key=key["SecretAccessKey"],
        region_name=REGION,
        endpoint_url=os.environ["EMULATOR_ENDPOINT"],
    )


class Permissions(unittest.TestCase):
    def test_calls_name_what_they_concern(self):
        secrets = client("secretsmanager")
        own, other = [secrets.create_secret(Name=unique("secret"), SecretString="x")["ARN"] for _ in range(2)]
        reader = reader_of(own)
        self.addCleanup(check_permissions, "inf")
        check_permissions("0")

        self.assertEqual("x", reader.get_secret_value(SecretId=own)["SecretString"])
        with self.assertRaises(ClientError) as refused:
            reader.get_secret_value(SecretId=other)
        self.assertEqual(403, refused.exception.response["ResponseMetadata"]["HTTPStatusCode"])
