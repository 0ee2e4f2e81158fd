import type { NextStep } from '../../../src/drift';
import { OUTSIDE_CHANGES } from './changes';
import type { OutsideChange } from './changes/outside-change';
import { DriftProject, type StackFinding } from './support/drift-project';

jest.setTimeout(1_200_000);

/** The finding that a change has to lead to. */
function findingOf({ finding }: OutsideChange, findings: readonly StackFinding[]): StackFinding | undefined {
  return findings.find(
    ({ class: kind, address, object }) =>
      kind === finding.class &&
      address.startsWith(finding.resource) &&
      (object === undefined || object.type === finding.at),
  );
}

/** The part of a finding that a change tells in advance. */
function told(finding: StackFinding | undefined): OutsideChange['finding'] | undefined {
  if (finding === undefined) return undefined;
  const { class: kind, address, object, attributes, severity, nextSteps, consequences } = finding;
  return {
    ...{ class: kind, resource: address, at: object?.type ?? attributes[0]?.path ?? '', severity },
    ...{ step: nextSteps[0]?.kind, rules: consequences.map(({ rule }) => rule) },
  };
}

function stepOf(finding: StackFinding | undefined, kind: NextStep['kind']): NextStep {
  const step = finding?.nextSteps.find((each) => each.kind === kind);
  if (step === undefined) throw new Error(`no way out of kind '${kind}'`);
  return step;
}

describe('an environment that is applied', () => {
  const site = new DriftProject();
  let found: readonly StackFinding[] = [];

  beforeAll(() => site.apply());
  afterAll(() => site.project.remove());

  it('has no drift right after the apply', async () => {
    const { exitCode, findings } = await site.check();

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
  });

  it('has no drift after a normal scale-out, which is told as expected', async () => {
    const group = '{aws_autoscaling_group.Fleet_Group.name}';
    const scaled = { AutoScalingGroupName: group, DesiredCapacity: 2 };
    await site.change({ call: 'autoscaling.set_desired_capacity', parameters: scaled });

    const { exitCode, document, findings } = await site.check();

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
    expect(
      document.stacks.flatMap(({ expected }) => expected.map(({ attribute, actor }) => [attribute, actor])),
    ).toEqual([['desired_capacity', 'EC2 Auto Scaling']]);
  });

  it('has every change made behind the back of Terraform found, and nothing else', async () => {
    await site.change(...OUTSIDE_CHANGES);

    const { exitCode, findings } = await site.check();
    found = findings;

    expect(exitCode).toBe(2);
    const expected = OUTSIDE_CHANGES.map(({ finding }) => findingOf({ finding } as OutsideChange, findings));
    expect(findings.filter((finding) => finding.alarming && !expected.includes(finding))).toEqual([]);
  });

  it.each(OUTSIDE_CHANGES.map((change) => [change.what, change] as const))('tells of it: %s', (_what, change) => {
    const { resource, rules, ...finding } = change.finding;

    expect(told(findingOf(change, found))).toEqual({
      ...finding,
      resource: expect.stringMatching(new RegExp(`^${resource}`)) as string,
      rules: expect.arrayContaining([...rules]) as string[],
    });
  });

  it('has what was added removed, imported or put back by following the ways out', async () => {
    const imported = found.find(({ object }) => object?.id === 'noon');
    await site.follow(stepOf(imported, 'import'));
    const reverted = ['aws_ssm_parameter.Setting-site-title', 'aws_cloudwatch_metric_alarm.LoadBalancer_Latency'];
    for (const resource of reverted) {
      await site.follow(
        stepOf(
          found.find(({ address }) => address.startsWith(resource)),
          'revert',
        ),
      );
    }
    for (const finding of found.filter(({ object }) => object !== undefined && object.id !== 'noon')) {
      await site.follow(stepOf(finding, 'delete'));
    }

    const { findings } = await site.check();

    expect(findings.filter(({ object }) => object !== undefined)).toEqual([]);
    expect(findings.filter(({ address }) => reverted.some((resource) => address.startsWith(resource)))).toEqual([]);
  });
});

test('the changes are at least forty, over at least twenty types of resources', () => {
  const types = OUTSIDE_CHANGES.map(({ finding }) => finding.resource.split('.')[0]);

  expect(OUTSIDE_CHANGES.length).toBeGreaterThanOrEqual(40);
  expect(new Set(types).size).toBeGreaterThanOrEqual(20);
});
