import { MOUNT_TARGET_SUBNET } from '../../../../src/policy/rules/vpc/mount-target-subnet';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const target = (subnet: object, id: string = '${aws_subnet.data.id}'): Resources => ({
  aws_subnet: { data: { vpc_id: 'vpc-1', ...subnet } },
  aws_efs_mount_target: { a: { file_system_id: 'fs-1', subnet_id: id } },
});

describeRule(MOUNT_TARGET_SUBNET, {
  pass: {
    'the subnet gives out no public address': target({ map_public_ip_on_launch: false }),
    'the subnet says nothing': target({}),
  },
  fail: {
    'the subnet gives out public addresses': {
      resources: target({ map_public_ip_on_launch: true }),
      finds: ['aws_efs_mount_target.a#subnet_id'],
    },
    'it lies in a default subnet': {
      aws_default_subnet: { a: { availability_zone: 'eu-west-1a' } },
      aws_efs_mount_target: { a: { subnet_id: '${aws_default_subnet.a.id}' } },
    },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: {
    'a variable decides': target({ map_public_ip_on_launch: '${var.public}' }),
    'the subnet is not known here': target({}, 'subnet-1'),
  },
  guards: { 'aws_subnet.data.map_public_ip_on_launch': [true] },
});
