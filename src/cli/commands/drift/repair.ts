import { chooseRepairs, repairObjections, type Finding } from '../../../drift';
import type { StackAssembly } from '../../../terraform/assembly';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { DriftRepairOptions } from '../../options';
import { count } from '../../render/table';
import { checkDrift } from '../../session/check-drift';
import { renderFailures } from '../../failures';
import { openSession, type Session } from '../../session/session';
import { readDriftFile } from './drift-file';

/** What became of one stack. */
interface StackRepair {
  readonly stack: string;
  /** Addresses that were put back. */
  readonly repaired: readonly string[];
  /** What was left alone, and why; without an address it is about the whole stack. */
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}

/**
 * Puts back drift that may be put back without a person, by targeted plans that do nothing else.
 *
 * @throws UserError when the settings are not what they must be, or Terraform fails
 */
export async function driftRepair(context: Context, options: DriftRepairOptions): Promise<CommandResult> {
  const { ignore, repair: settings } = readDriftFile(context.project, options.ignore);
  const session = await openSession(context, options, { changing: true });
  const { report, failed } = await checkDrift(context, session, { values: false, ignore, threshold: 'info' });
  const stacks: StackRepair[] = [];
  for (const { stack, findings } of report.stacks) {
    const assembly = session.selected.find(({ name }) => name === stack);
    const { targets, refused } = chooseRepairs(findings, settings, context.now());
    const done = assembly === undefined ? { repaired: [], refused: [] } : await putBack(session, assembly, targets);
    stacks.push({ stack, repaired: done.repaired, refused: [...refused, ...done.refused] });
  }
  if (failed.length > 0) context.log(renderFailures(failed));
  const left = report.stacks.some(({ stack, findings }) =>
    isLeft(
      findings,
      stacks.find((each) => each.stack === stack),
    ),
  );
  return {
    exitCode: failed.length > 0 ? EXIT.failed : left ? EXIT.findings : EXIT.clean,
    text: stacks.flatMap(lines).join('\n'),
    document: { environment: session.environment, stacks, failed },
  };
}

async function putBack(
  session: Session,
  stack: StackAssembly,
  targets: readonly string[],
): Promise<Pick<StackRepair, 'repaired' | 'refused'>> {
  if (targets.length === 0) return { repaired: [], refused: [] };
  const terraform = await session.ready(stack);
  const plan = await terraform.plan({ targets });
  const objections = repairObjections(plan.json, targets);
  if (objections.length > 0) return { repaired: [], refused: objections.map((reason) => ({ address: '', reason })) };
  await terraform.apply(plan);
  return { repaired: targets, refused: [] };
}

function isLeft(findings: readonly Finding[], done: StackRepair | undefined): boolean {
  return findings.some(({ alarming, address }) => alarming && done?.repaired.includes(address) !== true);
}

function lines({ stack, repaired, refused }: StackRepair): readonly string[] {
  return [
    `${stack}: ${count(repaired.length, 'resource')} put back`,
    ...repaired.map((address) => `  ${address}`),
    ...refused.map(({ address, reason }) => `  left alone: ${[address, reason].filter(Boolean).join(': ')}`),
  ];
}
