import { DATABASE_SUBNETS } from '../../../../src/policy/rules/rds/subnets';
import { describeRule, type Resources } from '../../support/describe-rule';

const SUBNETS = ['${aws_subnet.a.id}', '${aws_subnet.b.id}'];
const database = (zoneOfB: string, settings: object = {}, subnet_ids: unknown = SUBNETS): Resources => ({
  aws_subnet: { a: { availability_zone: 'eu-west-1a' }, b: { availability_zone: zoneOfB, ...settings } },
  aws_db_subnet_group: { main: { name: 'main', subnet_ids } },
  aws_db_instance: { main: { db_subnet_group_name: '${aws_db_subnet_group.main.name}' } },
});

describeRule(DATABASE_SUBNETS, {
  pass: { 'two zones, private': database('eu-west-1b') },
  fail: {
    'one zone': { resources: database('eu-west-1a'), finds: ['aws_db_subnet_group.main#subnet_ids'] },
    'one subnet is public': {
      resources: database('eu-west-1b', { map_public_ip_on_launch: true }),
      finds: ['aws_db_subnet_group.main#aws_subnet.b'],
    },
    'the default network': { aws_rds_cluster: { main: { engine: 'aurora-mysql' } } },
  },
  notApplicable: { 'a replica': { aws_db_instance: { copy: { replicate_source_db: 'main' } } } },
  unknown: {
    'a variable names the subnets': database('eu-west-1b', {}, '${var.subnets}'),
    'the group is elsewhere': { aws_db_instance: { main: { db_subnet_group_name: 'elsewhere' } } },
  },
  guards: {
    'aws_subnet.b.availability_zone': ['eu-west-1a'],
    'aws_subnet.a.map_public_ip_on_launch': [true],
    'aws_db_subnet_group.main.subnet_ids': [['${aws_subnet.a.id}']],
    'aws_db_instance.main.db_subnet_group_name': [undefined],
  },
});
