import { SELECTION_COVERS } from '../../../../src/policy/rules/backup/selection-covers';
import { describeRule, type Fixture, type Resources } from '../../support/describe-rule';

const site = (selection: object, more: Resources = {}): Resources => ({
  aws_db_instance: { main: { identifier: 'main' } },
  aws_backup_selection: { all: { name: 'all', ...selection } },
  ...more,
});
const DATABASE = '${aws_db_instance.main.arn}';
const byDefaultTag: Fixture = {
  resources: site({ selection_tag: [{ type: 'STRINGEQUALS', key: 'system', value: 'wordpress' }] }),
  beside: { provider: { aws: [{ default_tags: [{ tags: { system: 'wordpress' } }] }] } },
};

describeRule(SELECTION_COVERS, {
  pass: {
    'the database is named': site({ resources: [DATABASE] }),
    'everything is taken': site({ resources: ['*'] }),
    'the provider gives everything the tag': byDefaultTag,
  },
  fail: {
    'another database is named': site({ resources: ['arn:aws:rds:eu-west-1:123456789012:db:other'] }),
    'a volume is left out': {
      resources: site({ resources: [DATABASE] }, { aws_ebs_volume: { data: { size: 8 } } }),
      finds: ['aws_ebs_volume.data#missing'],
    },
    'only volumes are taken': site({ resources: ['arn:aws:ec2:*:*:volume/*'] }),
  },
  notApplicable: {
    'nobody uses AWS Backup': { aws_db_instance: { main: { identifier: 'main' } } },
    'a replica': {
      aws_db_instance: { copy: { replicate_source_db: 'main' } },
      aws_backup_selection: { all: { resources: ['arn:aws:rds:eu-west-1:123456789012:db:main'] } },
    },
  },
  unknown: { 'a variable holds the ARNs': site({ resources: ['${var.arn}'] }) },
  guards: {
    'aws_backup_selection.all.resources': [['arn:aws:elasticfilesystem:*:*:file-system/*'], undefined],
    'aws_backup_selection.all.not_resources': [[DATABASE]],
  },
});
