import fc from 'fast-check';
import { planOfEvents } from '../../../src/terraform/plan/plan-events';
import { summarizePlan } from '../../../src/terraform/plan/plan-summary';

const line = (event: object): string => `${JSON.stringify(event)}\n`;
const resource = (name: string, mode = 'managed'): object => ({
  addr: `${mode === 'data' ? 'data.' : ''}aws_vpc.${name}`,
  module: '',
  resource: `${mode === 'data' ? 'data.' : ''}aws_vpc.${name}`,
  implied_provider: 'aws',
  resource_type: 'aws_vpc',
  resource_name: name,
  resource_key: null,
});
const planned = (name: string, action: string, more: object = {}): string =>
  line({ type: 'planned_change', change: { resource: resource(name), action, ...more } });
const SUMMARY = line({ type: 'change_summary', changes: { operation: 'plan' } });
const OUTPUTS = line({
  type: 'outputs',
  outputs: { vpc_id: { sensitive: false, action: 'create', value: 'vpc-1' }, zone: { action: 'noop' } },
});

describe('planOfEvents', () => {
  it('tells what is created and updated, by address, among other lines', () => {
    const output = `plain\n${line({ type: 'version' })}${planned('b', 'update')}${planned('a', 'create')}${SUMMARY}${OUTPUTS}`;

    const plan = planOfEvents(output);

    expect(plan?.resource_changes?.map(({ address, change }) => [address, change.actions])).toEqual([
      ['aws_vpc.a', ['create']],
      ['aws_vpc.b', ['update']],
    ]);
    expect(summarizePlan('web', plan ?? { format_version: '' })).toMatchObject({ add: 1, change: 1, outputs: 1 });
  });

  it('keeps no value, not even of an output', () => {
    expect(JSON.stringify(planOfEvents(SUMMARY + OUTPUTS))).not.toContain('vpc-1');
  });

  it('counts the reading of a data source as no change', () => {
    const read = line({ type: 'planned_change', change: { resource: resource('a', 'data'), action: 'read' } });

    const plan = planOfEvents(read + SUMMARY);

    expect(plan?.resource_changes).toMatchObject([{ address: 'data.aws_vpc.a', mode: 'data' }]);
    expect(summarizePlan('web', plan ?? { format_version: '' })).toMatchObject({ add: 0, change: 0 });
  });

  it.each(['replace', 'delete', 'remove', 'move', 'import', 'something new'])(
    'leaves a plan with the action %s to whoever reads it whole',
    (action) => {
      expect(planOfEvents(planned('a', 'create') + planned('b', action) + SUMMARY)).toBeUndefined();
    },
  );

  it.each([{ importing: { id: 'vpc-1' } }, { previous_resource: resource('z') }])(
    'leaves a plan with %j to whoever reads it whole',
    (more) => {
      expect(planOfEvents(planned('a', 'update', more) + SUMMARY)).toBeUndefined();
    },
  );

  it('does not take a stream that was cut off for a plan', () => {
    const whole = planned('a', 'create') + planned('b', 'create') + SUMMARY;

    fc.assert(
      fc.property(fc.nat({ max: whole.length - 2 }), (end) => {
        expect(planOfEvents(whole.slice(0, end))).toBeUndefined();
      }),
    );
  });
});
