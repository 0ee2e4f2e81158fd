import {
  describeExclusions,
  installSandboxOverrides,
  removeSandboxOverrides,
  startSandbox,
  stopSandbox,
  type SandboxStatus,
} from '../../../sandbox';
import type { Context } from '../../context';
import { EXIT } from '../../exit-code';
import { synthesize } from '../../session/synthesize';
import { apply } from '../apply';
import { drift } from '../drift/check';
import { init } from '../init';
import { outputs } from '../outputs';
import { plan } from '../plan';
import { DemoRun, environmentEntry } from './demo-run';
import { exposeBucket } from './emulated-s3';
import { driftedResources, outputValue, plannedChanges } from './read-documents';
import { removeEverything } from './remove-everything';
import { scaleOut } from './scale-out';
import type { DemoOutcome } from './summary';

/** What to show. */
export interface DemoOptions {
  readonly environment: string;
  /** Leave the sandbox running with everything in it. */
  readonly keep: boolean;
  readonly verbose: boolean;
}

/**
 * Shows the whole life of an environment in a sandbox of its own, with the real Terraform and the real provider: made,
 * planned again, changed by hand, found, repaired, destroyed.
 *
 * The sandbox ends with the demo, whatever ends it, unless it is to be kept and everything went well.
 *
 * @throws UserError when a step does not end as it should
 */
export async function demo(context: Context, { environment, keep, verbose }: DemoOptions): Promise<DemoOutcome> {
  const { project, variables } = context;
  const assembly = await synthesize(context, environment, false);
  const { accountId } = environmentEntry(assembly);
  const sandbox = await startSandbox({
    accountId,
    projectDirectory: project,
    variables,
    endWithParent: !keep,
    onProgress: (line) => context.log(line),
  });
  let kept = false;
  try {
    announce(context, sandbox);
    const run = new DemoRun(context, { environment, assembly, sandbox, verbose });
    const outcome = await showLife(run, keep);
    kept = keep;
    return outcome;
  } finally {
    if (!kept) {
      removeSandboxOverrides(assembly);
      await stopSandbox(project);
    }
  }
}

function announce(context: Context, { endpoint, accountId, notes }: SandboxStatus): void {
  context.log(`the sandbox runs on ${endpoint} as account ${accountId}`);
  notes.forEach((note) => context.log(note));
}

async function showLife(run: DemoRun, keep: boolean): Promise<DemoOutcome> {
  const { context, environment, sandbox } = run;
  const { exclusions } = await installSandboxOverrides(run.assembly, sandbox);
  await run.step('make the state bucket', () => run.expect(EXIT.clean, init(context, run.options())));
  await run.step('plan and apply every stack', () => run.expect(EXIT.clean, apply(context, run.options())));
  const applied = await run.countResources();
  const again = await run.step('plan again: nothing left to change', () =>
    run.expect(EXIT.clean, plan(context, { ...run.options(), offline: false, detailedExitcode: true })),
  );
  const drifted = await showDrift(run);
  const left = keep ? undefined : await removeEverything(run);
  return {
    environment,
    applied,
    toChange: plannedChanges(again),
    drifted,
    repaired: true,
    left,
    times: run.times,
    exclusions: describeExclusions(exclusions),
  };
}

/**
 * Shows that nothing drifted where nothing did, then changes something by hand, finds it and repairs it; answers how much
 * was found.
 */
async function showDrift(run: DemoRun): Promise<number> {
  const { context } = run;
  const options = { ...run.options(), values: false, format: 'table', who: false, notify: [], threshold: 'info' };
  const shown = await run.step('show the outputs', () =>
    run.expect(EXIT.clean, outputs(context, { ...run.options(), all: false })),
  );
  const bucket = outputValue(shown, 'media_bucket');
  const group = outputValue(shown, 'auto_scaling_group');
  await run.step('look for drift: none', () => run.expect(EXIT.clean, drift(context, options)));
  await run.step(`scale '${group}' out by one, as a scaling policy does`, () => scaleOut(run, group));
  await run.step('look again: as expected, no drift', () => run.expect(EXIT.clean, drift(context, options)));
  await run.step(`behind Terraform's back: unshield the bucket '${bucket}'`, () => exposeBucket(run.s3, bucket));
  const found = await run.step('find it', () => run.expect(EXIT.findings, drift(context, options)));
  await run.step('repair it with apply', () => run.expect(EXIT.clean, apply(context, run.options())));
  await run.step('look again: no drift', () => run.expect(EXIT.clean, drift(context, options)));
  return driftedResources(found);
}
