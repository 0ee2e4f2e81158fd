import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack } from 'cdktf';
import { DriftSchedule } from '../../../examples/pipelines/aws/drift-schedule';
import { readerPolicy } from '../../../src/drift';
import { synthesize } from '../../../src/testing';

interface Statement {
  readonly Effect: string;
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Principal?: object;
}

const { document } = readerPolicy([], {
  ...{ objectsArn: 'arn:aws:s3:::reports/drift/*', topicArn: 'arn:aws:sns:eu-west-1:123456789012:drift' },
});
const stack = new TerraformStack(new App(), 'drift');
new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
new DriftSchedule(stack, 'Drift', {
  ...{ name: 'acme-drift', accountId: '123456789012', region: 'eu-west-1' },
  ...{ repositoryUrl: 'https://github.com/acme/site', readerPolicy: JSON.stringify(document) },
  ...{ history: 's3://reports/drift', topicArn: 'arn:aws:sns:eu-west-1:123456789012:drift' },
});
const site = synthesize(stack);
const folder = mkdtempSync(join(tmpdir(), 'wordpress-ha-drift-build-'));

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function statements(text: unknown): readonly Statement[] {
  return (JSON.parse(String(text)) as { Statement: Statement[] }).Statement;
}

/** The name of the one resource whose name in AWS is given. */
function roleArn(name: string): string {
  const roles = (site.json['resource'] as { aws_iam_role: Record<string, { name: string }> }).aws_iam_role;
  const [id] = Object.entries(roles).find(([, role]) => role.name === name) ?? [];
  return `\${aws_iam_role.${id}.arn}`;
}

test('begins at a random moment within half an hour, and never twice at a time', () => {
  expect(site.only('aws_scheduler_schedule')).toMatchObject({
    schedule_expression: 'cron(0 4 * * ? *)',
    flexible_time_window: { mode: 'FLEXIBLE', maximum_window_in_minutes: 30 },
    target: { retry_policy: { maximum_retry_attempts: 0 } },
  });
  expect(site.only('aws_codebuild_project')).toMatchObject({ concurrent_build_limit: 1 });
});

test('looks with the role that can only look, which only the build may take', () => {
  const policies = site.list('aws_iam_role_policy').map(({ policy }) => statements(policy));
  const written = policies
    .flat()
    .filter(({ Effect }) => Effect === 'Allow')
    .flatMap(({ Action }) => Action)
    .filter((action) => !/^[\w-]+:(Get|List|Describe|Head|Lookup|BatchGet|Search)/.test(action));
  const reader = site.list('aws_iam_role').find(({ name }) => name === 'acme-drift-reader');

  expect(new Set(written)).toEqual(
    new Set([
      ...['s3:PutObject', 'sns:Publish', 'logs:CreateLogStream', 'logs:PutLogEvents'],
      ...['sts:AssumeRole', 'codebuild:StartBuild'],
    ]),
  );
  expect(statements(reader?.['assume_role_policy'])).toEqual([
    { Effect: 'Allow', Action: ['sts:AssumeRole'], Principal: { AWS: roleArn('acme-drift-builder') } },
  ]);
  expect(policies.flat().find(({ Action }) => Action.includes('sts:AssumeRole'))?.Resource).toEqual([
    roleArn('acme-drift-reader'),
  ]);
});

test('the steps of the build run the check with that role, and end as it ends', () => {
  const { source } = site.only('aws_codebuild_project') as { source: { buildspec: string } };
  const { env, phases } = JSON.parse(source.buildspec) as {
    env: { variables: Record<string, string> };
    phases: { build: { commands: string[] } };
  };
  const tools = join(folder, 'tools');
  mkdirSync(tools);
  const npx = `#!/bin/sh\nprintf '%s\\n' "$AWS_PROFILE" "$*"\nexit 2\n`;
  writeFileSync(join(tools, 'npx'), npx, { mode: 0o755 });
  const config = join(folder, 'aws-config');
  const { status, stdout } = spawnSync('sh', ['-e', '-c', phases.build.commands.join('\n')], {
    encoding: 'utf8',
    env: { ...env.variables, PATH: `${tools}:${process.env['PATH']}`, AWS_CONFIG_FILE: config },
  });

  expect(stdout).toBe(
    'drift\nwordpress-ha drift --all --history s3://reports/drift --notify arn:aws:sns:eu-west-1:123456789012:drift\n',
  );
  expect(readFileSync(config, 'utf8')).toBe(
    `[profile drift]\nrole_arn = ${roleArn('acme-drift-reader')}\ncredential_source = EcsContainer\n`,
  );
  expect(status).toBe(2);
});
