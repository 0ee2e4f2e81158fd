import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';
import type { Resource } from '../../model/resource';

const TAGS = ['default_tags', 'tags'];

/** What a tag is for, and the names that it goes by; case and signs between words make no difference. */
const REQUIRED: readonly (readonly [purpose: string, names: readonly string[]])[] = [
  ['project', ['project', 'system', 'application', 'app', 'service', 'product']],
  ['environment', ['environment', 'env', 'stage']],
  ['owner', ['owner', 'team']],
  ['managed-by', ['managedby', 'createdby', 'provisionedby', 'terraform']],
];

export const REQUIRED_TAGS = defineRule({
  id: 'WPHA-TF-002',
  title: 'everything is tagged with project, environment, owner and what manages it',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['provider.aws'],
  rows: ['TF-002'],
  maps: {},
  why: 'What carries no tags is on nobody’s bill, and nobody dares to remove it.',
  fix: "Add the tags in 'default_tags' of the provider, so that no resource can be forgotten.",
  check: (provider) => REQUIRED.map(([purpose, names]) => judge(provider, purpose, names)),
});

function judge(provider: Resource, purpose: string, names: readonly string[]): Verdict {
  const detail = { part: purpose };
  const [node] = provider
    .blocks('default_tags')
    .flatMap((block) => block.blocks('tags'))
    .map((tags) => tags.node);
  if (node !== undefined && node.kind !== 'object') {
    return unknown([provider, TAGS], 'the default tags are not known yet', detail);
  }
  const set = [...(node?.members ?? [])].filter(([, member]) => member.kind !== 'unset');
  const keys = set.map(([key]) => key.toLowerCase().replace(/[^a-z]/g, ''));
  return keys.some((key) => names.includes(key))
    ? pass()
    : fail([provider, TAGS], `no default tag says the ${purpose}`, detail);
}
