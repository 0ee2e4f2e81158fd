import { UserError } from '../../src/core/errors';
import { planOf, type ResourceFixture } from '../drift/plan-fixture';
import type { PlanJson } from '../../src/terraform/plan/plan-json';
import type { PlanOptions } from '../../src/terraform/execution/terraform';
import { FOUNDATION_OUTPUTS, wordpressHa } from './support';

function plan(...resources: readonly ResourceFixture[]): PlanJson {
  return planOf(...resources) as unknown as PlanJson;
}

const TERRAFORM = 'TF_WORKSPACE=development terraform -chdir=cdktf.out/development/stacks/foundation';
const VPC = { address: 'aws_vpc.Network', applied: { id: 'vpc-1', tags: { Name: 'site' } } };
const CLEAN = {
  foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan(VPC)] },
  web: { plans: [plan({ address: 'aws_lb.Public', applied: { id: '1' } })] },
};

test('finds nothing right after a clean apply', async () => {
  const { exitCode, stdout } = await wordpressHa('drift', { scripts: CLEAN });

  expect(stdout).toBe('development: 0 drifted, 0 pending, 0 noted, in 2 stacks\n');
  expect(exitCode).toBe(0);
});

test('tells what changed outside, by class and stack, and exits 2', async () => {
  const changed = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
  const { exitCode, stdout } = await wordpressHa('drift', {
    scripts: { ...CLEAN, foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan(changed)] } },
  });

  expect(stdout).toBe(
    [
      'changed outside terraform, the next apply undoes it',
      '  info     foundation: aws_vpc.Network: tags.Name',
      "           by whom is unknown: no call of the last 90 days, which is as far as CloudTrail's event history goes, explains it",
      '           revert: put back what the configuration says',
      `             ${TERRAFORM} plan -target=aws_vpc.Network -out=revert.tfplan`,
      `             ${TERRAFORM} apply revert.tfplan`,
      '             rm cdktf.out/development/stacks/foundation/revert.tfplan',
      '',
      'development: 1 drifted, 0 pending, 0 noted, in 2 stacks',
      '',
    ].join('\n'),
  );
  expect(exitCode).toBe(2);
});

test('shows values on request', async () => {
  const changed = { ...VPC, live: { id: 'vpc-1', tags: { Name: 'hacked' } }, planned: VPC.applied };
  const { stdout } = await wordpressHa('drift --values', {
    scripts: { ...CLEAN, foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan(changed)] } },
  });

  expect(stdout).toContain('tags.Name "site" -> "hacked"');
});

test('exits 3 when a stack is not applied yet', async () => {
  const { exitCode, stdout } = await wordpressHa('drift', {
    scripts: { ...CLEAN, web: { plans: [plan({ address: 'aws_lb.Public', planned: { id: '1' } })] } },
  });

  expect(stdout).toBe(
    'web: not applied yet, 1 resource pending\ndevelopment: 0 drifted, 1 pending, 0 noted, in 2 stacks\n',
  );
  expect(exitCode).toBe(3);
});

test('makes no workspace for an environment that was never deployed, and says that all of it is pending', async () => {
  const never = { deployed: false };
  const { exitCode, stdout, terraform } = await wordpressHa('drift', { scripts: { foundation: never, web: never } });

  expect(stdout).toBe(
    'foundation: not applied yet, all of it pending\nweb: not applied yet, all of it pending\n' +
      'development: 0 drifted, 0 pending, 0 noted, in 2 stacks\n',
  );
  expect(exitCode).toBe(3);
  expect([...(terraform.get('web')?.calls ?? [])]).not.toContain('plan');
});

test('says whose values an applied stack waits for', async () => {
  const { stdout } = await wordpressHa('drift', { scripts: { ...CLEAN, foundation: { plans: [plan(VPC)] } } });

  expect(stdout).toContain('web: reads values that foundation does not have yet; what follows from them is pending\n');
});

test('exits 1 and still tells the rest when one stack fails', async () => {
  const { exitCode, stdout, stderr } = await wordpressHa('drift', {
    scripts: { ...CLEAN, web: { fails: { plan: new UserError('expired token') } } },
  });

  expect(stderr).toContain('web: expired token\n');
  expect(stdout).toContain('0 drifted');
  expect(exitCode).toBe(1);
});

test('plans without the lock and never applies', async () => {
  const options: PlanOptions[] = [];
  const { terraform } = await wordpressHa('drift --stack foundation', {
    scripts: {
      foundation: {
        outputs: FOUNDATION_OUTPUTS,
        plans: [
          (given) => {
            options.push(given);
            return plan(VPC);
          },
        ],
      },
    },
  });

  expect(options).toEqual([{ lock: false }]);
  expect([...terraform.values()].flatMap(({ calls }) => calls)).not.toContain('apply');
});

test('knows the rules that a stack which was not selected manages', async () => {
  const rule = { protocol: 'tcp', from_port: 80, to_port: 80, cidr_blocks: ['10.0.0.0/8'] };
  const group = { address: 'aws_security_group.Files', applied: { id: 'sg-1', ingress: [rule] } };
  const managed = {
    address: 'aws_vpc_security_group_ingress_rule.FromWeb',
    applied: { security_group_id: 'sg-1', ip_protocol: 'tcp', from_port: 80, to_port: 80, cidr_ipv4: '10.0.0.0/8' },
  };
  const { exitCode } = await wordpressHa('drift --stack foundation', {
    scripts: {
      foundation: { outputs: FOUNDATION_OUTPUTS, plans: [plan(group)] },
      web: { plans: [plan(managed)] },
    },
  });

  expect(exitCode).toBe(0);
});

test('never shows a value that Terraform marks sensitive', async () => {
  const canary = 'canary-51c9';
  const secret = {
    address: 'aws_ssm_parameter.Key',
    applied: { value: `${canary}-old` },
    live: { value: canary },
    planned: { value: `${canary}-old` },
    sensitive: { value: true },
  };
  const scripts = {
    ...CLEAN,
    web: { plans: [plan(secret)], outputs: { key: { value: canary, sensitive: true } } },
  };

  for (const line of [
    'drift --values',
    'drift --values --json',
    'plan',
    'plan --json',
    'outputs --all',
    'outputs --all --json',
  ]) {
    const { stdout, stderr } = await wordpressHa(line, { scripts });
    expect(stdout + stderr).not.toContain(canary);
  }
});
