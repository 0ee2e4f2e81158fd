import { MOUNT_TARGETS } from '../../../../src/policy/rules/efs/mount-targets';
import { describeRule, type Resources } from '../../support/describe-rule';

const subnet = (name: string): string => '${aws_subnet.' + name + '.id}';
const target = (subnet_id: string, file_system_id = '${aws_efs_file_system.files.id}'): object => ({
  file_system_id,
  subnet_id,
});
const site = (targets: Readonly<Record<string, object>>, groupSubnets: unknown = ['a', 'b'].map(subnet)): Resources =>
  ({
    aws_subnet: { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: 'eu-west-1b' }, c: {} },
    aws_efs_file_system: { files: { creation_token: 'files' } },
    aws_efs_mount_target: targets,
    aws_autoscaling_group: { web: { vpc_zone_identifier: groupSubnets } },
  }) as Resources;
const BOTH = { a: target(subnet('a')), b: target(subnet('b')) };

describeRule(MOUNT_TARGETS, {
  pass: { 'every zone has one': site(BOTH), 'instances use one zone': site({ a: BOTH.a }, [subnet('a')]) },
  fail: {
    'a zone has none': { resources: site({ a: BOTH.a }), finds: ['aws_efs_file_system.files#zones'] },
    'there is none at all': site({}),
  },
  notApplicable: {
    'nothing mounts it': { aws_efs_file_system: { files: { creation_token: 'files' } } },
    'it lies in one zone on purpose': {
      ...site(BOTH),
      aws_efs_file_system: { files: { availability_zone_name: 'eu-west-1a' } },
    },
  },
  unknown: {
    'a variable names the subnets': site(BOTH, '${var.subnets}'),
    'AWS chooses the zone of a subnet': site(BOTH, ['a', 'c'].map(subnet)),
    'nobody knows whose target it is': site({ a: BOTH.a, b: target(subnet('b'), '${var.files}') }),
  },
  guards: {
    'aws_efs_mount_target.b.subnet_id': [subnet('a')],
    'aws_efs_mount_target.b': [undefined],
  },
});
