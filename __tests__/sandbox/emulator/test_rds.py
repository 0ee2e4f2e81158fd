import unittest

from support import client, unique

CLASS = {"DBInstanceClass": "db.t4g.medium"}


class Rds(unittest.TestCase):
    def setUp(self):
        self.rds = client("rds")

    def database(self, **settings):
        name = unique("db")
        self.rds.create_db_instance(
            DBInstanceIdentifier=name,
            Engine="mysql",
            EngineVersion="8.4",
            AllocatedStorage=20,
            MasterUsername="admin",
            **{**CLASS, **settings},
        )
        return name

    def described(self, name):
        return self.rds.describe_db_instances(DBInstanceIdentifier=name)["DBInstances"][0]

    def test_every_database_has_its_own_resource_id(self):
        first, second = self.described(self.database()), self.described(self.database())

        self.assertNotEqual(first["DbiResourceId"], second["DbiResourceId"])
        filters = [{"Name": "dbi-resource-id", "Values": [second["DbiResourceId"]]}]
        found = self.rds.describe_db_instances(Filters=filters)["DBInstances"]
        self.assertEqual([second["DBInstanceIdentifier"]], [each["DBInstanceIdentifier"] for each in found])

    def test_databases_have_a_current_authority(self):
        self.assertEqual("rds-ca-rsa2048-g1", self.described(self.database())["CACertificateIdentifier"])
        chosen = self.database(CACertificateIdentifier="rds-ca-ecc384-g1")
        self.assertEqual("rds-ca-ecc384-g1", self.described(chosen)["CACertificateIdentifier"])

    def test_databases_keep_their_monitoring(self):
        name = self.database(EnablePerformanceInsights=True, PerformanceInsightsRetentionPeriod=7)
        self.rds.modify_db_instance(
            DBInstanceIdentifier=name, MonitoringInterval=60, MonitoringRoleArn="arn:role", ApplyImmediately=True
        )

        kept = self.described(name)

        self.assertIs(True, kept.get("PerformanceInsightsEnabled"))
        self.assertEqual(7, kept.get("PerformanceInsightsRetentionPeriod"))
        self.assertEqual((60, "arn:role"), (kept.get("MonitoringInterval"), kept.get("MonitoringRoleArn")))
        self.rds.modify_db_instance(DBInstanceIdentifier=name, EnablePerformanceInsights=False, ApplyImmediately=True)
        self.assertIs(False, self.described(name).get("PerformanceInsightsEnabled"))

    def test_replicas_are_databases_of_their_own(self):
        name = self.database(ManageMasterUserPassword=True, MultiAZ=True, DeletionProtection=True)
        secret = self.described(name)["MasterUserSecret"]["SecretArn"]
        self.rds.create_db_instance_read_replica(
            DBInstanceIdentifier=name + "-r",
            SourceDBInstanceIdentifier=name,
            EnableCloudwatchLogsExports=["error"],
            **CLASS,
        )

        source, replica = self.described(name), self.described(name + "-r")

        self.assertNotEqual(source["DbiResourceId"], replica["DbiResourceId"])
        self.assertEqual((False, False), (replica["MultiAZ"], replica["DeletionProtection"]))
        self.assertEqual(["error"], replica.get("EnabledCloudwatchLogsExports"))
        self.assertEqual([], source.get("EnabledCloudwatchLogsExports", []))
        self.assertNotIn("MasterUserSecret", replica)
        self.rds.delete_db_instance(DBInstanceIdentifier=name + "-r", SkipFinalSnapshot=True)
        self.assertEqual(secret, client("secretsmanager").describe_secret(SecretId=secret)["ARN"])

    def parameter_group(self):
        name = unique("parameters")
        self.rds.create_db_parameter_group(
            DBParameterGroupName=name, DBParameterGroupFamily="mysql8.4", Description="-"
        )
        parameters = [
            {"ParameterName": "max_connections", "ParameterValue": "200", "ApplyMethod": "immediate"},
            {"ParameterName": "long_query_time", "ParameterValue": "2", "ApplyMethod": "immediate"},
        ]
        self.rds.modify_db_parameter_group(DBParameterGroupName=name, Parameters=parameters)
        return name

    def set_by_user(self, group):
        parameters = self.rds.describe_db_parameters(DBParameterGroupName=group)["Parameters"]
        return {p["ParameterName"]: p["ParameterValue"] for p in parameters if p.get("Source") == "user"}

    def test_parameters_say_who_set_them(self):
        group = self.parameter_group()

        self.assertEqual({"max_connections": "200", "long_query_time": "2"}, self.set_by_user(group))

    def test_parameters_can_be_reset(self):
        group = self.parameter_group()

        gone = [{"ParameterName": "max_connections", "ApplyMethod": "pending-reboot"}]
        self.rds.reset_db_parameter_group(DBParameterGroupName=group, Parameters=gone)

        self.assertEqual({"long_query_time": "2"}, self.set_by_user(group))
