import { cloudWatch } from '../../../src/drift';
import { JsonService } from '../json-service';

const [MOVED, UPDATED] = [Date.UTC(2026, 10, 21, 11) / 1000, Date.UTC(2026, 10, 21, 12) / 1000];
const NAMES = ['errors', 'site'];

describe('the states of alarms', () => {
  let service: JsonService;
  let answer: (number: number) => [status: number, body: object];

  beforeEach(async () => {
    service = new JsonService((number) => answer(number));
    await service.start();
  });

  afterEach(() => service.stop());

  const read = (region?: string) => {
    const { endpoint } = service;
    const credentials = { accessKeyId: 'test', secretAccessKey: 'test' };
    return cloudWatch({ region: 'eu-west-1', endpoint, credentials }).read({ region, names: NAMES });
  };

  test('are read page by page, of metric and composite alarms', async () => {
    const metric = {
      AlarmName: 'errors',
      StateValue: 'ALARM',
      StateReason: 'Threshold\n Crossed',
      StateReasonData: '{}',
    };
    const composite = { AlarmName: 'site', StateValue: 'OK' };
    const times = { StateTransitionedTimestamp: MOVED, StateUpdatedTimestamp: UPDATED };
    answer = (number) =>
      number === 1
        ? [200, { MetricAlarms: [{ ...metric, ...times }], CompositeAlarms: [], NextToken: 'more' }]
        : [200, { MetricAlarms: [], CompositeAlarms: [composite] }];

    expect(await read()).toEqual([
      { name: 'errors', state: 'ALARM', since: '2026-11-21T11:00:00.000Z', reason: 'Threshold Crossed' },
      { name: 'site', state: 'OK' },
    ]);
    const question = { AlarmNames: NAMES, AlarmTypes: ['MetricAlarm', 'CompositeAlarm'], MaxRecords: 100 };
    expect(service.requests.map(({ body }) => body)).toEqual([question, { ...question, NextToken: 'more' }]);
  });

  test('last since their update where nothing tells when they began', async () => {
    const alarm = { AlarmName: 'errors', StateValue: 'ALARM', StateUpdatedTimestamp: UPDATED };
    answer = () => [200, { MetricAlarms: [alarm] }];

    expect(await read()).toEqual([{ name: 'errors', state: 'ALARM', since: '2026-11-21T12:00:00.000Z' }]);
  });

  test.each([
    [undefined, 'eu-west-1'],
    ['us-east-1', 'us-east-1'],
  ])('are asked for in the region of the alarm, %s, else of the environment', async (region, asked) => {
    answer = () => [200, {}];

    expect(await read(region)).toEqual([]);
    expect(service.requests.map((request) => request.region)).toEqual([asked]);
  });

  test('that may not be read name the permission', async () => {
    answer = () => [403, { __type: 'AccessDenied', message: 'not authorized' }];

    await expect(read('us-east-1')).rejects.toThrow(
      "the state of alarms cannot be read: not authorized; allow 'cloudwatch:DescribeAlarms' in us-east-1",
    );
  });
});
