import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { liftProtection } from '../../../src/cli/commands/demo/lift-protection';
import { temporaryFolder } from '../../support/temporary-folder';

const ENVIRONMENTS = {
  current: 'production',
  stateStack: 'state',
  environments: [
    { name: 'production', protection: 'on' },
    { name: 'staging', protection: 'on' },
  ],
};
const KEPT = { resource: { aws_db_instance: { Main: { lifecycle: { prevent_destroy: true } } } } };

describe('lifting the protection of a synthesized environment', () => {
  const assembly = temporaryFolder();
  const environmentsFile = join(assembly, 'environments.json');
  const override = join(assembly, 'stacks/data/sandbox_unlock_override.tf.json');
  mkdirSync(join(assembly, 'stacks/data'), { recursive: true });
  writeFileSync(environmentsFile, JSON.stringify(ENVIRONMENTS));
  writeFileSync(join(assembly, 'stacks/data/cdk.tf.json'), JSON.stringify(KEPT));
  const stack = { workingDirectory: 'stacks/data', synthesizedStackPath: 'stacks/data/cdk.tf.json' };
  writeFileSync(join(assembly, 'manifest.json'), JSON.stringify({ stacks: { data: stack } }));

  it('writes the day a person would have written, for this environment only', () => {
    const undo = liftProtection(assembly, 'production', new Date('2026-11-21T12:00:00Z'));

    const { environments } = JSON.parse(readFileSync(environmentsFile, 'utf8')) as typeof ENVIRONMENTS;
    expect(environments.map(({ protection }) => protection)).toEqual(['off until 2026-11-22', 'on']);
    expect(existsSync(override)).toBe(true);
    undo();
  });

  it('can be undone without a trace', () => {
    liftProtection(assembly, 'production', new Date())();

    expect(readFileSync(environmentsFile, 'utf8')).toBe(JSON.stringify(ENVIRONMENTS));
    expect(existsSync(override)).toBe(false);
  });
});
