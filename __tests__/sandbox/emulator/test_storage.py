import json
import unittest

from botocore.exceptions import ClientError
from support import client, unique


class Efs(unittest.TestCase):
    def setUp(self):
        self.efs = client("efs")
        self.file_system = self.efs.create_file_system(CreationToken=unique("fs"))["FileSystemId"]

    def test_efs_keeps_the_backup_policy(self):
        seen = []
        for status in ("ENABLED", "DISABLED"):
            self.efs.put_backup_policy(FileSystemId=self.file_system, BackupPolicy={"Status": status})
            seen.append(self.efs.describe_backup_policy(FileSystemId=self.file_system)["BackupPolicy"]["Status"])

        self.assertEqual(["ENABLED", "DISABLED"], seen)
        self.assertEqual(1, len(self.efs.describe_file_systems(FileSystemId=self.file_system)["FileSystems"]))

    def test_efs_deletes_the_file_system_policy(self):
        self.efs.put_file_system_policy(FileSystemId=self.file_system, Policy='{"Statement":[]}')

        self.efs.delete_file_system_policy(FileSystemId=self.file_system)

        with self.assertRaises(ClientError) as refused:
            self.efs.describe_file_system_policy(FileSystemId=self.file_system)
        self.assertEqual("PolicyNotFound", refused.exception.response["Error"]["Code"])


class Kms(unittest.TestCase):
    def test_kms_keeps_the_rotation_period(self):
        kms = client("kms")
        key = kms.create_key()["KeyMetadata"]["KeyId"]
        kms.enable_key_rotation(KeyId=key, RotationPeriodInDays=180)

        self.assertEqual(180, kms.get_key_rotation_status(KeyId=key).get("RotationPeriodInDays"))


class S3(unittest.TestCase):
    def setUp(self):
        self.s3 = client("s3")

    def bucket(self, *statements):
        name = unique("bucket")
        self.s3.create_bucket(Bucket=name, CreateBucketConfiguration={"LocationConstraint": "eu-central-1"})
        if statements:
            resources = [f"arn:aws:s3:::{name}", f"arn:aws:s3:::{name}/*"]
            policy = {"Statement": [{"Resource": resources, **statement} for statement in statements]}
            self.s3.put_bucket_policy(Bucket=name, Policy=json.dumps(policy).replace("BUCKET", name))
        return name

    def test_bucket_policies_honour_conditions(self):
        deny = {"Effect": "Deny", "Principal": "*", "Action": "s3:*"}
        tls_only = {**deny, "Condition": {"Bool": {"aws:SecureTransport": "false"}}}
        new_tls = {**deny, "Condition": {"NumericLessThan": {"s3:TlsVersion": "1.2"}}}
        usable, closed = self.bucket(tls_only, new_tls), self.bucket(deny)

        self.s3.put_object(Bucket=usable, Key="a", Body=b"text")

        self.assertEqual(b"text", self.s3.get_object(Bucket=usable, Key="a")["Body"].read())
        with self.assertRaises(ClientError):
            self.s3.put_object(Bucket=closed, Key="a", Body=b"text")

    def logged_bucket(self, key_format):
        delivery = {
            "Effect": "Allow",
            "Principal": {"Service": "logging.s3.amazonaws.com"},
            "Action": "s3:PutObject",
            "Resource": "arn:aws:s3:::BUCKET/s3/*",
        }
        everybody = {"Effect": "Deny", "Principal": "*", "Action": "s3:DeleteBucket"}
        target, source = self.bucket(everybody, delivery), self.bucket()
        enabled = {"TargetBucket": target, "TargetPrefix": "s3/media/", **key_format}
        self.s3.put_bucket_logging(Bucket=source, BucketLoggingStatus={"LoggingEnabled": enabled})
        return self.s3.get_bucket_logging(Bucket=source)["LoggingEnabled"]

    def test_log_delivery_may_be_allowed_by_pattern(self):
        self.assertEqual("s3/media/", self.logged_bucket({})["TargetPrefix"])

    def test_log_delivery_is_refused_without_permission(self):
        target, source = self.bucket(), self.bucket()

        with self.assertRaises(ClientError):
            enabled = {"TargetBucket": target, "TargetPrefix": "s3/"}
            self.s3.put_bucket_logging(Bucket=source, BucketLoggingStatus={"LoggingEnabled": enabled})

    def test_logging_keeps_the_key_format(self):
        key_format = {"PartitionedPrefix": {"PartitionDateSource": "EventTime"}}

        kept = self.logged_bucket({"TargetObjectKeyFormat": key_format})

        self.assertEqual(key_format, kept.get("TargetObjectKeyFormat"))

    def test_delete_markers_can_be_deleted(self):
        bucket = self.bucket()
        self.s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Enabled"})
        self.s3.put_object(Bucket=bucket, Key="a", Body=b"text")
        self.s3.delete_object(Bucket=bucket, Key="a")
        self.s3.put_bucket_versioning(Bucket=bucket, VersioningConfiguration={"Status": "Suspended"})

        listed = self.s3.list_object_versions(Bucket=bucket)
        for version in listed["DeleteMarkers"] + listed["Versions"]:
            one = {"Key": "a", "VersionId": version["VersionId"]}
            self.s3.delete_objects(Bucket=bucket, Delete={"Objects": [one]})

        self.s3.delete_bucket(Bucket=bucket)
        self.assertNotIn(bucket, [each["Name"] for each in self.s3.list_buckets()["Buckets"]])
