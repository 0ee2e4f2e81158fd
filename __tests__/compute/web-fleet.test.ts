import type { TerraformStack } from 'cdktf';
import fc from 'fast-check';
import { WebFleet, webFleetName, type WebFleetProps } from '../../src/compute';
import { SecurityGroup } from '../../src/security/security-group';
import { synthesize, testStack, type Attributes, type Synthesized } from '../../src/testing';
import { FakeNetwork } from '../support/fake-network';
import { FakeLoadBalancer, NAME } from './support';

type Props = Partial<WebFleetProps> & { readonly zones?: readonly string[] };

const PROPS = {
  name: NAME,
  instanceType: 't4g.small',
  architecture: 'arm64',
  image: { family: 'debian-13' },
  userData: '#!/bin/bash\n',
  instanceProfileArn: 'arn:profile',
  settingsHash: 'abc',
  minSize: 2,
  desiredCapacity: 2,
  maxSize: 6,
} as const;

function surroundings(stack: TerraformStack, zones?: readonly string[]) {
  return {
    network: new FakeNetwork(stack, 'Network', zones),
    loadBalancer: new FakeLoadBalancer(stack, 'LoadBalancer'),
  };
}

function fleet({ zones, ...props }: Props = {}): Synthesized {
  return synthesize((stack) => new WebFleet(stack, 'WebFleet', { ...PROPS, ...surroundings(stack, zones), ...props }));
}

const group = (props: Props = {}): Attributes => fleet(props).only('aws_autoscaling_group');
const refresh = (props: Props = {}): unknown =>
  (group(props)['instance_refresh'] as { preferences: unknown }).preferences;
const HALF_AND_HALF = { min_healthy_percentage: 50, max_healthy_percentage: 100 };

describe('the group of WebFleet', () => {
  test.each([[['eu-west-1a', 'eu-west-1b']], [['eu-west-1a', 'eu-west-1b', 'eu-west-1c', 'eu-west-1d']]])(
    'spans the private subnets of %j',
    (zones) => {
      expect(group({ zones })['vpc_zone_identifier']).toEqual(zones.map((zone) => `subnet-private-${zone}`));
    },
  );

  test('bears the name that policies can know beforehand', () => {
    expect(group()['name']).toBe(webFleetName(NAME));
  });

  test("replaces what fails the load balancer's check, ten minutes after its start at the earliest", () => {
    expect(group()).toMatchObject({
      target_group_arns: ['arn:targets'],
      health_check_type: 'ELB',
      health_check_grace_period: 600,
      default_instance_warmup: 300,
    });
  });

  test('takes other times of grace and warm-up', () => {
    expect(group({ healthCheckGracePeriodSeconds: 900, instanceWarmupSeconds: 120 })).toMatchObject({
      health_check_grace_period: 900,
      default_instance_warmup: 120,
    });
  });

  test('makes the first apply fail when instances do not come up', () => {
    expect(group()).toMatchObject({ wait_for_capacity_timeout: '15m', min_elb_capacity: 2 });
  });

  test('waits for no instance of a fleet that may sleep', () => {
    expect(group({ minSize: 0, desiredCapacity: 0 })).not.toHaveProperty('min_elb_capacity');
  });

  test('throws away what has not booted within fifteen minutes, from the first instance on', () => {
    const hook = {
      name: 'bootstrap',
      lifecycle_transition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      heartbeat_timeout: 900,
      default_result: 'ABANDON',
    };
    const json = fleet();

    expect(json.only('aws_autoscaling_group')).toMatchObject({ initial_lifecycle_hook: [hook] });
    expect(json.only('aws_autoscaling_lifecycle_hook')).toMatchObject(hook);
  });

  test('leaves its size to scaling and its hook to the resource that owns it', () => {
    expect(group()['lifecycle']).toEqual({ ignore_changes: ['desired_capacity', 'initial_lifecycle_hook'] });
  });

  test('leaves its limits to schedules where there are any', () => {
    const night = { name: 'night', recurrence: '0 20 * * *', minSize: 0, desiredCapacity: 0, maxSize: 0 };

    expect(group({ schedules: [night] })['lifecycle']).toEqual({
      ignore_changes: ['desired_capacity', 'initial_lifecycle_hook', 'min_size', 'max_size'],
    });
  });

  test('says what it is to its instances', () => {
    const tags = group({ tags: { owner: 'web-team' } })['tag'] as { key: string; value: string }[];

    expect(Object.fromEntries(tags.map(({ key, value }) => [key, value]))).toEqual({
      owner: 'web-team',
      system: 'wordpress',
      environment: 'staging',
      role: 'web',
      Name: 'wordpress-staging-web',
    });
  });

  test('refuses exactly the sizes that do not fit', () => {
    const size = fc.integer({ min: -1, max: 5 });
    fc.assert(
      fc.property(size, size, size, (minSize, desiredCapacity, maxSize) => {
        const make = () => {
          const stack = testStack();
          new WebFleet(stack, 'WebFleet', { ...PROPS, ...surroundings(stack), minSize, desiredCapacity, maxSize });
        };
        const fits = minSize >= 0 && minSize <= desiredCapacity && desiredCapacity <= maxSize;

        if (fits) expect(make).not.toThrow();
        else expect(make).toThrow(`must hold, got ${minSize}, ${desiredCapacity} and ${maxSize}; correct the one`);
      }),
      { numRuns: 25 },
    );
  });
});

describe('the first instance', () => {
  const order = (fill: (fleet: WebFleet, stack: TerraformStack) => void = () => undefined): readonly unknown[] => {
    const stack = testStack();
    fill(new WebFleet(stack, 'WebFleet', { ...PROPS, ...surroundings(stack) }), stack);
    return synthesize(stack).only('aws_autoscaling_group')['depends_on'] as unknown[];
  };

  test('starts after the listeners and the traffic it needs, whenever that was allowed', () => {
    const names = order((fleet, stack) => {
      const database = new SecurityGroup(stack, 'Database', {
        network: new FakeNetwork(stack, 'Other'),
        name: 'database',
        description: 'database',
        port: 3306,
      });
      database.connections.allowFrom(fleet, 'queries');
    }).join(' ');

    expect(names).toMatch(/aws_vpc_security_group_egress_rule\.WebFleet_ToInternet443/);
    expect(names).toMatch(/aws_vpc_security_group_ingress_rule\.WebFleet_ToDatabaseIngress/);
    expect(names).toContain('aws_lb_listener.fake');
  });

  test('starts after what the stack wants it to wait for', () => {
    const setting = { fqn: 'aws_ssm_parameter.app' };

    expect(order((fleet) => fleet.waitFor(setting))).toContain('aws_ssm_parameter.app');
  });
});

describe('the exchange of instances', () => {
  test('starts new ones before it ends old ones', () => {
    const healthy = { min_healthy_percentage: 100, max_healthy_percentage: 110 };

    expect(group()).toMatchObject({ instance_maintenance_policy: healthy });
    expect(refresh()).toMatchObject({ ...healthy, skip_matching: true });
  });

  test('ends old ones first where that is cheaper', () => {
    expect(group({ replacement: 'terminate-first' })).toMatchObject({ instance_maintenance_policy: HALF_AND_HALF });
    expect(refresh({ replacement: 'terminate-first' })).toMatchObject(HALF_AND_HALF);
  });

  test('is rolled back when it fails, if the image is pinned', () => {
    expect(refresh({ image: { family: 'debian-13', id: 'ami-0123456789abcdef0' } })).toMatchObject({
      auto_rollback: true,
    });
  });

  test('asks for no rollback that AWS would refuse: the image is a parameter', () => {
    expect(refresh()).toMatchObject({ auto_rollback: false });
  });

  test('heeds no alarm', () => {
    expect(refresh()).not.toHaveProperty('alarm_specification');
  });

  test('ends while one of the alarms is on', () => {
    expect(refresh({ refreshAlarmNames: ['target-errors'] })).toMatchObject({
      alarm_specification: { alarms: ['target-errors'] },
    });
  });

  test('follows the number of the newest template', () => {
    const { launch_template: template } = group();

    expect((template as { version: string }).version).toMatch(/latest_version\}$/);
  });

  test('is caused by changed settings', () => {
    const settings = fleet({ settingsHash: 'other' }).only('aws_launch_template')['tag_specifications'];

    expect(settings).toContainEqual(
      expect.objectContaining({
        resource_type: 'instance',
        tags: expect.objectContaining({ settings: 'other' }) as object,
      }),
    );
  });
});

describe('the instances of WebFleet', () => {
  const template = (props: Props = {}): Attributes => fleet(props).only('aws_launch_template');

  test("run the publisher's newest image", () => {
    expect(template()['image_id']).toBe('resolve:ssm:/aws/service/debian/release/13/latest/arm64');
  });

  test('run the image they are given', () => {
    const image = { family: 'debian-13', id: 'ami-0123456789abcdef0' } as const;

    expect(template({ image })['image_id']).toBe('ami-0123456789abcdef0');
  });

  test.each([
    [undefined, 20],
    [50, 50],
  ])('have a root volume: asked for %p GiB, made with %d', (rootVolumeGiB, size) => {
    expect(template({ rootVolumeGiB })).toMatchObject({ block_device_mappings: [{ ebs: { volume_size: size } }] });
  });

  test('fail when the type is of another architecture', () => {
    expect(() => fleet({ instanceType: 't3.small' })).toThrow(
      "'instanceType' must match 'architecture' (arm64), got 't3.small', which is x86_64; change one of them\n" +
        '  in test/WebFleet (WebFleet)',
    );
  });
});

describe('the traffic of WebFleet', () => {
  test('comes from the load balancer only', () => {
    const rules = fleet().list('aws_vpc_security_group_ingress_rule');

    expect(rules).toEqual([expect.objectContaining({ from_port: 80, referenced_security_group_id: 'sg-balancer' })]);
  });

  test('goes to web servers of the internet, and never to mail servers', () => {
    const out = fleet()
      .list('aws_vpc_security_group_egress_rule')
      .filter((rule) => rule['cidr_ipv4'] !== undefined)
      .map(({ from_port, to_port, cidr_ipv4 }) => [from_port, to_port, cidr_ipv4]);

    expect(out.sort()).toEqual([
      [443, 443, '0.0.0.0/0'],
      [80, 80, '0.0.0.0/0'],
    ]);
  });
});
