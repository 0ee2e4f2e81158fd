import type { Readable } from '../model/block';
import type { Resource } from '../model/resource';
import type { ResourceGraph } from '../model/resource-graph';
import { matchesGlob } from '../../core/glob';

/** Whether AWS Backup is told to back something up; `unclear` where a selection may and nobody can tell. */
export type BackupCoverage = 'covered' | 'unclear' | 'not covered';

/** How ARNs of what can be backed up begin, after `arn:aws:`. */
const SERVICES: Readonly<Record<string, string>> = {
  aws_db_instance: 'rds',
  aws_rds_cluster: 'rds',
  aws_efs_file_system: 'elasticfilesystem',
  aws_ebs_volume: 'ec2',
};

/** Whether any selection of AWS Backup chooses a resource: by ARN, by a pattern, or by a tag that it carries. */
export function backupCoverage(resource: Resource, graph: ResourceGraph): BackupCoverage {
  const answers = graph.ofType('aws_backup_selection').map((selection) => judgeSelection(selection, resource, graph));
  return answers.find((each) => each === 'covered') ?? answers.find((each) => each === 'unclear') ?? 'not covered';
}

function judgeSelection(selection: Resource, resource: Resource, graph: ResourceGraph): BackupCoverage {
  const excluded = selection.get('not_resources');
  if (excluded.isSet && graph.names(excluded, resource)) return 'not covered';
  const tags = selection.blocks('selection_tag').map((tag) => carries(tag, tag.get('key').text, resource, graph));
  // what is left out may be this one
  if (excluded.items.some((each) => each.isUnclear && each.targets.length === 0)) return 'unclear';
  if (tags.includes('covered')) return 'covered';
  const named = byArn(selection, resource, graph);
  if (named === 'covered') return byCondition(selection, resource, graph);
  return named === 'unclear' || tags.includes('unclear') ? 'unclear' : 'not covered';
}

function byArn(selection: Resource, resource: Resource, graph: ResourceGraph): BackupCoverage {
  const value = selection.get('resources');
  if (value.isUnset) return 'not covered';
  if (value.targets.length > 0 && graph.names(value, resource)) return 'covered';
  const texts = value.items.map(({ text }) => text);
  if (texts.some((text) => text !== undefined && meansAll(text, resource))) return 'covered';
  const elsewhere = value.items.every(({ isKnown, targets }) => isKnown || targets.length > 0);
  return elsewhere ? 'not covered' : 'unclear';
}

/** A pattern for everything, or for everything of the service. */
function meansAll(pattern: string, { type }: Resource): boolean {
  const [, , service = ''] = pattern.split(':');
  return pattern === '*' || (service === SERVICES[type] && pattern.endsWith('*'));
}

/** All conditions must hold; those that exclude something cannot be told here. */
function byCondition(selection: Resource, resource: Resource, graph: ResourceGraph): BackupCoverage {
  const answers = selection.blocks('condition').flatMap((condition) => {
    const wanted = ['string_equals', 'string_like'].flatMap((name) => condition.blocks(name));
    const excluding = ['string_not_equals', 'string_not_like'].flatMap((name) => condition.blocks(name));
    const held = wanted.map((each) =>
      carries(each, each.get('key').text?.replace('aws:ResourceTag/', ''), resource, graph),
    );
    return excluding.length > 0 ? [...held, 'unclear' as const] : held;
  });
  return answers.find((each) => each === 'not covered') ?? answers.find((each) => each === 'unclear') ?? 'covered';
}

/** Whether a resource carries a tag, by itself or by the default tags of its stack's provider. */
function carries(wanted: Readable, key: string | undefined, resource: Resource, graph: ResourceGraph): BackupCoverage {
  const { text: pattern } = wanted.get('value');
  if (key === undefined || pattern === undefined) return 'unclear';
  const providers = graph.ofType('provider.aws').filter(({ stack }) => stack === resource.stack);
  const values = [resource.get(['tags', key]), ...providers.map((each) => each.get(['default_tags', 'tags', key]))];
  if (values.some(({ text }) => text !== undefined && matchesGlob(pattern, text))) return 'covered';
  return values.some((value) => value.isUnclear) ? 'unclear' : 'not covered';
}
