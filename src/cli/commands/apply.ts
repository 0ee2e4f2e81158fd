import { UserError } from '../../core/errors';
import { hasChanges } from '../../terraform/plan/plan-summary';
import { acquireRunLock } from '../../terraform/locks/run-lock';
import type { CommandResult, Context } from '../context';
import type { Report } from '../../policy';
import type { ApplyOptions } from '../options';
import { EXIT } from '../exit-code';
import { executionResult } from '../render/execution';
import { renderRefusal } from '../render/policy';
import { renderPlans } from '../render/plan-table';
import { chooseEnvironment } from '../session/choose-environment';
import { confirm } from '../session/confirm';
import { applyPlans } from '../session/execute-plans';
import { failuresOf, renderFailures, valuesOf } from '../failures';
import { planStacks, type PlannedStack } from '../session/plan-stacks';
import { policyGate } from '../session/policy-gate';
import { openSession, type Session } from '../session/session';
import { assemblyDirectory } from '../session/synthesize';

/** Plans every stack, judges the plans, asks, and applies exactly what was shown. */
export async function apply(context: Context, options: ApplyOptions): Promise<CommandResult> {
  const environment = chooseEnvironment(options.environment, context.variables, true);
  const lock = await acquireRunLock(assemblyDirectory(context.project, environment), 'apply');
  try {
    const session = await openSession(context, options, { changing: true, locked: true });
    const gate = await policyGate(context, session, options.policy);
    const planned = await planAll(context, session);
    context.log(
      renderPlans(
        planned.map(({ summary }) => summary),
        context.style,
      ),
    );
    const report = gate.judge(planned.filter(({ summary }) => hasChanges(summary)));
    if (report !== undefined && report.counts.alarming > 0) return refusal(context, environment, report);
    await ask(context, session, planned, options.autoApprove);
    return executionResult(context, 'applied', environment, await applyPlans(context, session, planned, gate));
  } finally {
    await lock.release();
  }
}

async function planAll(context: Context, session: Session): Promise<readonly PlannedStack[]> {
  const results = await planStacks(context, session, session.selected, { read: 'changes' });
  const failed = failuresOf(results);
  if (failed.length > 0)
    throw new UserError(`nothing was applied because not every stack could be planned\n${renderFailures(failed)}`);
  const planned = valuesOf(results);
  const names = planned.map(({ stack }) => stack.name);
  for (const { stack, summary } of planned) {
    const absent = summary.placeholders.filter((name) => !names.includes(name));
    if (absent.length === 0) continue;
    throw new UserError(
      `'${stack.name}' reads values of ${absent.join(', ')}, not applied yet; add '--stack ${absent.join(' --stack ')}' or leave '--stack' out`,
    );
  }
  return planned;
}

function refusal({ style }: Context, environment: string, report: Report): CommandResult {
  const findings = report.findings
    .filter(({ alarming }) => alarming)
    .map(({ key, severity, message, rule: { fix } }) => ({ key, severity, message, fix }));
  return {
    exitCode: EXIT.findings,
    text: renderRefusal('nothing was applied', report, style),
    document: {
      environment,
      interrupted: false,
      stacks: [],
      failed: [],
      policy: { packs: report.packs, threshold: report.threshold, findings },
    },
  };
}

async function ask(
  context: Context,
  session: Session,
  planned: readonly PlannedStack[],
  approved: boolean,
): Promise<void> {
  if (!planned.some(({ summary }) => hasChanges(summary))) return;
  const losing = planned.some(({ summary }) => summary.dataAtRisk.length > 0);
  const text = losing ? 'this destroys data, see above' : `this changes '${session.environment}'`;
  await confirm(context, { command: 'apply', text, answer: losing ? session.environment : 'yes', approved });
}
