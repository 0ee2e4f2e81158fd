import os
import unittest
import urllib.error
import urllib.request

from botocore.exceptions import ClientError
from support import ACCOUNT, client

OTHER_ACCOUNT = "999988887777"


def status_of(call) -> int:
    try:
        return call()["ResponseMetadata"]["HTTPStatusCode"]
    except ClientError as error:
        return error.response["ResponseMetadata"]["HTTPStatusCode"]


class Requests(unittest.TestCase):
    def test_unimplemented_actions_answer_501(self):
        status = status_of(lambda: client("autoscaling").describe_adjustment_types())

        self.assertEqual(501, status)

    def test_unimplemented_routes_answer_501(self):
        signature = f"AWS4-HMAC-SHA256 Credential={ACCOUNT}/20260101/eu-central-1/route53/aws4_request, Signature=0"
        request = urllib.request.Request(
            os.environ["EMULATOR_ENDPOINT"] + "/2013-04-01/cidrcollection", headers={"Authorization": signature}
        )

        with self.assertRaises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request)

        self.assertEqual(501, refused.exception.code)

    def test_the_access_key_names_the_account(self):
        accounts = [client("sts", account).get_caller_identity()["Account"] for account in (OTHER_ACCOUNT, "AKIAOTHER")]

        self.assertEqual([OTHER_ACCOUNT, ACCOUNT], accounts)
