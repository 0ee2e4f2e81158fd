import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { UserError } from '../../../core/errors';
import { isInService } from '../../../lab/in-service';
import type { InstanceStatus } from '../../../lab/inside/nodes/instance';
import type { RunningLab } from '../../../lab/lab';
import type { CommandResult, Context } from '../../context';
import { EXIT } from '../../exit-code';
import type { CommonOptions } from '../../options';
import { openSession } from '../../session/session';
import { labDocument, labText } from './describe';

/** What `lab up` takes. */
export interface LabUpOptions extends CommonOptions {
  readonly stock: boolean;
  readonly instances?: string;
  readonly release?: string;
}

const POLL_MS = 1_000;
const MOST_INSTANCES = 8;
/** Beyond what the launch hook gives a boot, for the balancer's own checks. */
const GRACE_MS = 120_000;

/** Boots the site of an environment and waits until every instance is in service or given up. */
export async function labUp(context: Context, options: LabUpOptions): Promise<CommandResult> {
  const instances = instancesOf(options.instances);
  const { assembly } = await openSession(context, { ...options, sandbox: false });
  const { services, project, variables, signal } = context;
  await services.lab.start({
    assembly,
    project,
    variables,
    signal,
    stock: options.stock,
    ...(instances === undefined ? {} : { instances }),
    ...(options.release === undefined ? {} : { release: resolve(context.folder, options.release) }),
    onProgress: (line) => context.log(line),
  });
  const running = await settled(context);
  if (signal.aborted) {
    await services.lab.stop(project);
    throw new UserError('interrupted; nothing of the lab runs');
  }
  const inService = running.report.instances.every((instance) => isInService(running.report, instance));
  const text = [labText(running), '', ...hints(running)].join('\n');
  return { exitCode: inService ? EXIT.clean : EXIT.findings, text, document: labDocument(running) };
}

function instancesOf(value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  const number = Number(value);
  if (Number.isInteger(number) && number >= 1 && number <= MOST_INSTANCES) return number;
  throw new UserError(
    `'--instances' must be a whole number from 1 to ${MOST_INSTANCES}, got '${value}'; choose one of these`,
  );
}

/** Waits until no instance is on its way any more, and tells each change. */
async function settled(context: Context): Promise<RunningLab> {
  const told = new Map<string, string>();
  let end: number | undefined;
  for (;;) {
    const running = await context.services.lab.status(context.project);
    if (running === undefined) throw new UserError("the lab ended; run 'wordpress-ha lab up' again");
    for (const instance of running.report.instances) {
      const news = stage(running, instance);
      if (told.get(instance.name) !== news) context.log(`${instance.name} ${news}`);
      told.set(instance.name, news);
    }
    end ??= Date.now() + running.report.bootSeconds * 1_000 + GRACE_MS;
    const waiting = running.report.instances.filter((instance) => isOnItsWay(running, instance));
    if (waiting.length === 0 || Date.now() > end || context.signal.aborted) return running;
    await sleep(POLL_MS);
  }
}

function isOnItsWay(running: RunningLab, instance: InstanceStatus): boolean {
  return instance.state === 'on' && instance.launchHook !== 'ABANDON' && !isInService(running.report, instance);
}

function stage(running: RunningLab, instance: InstanceStatus): string {
  if (instance.state !== 'on') return `is ${instance.state}`;
  if (instance.launchHook === 'ABANDON') return 'gave up: its launch hook was completed with ABANDON';
  if (isInService(running.report, instance)) return 'is in service';
  if (instance.secondsToHealthy !== undefined) return `is healthy ${instance.secondsToHealthy} s after power-on`;
  return 'boots';
}

function hints({ report, record }: RunningLab): string[] {
  const [first] = report.instances;
  const [port] = Object.values(record.ports);
  return [
    'look at it:',
    `  curl -i -H 'Host: ${report.siteHost}' http://127.0.0.1:${port}/`,
    `  wordpress-ha lab shell ${first?.name ?? 'n1'}`,
    'end it:',
    '  wordpress-ha lab down',
  ];
}
