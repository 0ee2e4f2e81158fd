import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startEmulator } from '../../../src/sandbox/emulator-process';
import { findEmulator } from '../../../src/sandbox/find-emulator';
import { temporaryFolder } from '../../support/temporary-folder';

const FIXES = join(__dirname, '../../../src/sandbox/emulator');
const TESTS = join(__dirname, '../../sandbox/emulator');

type Outcomes = Readonly<Record<string, 'passed' | 'failed'>>;

/** Names of all fixes, read from their source. */
function fixes(): string[] {
  const files = readdirSync(FIXES).filter((name) => name.endsWith('.py') && name !== 'patching.py');
  const sources = files.map((name) => readFileSync(join(FIXES, name), 'utf8'));
  return sources.flatMap((source) => [...source.matchAll(/^@fix\ndef (\w+)/gm)].map(([, name]) => name ?? ''));
}

/** Runs the Python tests against an emulator with or without our fixes. */
async function outcomes(withoutFixes: boolean): Promise<Outcomes> {
  const directory = temporaryFolder();
  const { python } = await findEmulator({ directory, variables: process.env, onProgress: () => undefined });
  const emulator = await startEmulator({
    python,
    accountId: '111111111111',
    logFile: join(directory, 'emulator.log'),
    endWithParent: true,
    variables: process.env,
    withoutFixes,
  });
  try {
    const printed = execFileSync(python, [join(TESTS, 'run.py')], {
      env: {
        ...process.env,
        EMULATOR_ENDPOINT: `http://127.0.0.1:${emulator.port}`,
        PYTHONDONTWRITEBYTECODE: '1',
      },
      stdio: ['ignore', 'pipe', withoutFixes ? 'ignore' : 'inherit'],
      encoding: 'utf8',
    });
    return JSON.parse(printed) as Outcomes;
  } finally {
    process.kill(emulator.pid);
  }
}

describe('the emulator', () => {
  let fixed: Outcomes;
  let plain: Outcomes;

  beforeAll(async () => {
    fixed = await outcomes(false);
    plain = await outcomes(true);
  }, 600_000);

  it('has fixes to test', () => {
    expect(fixes().length).toBeGreaterThan(15);
  });

  it('passes every test of its fixes', () => {
    expect(Object.keys(fixed).filter((test) => fixed[test] !== 'passed')).toEqual([]);
  });

  it.each(fixes())('needs the fix %s, which its test shows', (fix) => {
    expect({ fixed: fixed[`test_${fix}`], plain: plain[`test_${fix}`] }).toEqual({ fixed: 'passed', plain: 'failed' });
  });
});
