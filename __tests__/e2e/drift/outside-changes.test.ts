import type { NextStep } from '../../../src/drift';
import { READ_ACTIONS } from '../../../src/drift/reader-role/read-actions';
import { OUTSIDE_CHANGES } from './changes';
import type { OutsideChange } from './changes/outside-change';
import { DriftProject, type Reading, type StackFinding } from './support/drift-project';

jest.setTimeout(2_400_000);

const GROUP = '{aws_autoscaling_group.Fleet_Group.name}';

/** Types that this environment has not, and whose calls are therefore not seen here. */
const ELSEWHERE = ['aws_autoscaling_schedule', 'aws_cloudwatch_composite_alarm', 'aws_iam_role_policy_attachment'];

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

function brief(findings: readonly StackFinding[]): readonly string[] {
  return findings.map(
    ({ class: kind, type, attributes }) => `${kind} ${type} ${attributes.map(({ path }) => path).join()}`,
  );
}

describe('an environment that is applied', () => {
  const site = new DriftProject();
  let reading: Reading;
  let found: readonly StackFinding[] = [];

  beforeAll(() => site.apply());
  afterAll(() => site.project.remove());

  it('has no drift right after the apply', async () => {
    const { exitCode, findings, ...logged } = await site.loggedCheck();
    reading = logged.reading;

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
  });

  it('is read with the calls that the policy of the drift role allows, and with no fewer', () => {
    const { types, actions } = reading;

    const listed = types.map((type) => [type, READ_ACTIONS[type]] as const);
    expect(actions).toEqual(Object.fromEntries(listed.filter(([, allowed]) => allowed?.length !== 0)));
    expect(Object.keys(READ_ACTIONS).filter((type) => !types.includes(type))).toEqual(ELSEWHERE);
  });

  it('has no drift after a normal scale-out, which is told as expected', async () => {
    const scaled = { AutoScalingGroupName: GROUP, DesiredCapacity: 3 };
    await site.change({ call: 'autoscaling.set_desired_capacity', parameters: scaled });

    const { exitCode, document, findings } = await site.check();

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
    expect(
      document.stacks.flatMap(({ expected }) => expected.map(({ attribute, actor }) => [attribute, actor])),
    ).toEqual([
      ['status', 'AWS Certificate Manager'],
      ['desired_capacity', 'EC2 Auto Scaling'],
    ]);
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

  // word by word: `delete` of every object that was added but one, `import` of that one, `revert` of a changed and of a
  // deleted resource
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

  // what is left says `revert`, which is this apply for one resource
  it('has all the rest put back by one apply', async () => {
    await site.again();

    const { exitCode, findings } = await site.check();

    expect({ exitCode, findings }).toEqual({ exitCode: 0, findings: [] });
  });

  it('has a change kept by following the way out that adopts it', async () => {
    const larger = { AutoScalingGroupName: GROUP, MaxSize: 5 };
    await site.change({ call: 'autoscaling.update_auto_scaling_group', parameters: larger });
    const changed = (await site.check()).findings;
    await site.follow(stepOf(changed[0], 'adopt'));
    await site.synthesize();

    const adopted = await site.check();
    await site.again();
    const applied = await site.check();

    expect(brief(changed)).toEqual(['revertable aws_autoscaling_group max_size']);
    // what was imported is in no stack until somebody moves it there, as its way out says
    expect(brief(adopted.findings)).toEqual([
      'observed aws_autoscaling_group max_size',
      'pending aws_autoscaling_schedule ',
    ]);
    expect([applied.exitCode, brief(applied.findings)]).toEqual([0, []]);
  });
});

test('the changes are at least sixty-five, over more than twenty types of resources', () => {
  const types = OUTSIDE_CHANGES.map(({ finding }) => finding.resource.split('.')[0]);

  expect(OUTSIDE_CHANGES.length).toBeGreaterThanOrEqual(65);
  expect(new Set(types).size).toBeGreaterThan(20);
});
