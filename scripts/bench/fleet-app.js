'use strict';

// The app of a fleet that is measured: writes the stacks of the environment that TF_WORKSPACE names, as cdktf would.
const { mkdirSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const shape = require('./fleet-shape.json');

const environment = process.env.TF_WORKSPACE;
const outdir = process.env.CDKTF_OUTDIR;

/** Resources of types that the emulator makes at once and the provider reads one by one. */
function resources(stack) {
  const named = (type, body) =>
    Object.fromEntries(
      Array.from({ length: shape.resources / 4 }, (_none, index) => [`${type}-${index}`, body(index)]),
    );
  const name = (index) => `${environment}-${stack}-${index}`;
  return {
    aws_ssm_parameter: named('parameter', (index) => ({ name: `/${name(index)}`, type: 'String', value: 'value' })),
    aws_sns_topic: named('topic', (index) => ({ name: name(index) })),
    aws_cloudwatch_log_group: named('log-group', (index) => ({ name: name(index), retention_in_days: 30 })),
    aws_cloudwatch_metric_alarm: named('alarm', (index) => ({
      ...{ alarm_name: name(index), namespace: 'AWS/SQS', metric_name: 'ApproximateAgeOfOldestMessage' },
      ...{ statistic: 'Maximum', comparison_operator: 'GreaterThanThreshold', threshold: 60 },
      ...{ period: 60, evaluation_periods: 5 },
    })),
  };
}

for (const stack of shape.stacks) {
  const configuration = {
    terraform: {
      required_providers: { aws: { source: 'aws', version: '5.100.0' } },
      backend: { local: {} },
    },
    provider: { aws: [{ region: shape.region, allowed_account_ids: [shape.account] }] },
    resource: resources(stack),
  };
  mkdirSync(join(outdir, 'stacks', stack), { recursive: true });
  writeFileSync(join(outdir, 'stacks', stack, 'cdk.tf.json'), JSON.stringify(configuration));
}

const stackOf = (name) => ({
  ...{ name, dependencies: [], workingDirectory: `stacks/${name}` },
  synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
});
const entryOf = (name) => ({
  ...{ name, stage: 'development', system: 'fleet', accountId: shape.account, region: shape.region },
  ...{ availabilityZones: [`${shape.region}a`], protection: 'off', domain: null, state: { type: 'local' } },
});
const stacks = Object.fromEntries(shape.stacks.map((name) => [name, stackOf(name)]));
writeFileSync(join(outdir, 'manifest.json'), JSON.stringify({ version: '0.21.0', stacks }));
writeFileSync(
  join(outdir, 'environments.json'),
  JSON.stringify({ current: environment, stateStack: 'state', environments: shape.environments.map(entryOf) }),
);
