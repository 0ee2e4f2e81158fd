import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { terraformHost } from '../../../src/terraform/execution/terraform-host';
import { describeWithStateBucket } from './support/with-state-bucket';

jest.setTimeout(600_000);

/** Secrets of whoever runs the tool, each a text that is nowhere else. */
const SECRETS = {
  AWS_SECRET_ACCESS_KEY: 'planted-secret-access-key-7f3a',
  AWS_SESSION_TOKEN: 'planted-session-token-7f3a',
  GITHUB_TOKEN: 'planted-github-token-7f3a',
  WORDPRESS_HA_WEBHOOK_URL: 'https://hooks.example.com/planted-webhook-7f3a',
  TF_TOKEN_app_terraform_io: 'planted-terraform-token-7f3a',
};

/** Every file below a folder that holds a planted text; the provider's own programs are left out. */
function filesWithSecrets(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((file) => !file.includes('/providers/') && statSync(file).isFile())
    .filter((file) => readFileSync(file, 'latin1').includes('planted-'));
}

describeWithStateBucket('secrets of whoever applies', 'each', (bench) => {
  it('reach neither plan, state, journal nor the log of Terraform', async () => {
    const log = join(bench().root, 'terraform.log');
    const stack = bench().stack('secretive', 'staging', {
      resource: { terraform_data: { bucket: { input: 'site' } } },
      output: { bucket: { value: '${terraform_data.bucket.output}' } },
    });
    const variables = { ...bench().variables, ...SECRETS, TF_LOG: 'TRACE', TF_LOG_PATH: log };
    const terraform = (await terraformHost({ variables, folder: bench().folder })).open(stack, 'staging');
    await terraform.init();
    await terraform.selectWorkspace('staging');
    const plan = await terraform.plan();
    const { json } = plan;
    await terraform.apply(plan);
    const states = await Promise.all((await bench().keys()).map((key) => bench().object(key)));

    expect(states.join('\n')).toContain('"terraform_data"');
    expect(readFileSync(log, 'utf8')).toContain('secretive.tfstate');
    expect([JSON.stringify(json), ...states].join('\n')).not.toContain('planted-');
    expect(filesWithSecrets(bench().root)).toEqual([]);
  });
});
