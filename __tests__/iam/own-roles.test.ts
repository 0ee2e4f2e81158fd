import type { TerraformStack } from 'cdktf';
import { DatabaseUser } from '../../src/data';
import type { ExclusivePoliciesSetting } from '../../src/iam';
import { Network } from '../../src/network';
import { BackupRole, InstanceRole } from '../../src/security';
import { synthesize } from '../../src/testing';
import { ACCOUNT_ID, KEY, makeDatabase, NAME, REGION } from '../data/fixtures';
import { PROPS as NETWORK } from '../network/support';
import { FakeNetwork } from '../support/fake-network';

const HOME = { name: NAME, accountId: ACCOUNT_ID, region: REGION };

type Make = (stack: TerraformStack, setting: ExclusivePoliciesSetting) => void;

const network: Make = (stack, setting) => void new Network(stack, 'Network', { ...NETWORK, ...setting });

const instances: Make = (stack, setting) => {
  new InstanceRole(stack, 'InstanceRole', {
    ...HOME,
    ...setting,
    releases: { bucketArn: 'arn:aws:s3:::releases', prefix: 'wordpress/production' },
    ...{ secretArns: [], keyArns: [KEY.keyArn], logGroupNames: [] },
    ...{ metricsNamespace: 'Site/Instances', autoScalingGroupName: 'wordpress-production-web' },
  });
};

const backups: Make = (stack, setting) => {
  const trustedPrincipalArns = [`arn:aws:iam::${ACCOUNT_ID}:role/web`];
  new BackupRole(stack, 'BackupRole', { ...HOME, ...setting, bucketArn: 'arn:aws:s3:::backups', trustedPrincipalArns });
};

const monitoring: Make = (stack, setting) => void makeDatabase(stack, { enhancedMonitoring: true, ...setting });

const databaseUser: Make = (stack, setting) => {
  const fake = new FakeNetwork(stack);
  const database = makeDatabase(stack, { network: fake });
  const props = { ...HOME, ...setting, database, network: fake, key: KEY, logRetentionDays: 90, protect: true };
  new DatabaseUser(stack, 'DatabaseUser', props);
};

describe.each<[string, Make, readonly string[], readonly string[]]>([
  ['flow logs', network, ['write-flow-logs'], []],
  ['instances', instances, ['serve-site'], []],
  ['backups', backups, ['keep-backups'], []],
  [
    'monitoring of the database',
    monitoring,
    [],
    ['arn:aws:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole'],
  ],
  ['the function that makes the database user', databaseUser, ['database-user'], []],
])('the role for %s', (_role, make, names, arns) => {
  test('holds its policies and no others', () => {
    const json = synthesize((stack) => make(stack, {}));
    const [role] = Object.keys(json.resources('aws_iam_role'));

    expect(json.only('aws_iam_role_policies_exclusive')).toMatchObject({
      role_name: `\${aws_iam_role.${role}.name}`,
      policy_names: names,
    });
    expect(json.only('aws_iam_role_policy_attachments_exclusive')).toMatchObject({
      role_name: `\${aws_iam_role.${role}.name}`,
      policy_arns: arns,
    });
  });

  test('is left to others beside its policies when told so', () => {
    const json = synthesize((stack) => make(stack, { exclusivePolicies: false }));

    expect(json.count('aws_iam_role')).toBe(1);
    expect(json.count('aws_iam_role_policies_exclusive')).toBe(0);
    expect(json.count('aws_iam_role_policy_attachments_exclusive')).toBe(0);
  });
});
