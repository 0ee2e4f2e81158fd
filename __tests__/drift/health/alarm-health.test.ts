import { alarmHealth, liveAlarms, type AlarmQuestion, type AlarmState } from '../../../src/drift';
import type { JsonObject } from '../../../src/terraform/json';

const SINCE = '2026-11-21T11:00:00.000Z';

function alarm(name: string, values: JsonObject = {}, sensitive: unknown = {}) {
  const type = 'aws_cloudwatch_metric_alarm';
  return { address: `${type}.${name}`, type, values: { alarm_name: name, ...values }, sensitive };
}

/** Asks about alarms, and remembers the questions. */
async function ask(resources: Parameters<typeof liveAlarms>[0], states: readonly AlarmState[] = []) {
  const asked: AlarmQuestion[] = [];
  const health = await alarmHealth(liveAlarms(resources), {
    read: (question) => {
      asked.push(question);
      return Promise.resolve(states.filter(({ name }) => question.names.includes(name)));
    },
  });
  return { asked, health };
}

test('tells what is in alarm, since when and why, and how many are in another state', async () => {
  const { health } = await ask(
    [alarm('B'), alarm('A'), alarm('C'), alarm('D'), alarm('E'), alarm('F')],
    [
      { name: 'A', state: 'ALARM' },
      { name: 'B', state: 'ALARM', since: SINCE, reason: 'Threshold Crossed' },
      { name: 'C', state: 'OK', since: SINCE, reason: 'fine' },
      { name: 'D', state: 'INSUFFICIENT_DATA' },
      { name: 'E', state: 'SOMETHING_NEW' },
    ],
  );

  expect(health).toEqual({
    inAlarm: [
      { address: 'aws_cloudwatch_metric_alarm.A' },
      { address: 'aws_cloudwatch_metric_alarm.B', since: SINCE, reason: 'Threshold Crossed' },
    ],
    ...{ ok: 1, insufficientData: 1, unknown: 2 },
  });
});

test('composite alarms are asked for as well, other resources and alarms without a name are not', async () => {
  const composite = { ...alarm('Site'), type: 'aws_cloudwatch_composite_alarm' };
  const others = [{ ...alarm('Topic'), type: 'aws_sns_topic' }, alarm('', { alarm_name: 7 }), alarm('')];

  expect((await ask([alarm('Errors'), composite, ...others])).asked).toEqual([
    { region: undefined, names: ['Errors', 'Site'] },
  ]);
});

test.each([
  [0, []],
  [100, [100]],
  [101, [100, 1]],
  [250, [100, 100, 50]],
])('%i alarms are asked for in questions of %j names', async (number, sizes) => {
  const names = Array.from({ length: number }, (_, index) => `a-${index}`);
  const { asked } = await ask(names.map((name) => alarm(name)));

  expect(asked.map((question) => question.names.length)).toEqual(sizes);
  expect(asked.flatMap((question) => question.names).toSorted()).toEqual(names.toSorted());
});

test('each is asked for where it is, and not taken for one of the same name elsewhere', async () => {
  const at = (address: string, region: string) => ({
    ...alarm(address, { alarm_name: 'site', arn: `arn:aws:cloudwatch:${region}:123456789012:alarm:site` }),
  });
  const regions: (string | undefined)[] = [];
  const health = await alarmHealth(liveAlarms([at('Here', 'eu-west-1'), at('There', 'us-east-1')]), {
    read: ({ region }) => {
      regions.push(region);
      return Promise.resolve([{ name: 'site', state: region === 'us-east-1' ? 'ALARM' : 'OK' }]);
    },
  });

  expect(regions).toEqual(['eu-west-1', 'us-east-1']);
  expect(health).toMatchObject({ inAlarm: [{ address: 'aws_cloudwatch_metric_alarm.There' }], ok: 1 });
});

test.each([
  [{ threshold: true }, false],
  [{ dimensions: { Host: true } }, false],
  [true, false],
  [{ threshold: false, dimensions: {}, alarm_actions: [false] }, true],
])('with the marks %j its reason is told: %j', async (sensitive, told) => {
  const states = [{ name: 'A', state: 'ALARM', since: SINCE, reason: 'more than 4711' }];
  const { health } = await ask([alarm('A', {}, sensitive)], states);

  expect(health.inAlarm).toEqual([
    { address: 'aws_cloudwatch_metric_alarm.A', since: SINCE, ...(told ? { reason: 'more than 4711' } : {}) },
  ]);
});
