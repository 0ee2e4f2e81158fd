import { spawnSync } from 'node:child_process';

/** Tests that need Terraform: skipped aloud on a machine without it, failed in CI. */
export function withTerraform(name: string, tests: () => void): void {
  const found = spawnSync('terraform', ['version'], { env: { ...process.env, CHECKPOINT_DISABLE: '1' } }).status === 0;
  if (found || (process.env['CI'] ?? '') !== '') {
    describe(name, tests);
    return;
  }
  process.stderr.write(
    `SKIPPED: ${name}: 'terraform' is not on the PATH; get it from https://developer.hashicorp.com/terraform/install\n`,
  );
  describe.skip(name, tests);
}
