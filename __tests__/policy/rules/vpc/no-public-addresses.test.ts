import { NO_PUBLIC_ADDRESSES } from '../../../../src/policy/rules/vpc/no-public-addresses';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const subnet = (settings: object): Resources => ({ aws_subnet: { public: { vpc_id: 'vpc-1', ...settings } } });

describeRule(NO_PUBLIC_ADDRESSES, {
  pass: {
    'it is false': subnet({ map_public_ip_on_launch: false }),
    'it is left out': subnet({}),
    'a default subnet says so': { aws_default_subnet: { a: { map_public_ip_on_launch: false } } },
  },
  fail: {
    'it is true': subnet({ map_public_ip_on_launch: 'true' }),
    'a default subnet says nothing': { aws_default_subnet: { a: { availability_zone: 'eu-west-1a' } } },
  },
  notApplicable: { 'other resources': OTHER_RESOURCES },
  unknown: { 'a variable decides': subnet({ map_public_ip_on_launch: '${var.public}' }) },
  guards: { 'aws_subnet.public.map_public_ip_on_launch': [true, 'true'] },
});
