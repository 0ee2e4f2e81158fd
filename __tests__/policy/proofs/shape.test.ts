import { ALLOWED_DIFFERENCES } from '../../../src/policy/proofs/shape/allowed-differences';
import { SHAPE } from '../../../src/policy/proofs/shape/shape';
import { graphOf, stacksOfEnvironment, withChanged, type StackConfigurations } from './support/environment-stacks';

const production = stacksOfEnvironment('production');
const compared = { name: 'production', with: 'production', graph: graphOf(production) };
const differences = (stacks: StackConfigurations): readonly string[] =>
  SHAPE.prove(graphOf(stacks), { compared }).counterExamples.map(({ message }) => message);

test.each(['development', 'staging'])('%s has the shape of production', (name) => {
  const graph = graphOf(stacksOfEnvironment(name));
  const { statements, counterExamples } = SHAPE.prove(graph, { compared: { ...compared, name } });

  expect(counterExamples).toEqual([]);
  expect(statements).toBeGreaterThan(1000);
});

test('a resource more, and an attribute of another value, are differences', () => {
  const other = withChanged(production, { stack: 'web', type: 'aws_lb' }, (body) => ({ ...body, idle_timeout: 5 }));
  const less = withChanged(production, { stack: 'data', type: 'aws_efs_backup_policy' }, () => undefined);

  expect(differences(other)).toEqual([expect.stringMatching(/^aws_lb \S*LoadBalancer\S* differs in 'idle_timeout'$/)]);
  expect(differences(less)).toEqual([expect.stringMatching(/^only production has aws_efs_backup_policy \S*Files/)]);
});

test('nothing is compared with no other environment', () => {
  expect(SHAPE.prove(graphOf(production), {})).toEqual({ statements: 0, counterExamples: [] });
});

test('every allowed difference has a reason, and a type or an attribute', () => {
  const loose = ALLOWED_DIFFERENCES.filter(
    ({ types, attributes, why }) => why.length < 5 || (types ?? attributes) === undefined,
  );

  expect(loose).toEqual([]);
});
