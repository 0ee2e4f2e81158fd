import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import { expectTrue } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass, type Verdict } from '../../rule/verdict';

export const STATE_BACKEND = defineRule({
  id: 'WPHA-TF-003',
  title: 'state is kept encrypted and locked, away from the machine that applies',
  severity: 'high',
  pack: 'production',
  appliesTo: ['terraform'],
  rows: ['TF-003'],
  maps: {},
  why: 'State holds values that nobody else may read, and two applies at once or a lost disk make it worthless.',
  fix: "Use the backend s3 with 'encrypt' true and 'use_lockfile' true, or HCP Terraform.",
  check: (settings, graph) => {
    // without resources there is no state worth a word
    if (!graph.resources.some(({ mode, stack }) => mode === 'managed' && stack === settings.stack))
      return notApplicable();
    if (settings.blocks('backend.s3').length > 0) return inBucket(settings);
    if (isKeptElsewhere(settings)) return pass();
    if (holdsBucketOfStates(settings, graph)) return pass();
    return fail([settings, 'backend'], 'state stays on the machine that applies, neither encrypted nor shared', {
      part: 'local',
    });
  },
});

/** Backends that lock; HCP Terraform encrypts by itself, and so do the stores of other clouds. */
function isKeptElsewhere(settings: Resource): boolean {
  const names = ['cloud', 'backend.remote', 'backend.gcs', 'backend.azurerm'];
  return names.some((name) => settings.blocks(name).length > 0);
}

function inBucket(settings: Resource): readonly Verdict[] {
  const locks = settings.get('backend.s3.dynamodb_table').isSet;
  return [expectTrue(settings, 'backend.s3.encrypt'), locks ? pass() : expectTrue(settings, 'backend.s3.use_lockfile')];
}

/** The stack that makes the bucket of all other states cannot keep its own state there before it was applied. */
function holdsBucketOfStates({ stack }: Resource, graph: ResourceGraph): boolean {
  const used = graph.ofType('terraform').map((other) => other.get('backend.s3.bucket').text);
  return graph
    .ofType('aws_s3_bucket')
    .some(
      (bucket) => bucket.stack === stack && bucket.get('bucket').isKnown && used.includes(bucket.get('bucket').text),
    );
}
