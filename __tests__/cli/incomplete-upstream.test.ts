import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder, wordpressHa, type StackFixture, type World } from './support';
import type { JsonObject } from '../../src/terraform/json';
import { terraformHost } from '../../src/terraform/execution/terraform-host';

/** Two stacks of Terraform's own kind of resource; `outputs` are what the first publishes and the second reads. */
function world(outputs: readonly string[]): World {
  const place = (stack: string): JsonObject => ({
    path: join(projectFolder(), 'states', `${stack}.tfstate`),
    workspace_dir: join(projectFolder(), 'states', stack),
  });
  const values = Object.fromEntries(outputs.map((name) => [name, { input: `real-${name}` }]));
  const published = outputs.map((name) => [name, { value: `\${terraform_data.${name}.output}`, sensitive: true }]);
  const foundation: StackFixture = {
    configuration: {
      terraform: { backend: { local: place('foundation') } },
      resource: { terraform_data: values },
      output: Object.fromEntries(published) as JsonObject,
    },
  };
  const state = { backend: 'local', config: place('foundation'), workspace: '${terraform.workspace}' };
  const readers = outputs.map((name) => {
    const reference = `\${data.terraform_remote_state.cross-stack-reference-input-foundation.outputs.${name}}`;
    return [`of_${name}`, { input: reference, triggers_replace: [reference] }];
  });
  const web: StackFixture = {
    dependencies: ['foundation'],
    configuration: {
      terraform: { backend: { local: place('web') } },
      data: { terraform_remote_state: { 'cross-stack-reference-input-foundation': state } },
      resource: { terraform_data: Object.fromEntries(readers) as JsonObject },
    },
  };
  return {
    stacks: { foundation, web },
    services: {
      terraformHost: (_variables, folder) =>
        terraformHost({ variables: { PATH: process.env.PATH, HOME: projectFolder() }, folder }),
    },
  };
}

test('a value that an applied upstream stack does not have yet changes nothing that reads the others', async () => {
  const applied = await wordpressHa('apply -e staging --auto-approve', world(['vpc', 'subnet']));
  const drift = await wordpressHa('drift -e staging', world(['vpc', 'subnet', 'bucket']));
  const plan = await wordpressHa('plan -e staging --json', world(['vpc', 'subnet', 'bucket']));

  expect(applied.exitCode).toBe(0);
  expect(drift.stdout.trim().split('\n')).toEqual([
    'configured and not applied yet',
    '  info     foundation: terraform_data.bucket (create)',
    '  info     web: terraform_data.of_bucket (create)',
    '',
    'web: reads values that foundation does not have yet; what follows from them is pending',
    'staging: 0 drifted, 2 pending, 0 noted, in 2 stacks',
  ]);
  expect(drift.exitCode).toBe(3);
  expect(plan.json().stacks).toMatchObject([
    { stack: 'foundation', add: 1, change: 0, replace: 0 },
    { stack: 'web', add: 1, change: 0, replace: 0, placeholders: ['foundation'] },
  ]);
  expect(readable(projectFolder(), 'real-vpc')).toEqual([]);
}, 120_000);

/** Files of the tool that hold a text; Terraform's own states and the app's output are left out. */
function readable(folder: string, text: string): readonly string[] {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => !file.startsWith('states') && !file.endsWith('cdk.tf.json'))
    .filter((file) => statSync(join(folder, file)).isFile() && readFileSync(join(folder, file), 'utf8').includes(text));
}
