import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { installSandboxOverrides, installUnlockOverrides, removeSandboxOverrides } from '../../src/sandbox';
import { temporaryFolder } from '../support/temporary-folder';

const TARGET = { endpoint: 'http://127.0.0.1:5000', accountId: '111111111111', logFile: '/run/emulator.log' };
const STACKS = {
  foundation: { provider: { aws: [{}] } },
  data: { provider: { aws: [{}] }, resource: { aws_db_instance: { Main: { lifecycle: { prevent_destroy: true } } } } },
};

/** Writes what synthesis would write; answers the folder. */
function assembly(): string {
  const directory = temporaryFolder();
  const entries = Object.entries(STACKS).map(([name, configuration]) => {
    mkdirSync(join(directory, 'stacks', name), { recursive: true });
    writeFileSync(join(directory, 'stacks', name, 'cdk.tf.json'), JSON.stringify(configuration));
    const stack = {
      name,
      workingDirectory: `stacks/${name}`,
      synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
      dependencies: [],
    };
    return [name, stack];
  });
  writeFileSync(join(directory, 'manifest.json'), JSON.stringify({ stacks: Object.fromEntries(entries) as object }));
  return directory;
}

describe('installing the override files', () => {
  it('writes one beside each stack and leaves what was synthesized untouched', async () => {
    const directory = assembly();

    const { files } = await installSandboxOverrides(directory, TARGET);

    expect(files.toSorted()).toEqual(
      ['data', 'foundation'].map((name) => join(directory, 'stacks', name, 'sandbox_override.tf.json')),
    );
    for (const [name, configuration] of Object.entries(STACKS)) {
      const content = readFileSync(join(directory, 'stacks', name, 'cdk.tf.json'), 'utf8');
      expect(JSON.parse(content)).toEqual(configuration);
    }
  });

  it('names only the exclusions that concern these stacks', async () => {
    const { exclusions } = await installSandboxOverrides(assembly(), TARGET);

    expect(exclusions.map(({ id }) => id)).toEqual(['database-is-a-record']);
  });

  it('can be undone', async () => {
    const directory = assembly();
    const { files } = await installSandboxOverrides(directory, TARGET);

    removeSandboxOverrides(directory);

    expect(files.filter(existsSync)).toEqual([]);
  });

  it('connects Terraform anew whenever it goes to another place', async () => {
    const directory = assembly();
    const recorded = join(directory, 'stacks/data/.terraform/terraform.tfstate');
    const connect = (): void => {
      mkdirSync(join(recorded, '..'), { recursive: true });
      writeFileSync(recorded, '{}');
    };
    const connectedAfter = async (step: () => unknown): Promise<boolean> => {
      connect();
      await step();
      return existsSync(recorded);
    };

    expect(await connectedAfter(() => installSandboxOverrides(directory, TARGET))).toBe(false);
    expect(await connectedAfter(() => installSandboxOverrides(directory, TARGET))).toBe(true);
    expect(await connectedAfter(() => removeSandboxOverrides(directory))).toBe(false);
    expect(await connectedAfter(() => removeSandboxOverrides(directory))).toBe(true);
  });

  it('refuses a folder that holds no stacks', async () => {
    await expect(installSandboxOverrides('/nowhere', TARGET)).rejects.toThrow(
      "'/nowhere' holds no 'manifest.json'; synthesize first",
    );
  });
});

describe('unlocking', () => {
  it('writes a file only beside stacks that hold something protected', () => {
    const directory = assembly();

    const files = installUnlockOverrides(directory);

    expect(files).toEqual([join(directory, 'stacks/data/sandbox_unlock_override.tf.json')]);
  });
});
