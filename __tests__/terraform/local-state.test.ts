import { join } from 'node:path';
import { writeStack } from './support/files';
import { hasChanges, summarizePlan } from '../../src/terraform/plan/plan-summary';
import { terraformHost } from '../../src/terraform/execution/terraform-host';
import { withTerraform } from '../support/with-terraform';
import { temporaryFolder } from '../support/temporary-folder';

withTerraform("Terraform's own program with a local state", () => {
  it('initializes, makes the workspace, plans, applies, reads outputs and destroys', async () => {
    const root = temporaryFolder();
    const host = await terraformHost({ variables: process.env, folder: join(root, '.wordpress-ha') });
    const stack = writeStack(root, 'trial', {
      terraform: { backend: { local: { path: '../../trial.tfstate', workspace_dir: '../../trial' } } },
      resource: { terraform_data: { name: { input: '${terraform.workspace}' } } },
      output: { name: { value: '${terraform_data.name.output}' } },
    });
    const terraform = host.open(stack, 'staging');

    await terraform.init();
    await terraform.selectWorkspace('staging');
    await terraform.apply(await terraform.plan());
    const outputs = await terraform.outputs();
    const second = await terraform.plan();
    await terraform.apply(await terraform.plan({ mode: 'destroy' }));

    expect(outputs).toEqual({ name: { value: 'staging', sensitive: false, type: 'string' } });
    expect(hasChanges(summarizePlan('trial', second.json))).toBe(false);
    expect(await terraform.outputs()).toEqual({});
  }, 60_000);
});
