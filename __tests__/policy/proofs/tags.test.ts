import { TAGS } from '../../../src/policy/proofs/tags/tags';
import TAGGABLE from '../../../src/policy/proofs/tags/taggable-types.json';
import { taggableTypes } from '../../../scripts/taggable-types';
import { knownEnvironments } from '../../../stacks/environments';
import { planned, synthesized } from '../support/configuration';
import { graphOf, stacksOfEnvironment } from './support/environment-stacks';

const PROVIDER = { aws: [{ default_tags: [{ tags: { owner: 'web-team' } }] }] };
const found = (configuration: object): readonly string[] =>
  TAGS.prove(synthesized({ ...configuration }), {}).counterExamples.map(
    ({ message, certain }) => `${message}${certain ? '' : '?'}`,
  );

test.each(knownEnvironments())('%s has a tag on everything that can have one', (name) => {
  const { statements, counterExamples } = TAGS.prove(graphOf(stacksOfEnvironment(name)), {});

  expect(counterExamples).toEqual([]);
  expect(statements).toBeGreaterThan(100);
});

test('knows what can be tagged from the schema of the provider', () => {
  expect(TAGGABLE).toEqual(taggableTypes());
  expect(TAGGABLE).toEqual(expect.arrayContaining(['aws_s3_bucket', 'aws_efs_file_system']));
  expect(TAGGABLE).not.toContain('aws_s3_bucket_policy');
});

test.each([
  ['tags of its own', { resource: { aws_s3_bucket: { a: { tags: { owner: 'me' } } } } }, []],
  ['default tags', { provider: PROVIDER, resource: { aws_s3_bucket: { a: {} } } }, []],
  ['no tags', { resource: { aws_s3_bucket: { a: {} } } }, ['web/aws_s3_bucket.a carries no tag']],
  [
    'tags of a variable',
    { resource: { aws_s3_bucket: { a: { tags: '${var.t}' } } } },
    ['web/aws_s3_bucket.a may carry no tag?'],
  ],
  [
    'default tags of another provider',
    { provider: PROVIDER, resource: { aws_s3_bucket: { a: { provider: 'aws.edge' } } } },
    ['web/aws_s3_bucket.a carries no tag'],
  ],
  [
    'a group whose instances get none',
    {
      provider: PROVIDER,
      resource: { aws_autoscaling_group: { a: { tag: [{ key: 'a', propagate_at_launch: false }] } } },
    },
    ['web/aws_autoscaling_group.a carries no tag'],
  ],
])('%s', (_name, configuration, expected) => {
  expect(found(configuration)).toEqual(expected);
});

test('finds default tags in a plan', () => {
  const graph = planned({ provider: PROVIDER, resource: { aws_s3_bucket: { a: {} } } });

  expect(TAGS.prove(graph, {}).counterExamples).toEqual([]);
});
