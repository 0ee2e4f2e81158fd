import {
  advance,
  attributeChanges,
  changeOf,
  keepHistory,
  newsOf,
  type Attribution,
  type Finding,
  type FindingStory,
  type History,
  type OpenFinding,
} from '../../../drift';
import { messageOf, UserError } from '../../../core/errors';
import type { Context } from '../../context';
import type { DriftCheck } from '../../session/check-drift';
import type { Session } from '../../session/session';
import { withTextStore } from '../../session/text-store';
import type { NamedNotifier } from './notifiers';

/** What is to be known of findings beyond this check. */
export interface StoryOptions {
  /** Where the history is kept; undefined keeps none. */
  readonly history: string | undefined;
  /** Whether CloudTrail is asked who made changes. */
  readonly who: boolean;
  readonly notifiers: readonly NamedNotifier[];
  readonly remindDays: number | undefined;
}

/** Life and maker of each finding, by fingerprint, and who could not be told of it. */
export interface Stories {
  readonly stories: ReadonlyMap<string, FindingStory>;
  readonly failed: readonly string[];
}

/** Adds the check to the history where one is kept, asks who made what is new, and tells whoever wants to know. */
export async function storiesOf(
  context: Context,
  session: Session,
  check: DriftCheck,
  options: StoryOptions,
): Promise<Stories> {
  const makers = makersOf(context, session, check, options.who);
  const { history: place } = options;
  if (place === undefined) {
    const found = check.report.stacks.flatMap(({ stack, findings }) =>
      findings.filter(({ alarming }) => alarming).map((finding) => ({ stack, finding })),
    );
    const who = await makers(found, undefined);
    return { stories: new Map([...who].map(([fingerprint, each]) => [fingerprint, { who: each }])), failed: [] };
  }
  return withTextStore(context, session, place, async (store) => {
    const { environment } = session;
    const checkedAt = context.now().toISOString();
    const unchecked = new Set(check.failed.map(({ stack }) => stack));
    const stacks = check.report.stacks.filter(({ stack }) => !unchecked.has(stack));
    const kept = await keepHistory(store, environment, async (before) => {
      const advanced = advance(before, { environment, checkedAt, stacks });
      const asked = stacks.flatMap(({ stack, findings }) =>
        findings
          .filter(({ fingerprint }) => ['new', 'changed'].includes(advanced.lives.get(fingerprint)?.status ?? ''))
          .map((finding) => ({ stack, finding })),
      );
      const who = await makers(asked, before);
      const known = (finding: OpenFinding): OpenFinding => {
        const maker = who.get(finding.fingerprint);
        return maker === undefined ? finding : { ...finding, who: maker };
      };
      const events = (all: typeof advanced.events) => all.map((event) => ({ ...event, finding: known(event.finding) }));
      const { history } = advanced;
      return {
        lives: advanced.lives,
        events: events(advanced.events),
        history: { ...history, open: history.open.map(known), untold: events(history.untold) },
      };
    });
    const failed = await tell(context, kept.history, options);
    const now = context.now().toISOString();
    if (failed !== undefined && failed.length === 0) {
      await keepHistory(store, environment, (before = kept.history) => {
        const told = new Set(kept.history.untold.map((event) => JSON.stringify(event)));
        const untold = before.untold.filter((event) => !told.has(JSON.stringify(event)));
        return Promise.resolve({ history: { ...before, untold, toldAt: now }, events: [] });
      });
    }
    const stories = kept.history.open.map(({ fingerprint, who }): [string, FindingStory] => {
      const life = kept.lives.get(fingerprint);
      return [fingerprint, { ...(life === undefined ? {} : { life }), ...(who === undefined ? {} : { who }) }];
    });
    return { stories: new Map(stories), failed: failed ?? [] };
  });
}

type Makers = (
  found: readonly { readonly stack: string; readonly finding: Finding }[],
  before: History | undefined,
) => Promise<ReadonlyMap<string, Attribution>>;

function makersOf(
  context: Context,
  { entry, variables }: Session,
  { resourceOf }: DriftCheck,
  wanted: boolean,
): Makers {
  const region = entry?.region ?? variables['AWS_REGION'];
  if (!wanted || region === undefined) return () => Promise.resolve(new Map());
  return async (found, before) => {
    if (found.length === 0) return new Map();
    context.log(`asking CloudTrail who made ${found.length === 1 ? 'the change' : `${found.length} changes`}`);
    const told = await attributeChanges(
      found.map(({ stack, finding }) => changeOf(finding, resourceOf(stack, finding.address))),
      {
        trail: await context.services.drift.trail(variables, context.signal),
        region,
        now: context.now(),
        ...(before === undefined ? {} : { since: new Date(before.checkedAt) }),
      },
    );
    return new Map(
      found.flatMap(({ finding }, position) => {
        const who = told[position];
        return who === undefined ? [] : [[finding.fingerprint, who] as const];
      }),
    );
  };
}

/** @returns what failed, or undefined when there was nothing to tell or nobody to be told */
async function tell(
  context: Context,
  history: History,
  { notifiers, remindDays }: StoryOptions,
): Promise<readonly string[] | undefined> {
  const news = notifiers.length === 0 ? undefined : newsOf(history, context.now(), remindDays);
  if (news === undefined) return undefined;
  const results = await Promise.allSettled(notifiers.map(({ notify }) => notify(news)));
  return results.flatMap((result, position) =>
    result.status === 'fulfilled' ? [] : [`'--notify ${notifiers[position]?.name ?? ''}': ${messageOf(result.reason)}`],
  );
}

/** @throws UserError when options that need each other do not stand together, or a number is none */
export function remindDaysOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const days = Number(given);
  if (Number.isFinite(days) && days > 0 && days <= 366) return days;
  throw new UserError(`'--remind-after' must be a number of days from 0 to 366, got '${given}'`);
}
