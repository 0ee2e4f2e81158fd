import type { Finding } from '../finding';
import type { StackDrift } from '../drift-report';
import type { FindingLife, History, LifeEvent, OpenFinding } from './open-finding';

/** What a check adds to the history. */
export interface Advanced {
  readonly history: History;
  /** In the order of stacks and addresses; empty when nothing happened. */
  readonly events: readonly LifeEvent[];
  /** By fingerprint, of everything that is open. */
  readonly lives: ReadonlyMap<string, FindingLife>;
}

/** A check to be added. */
export interface CheckedStacks {
  readonly environment: string;
  readonly checkedAt: string;
  /** Only stacks that were checked whole: of others nothing is proved, so what was open there stays open. */
  readonly stacks: readonly Pick<StackDrift, 'stack' | 'findings' | 'ignored'>[];
}

/** More events than this are told as a number; a place that nobody is told of must not grow without end. */
const MOST_UNTOLD = 200;

/** Adds a check to the history: what is new, what changed again, what is gone. Only findings that alarm have a life. */
export function advance(before: History | undefined, { environment, checkedAt, stacks }: CheckedStacks): Advanced {
  const known = new Map((before?.open ?? []).map((finding) => [finding.fingerprint, finding]));
  const checked = new Set(stacks.map(({ stack }) => stack));
  const present = new Set(
    stacks.flatMap(({ findings, ignored }) => [...findings, ...ignored].map(({ fingerprint }) => fingerprint)),
  );
  const found = stacks.flatMap(({ stack, findings }) =>
    findings
      .filter(({ alarming }) => alarming)
      .map((finding) => grown(known.get(finding.fingerprint), finding, stack, checkedAt)),
  );
  const foundNow = new Set(found.map(({ finding }) => finding.fingerprint));
  const gone = [...known.values()].filter(({ stack, fingerprint }) => checked.has(stack) && !foundNow.has(fingerprint));
  const untouched = [...known.values()].filter(({ stack }) => !checked.has(stack));
  const events: readonly LifeEvent[] = [
    ...found.flatMap(({ status, finding }): LifeEvent[] =>
      status === 'continuing' ? [] : [{ at: checkedAt, kind: status, finding }],
    ),
    ...gone.map((finding): LifeEvent => {
      return { at: checkedAt, kind: present.has(finding.fingerprint) ? 'ignored' : 'resolved', finding };
    }),
  ].toSorted((left, right) => order(left.finding, right.finding));
  return {
    history: {
      format: 1,
      environment,
      checkedAt,
      ...(before?.toldAt === undefined ? {} : { toldAt: before.toldAt }),
      untold: [...(before?.untold ?? []), ...events].slice(-MOST_UNTOLD),
      open: [...found.map(({ finding }) => finding), ...untouched].toSorted(order),
    },
    events,
    lives: new Map(
      found.map(({ status, finding }) => [finding.fingerprint, { status, firstSeen: finding.firstSeen }] as const),
    ),
  };
}

function grown(
  before: OpenFinding | undefined,
  finding: Finding,
  stack: string,
  at: string,
): { readonly status: FindingLife['status']; readonly finding: OpenFinding } {
  const { fingerprint, content, address, type, severity } = finding;
  const now = {
    ...{ fingerprint, stack, address, type, class: finding.class, severity, content },
    paths: finding.attributes.map(({ path }) => path),
  };
  if (before === undefined) return { status: 'new', finding: { ...now, firstSeen: at } };
  const { firstSeen, changedAt, who } = before;
  if (before.content !== content) return { status: 'changed', finding: { ...now, firstSeen, changedAt: at } };
  return {
    status: 'continuing',
    finding: {
      ...now,
      firstSeen,
      ...(changedAt === undefined ? {} : { changedAt }),
      ...(who === undefined ? {} : { who }),
    },
  };
}

/** The same on every machine. */
function order(left: OpenFinding, right: OpenFinding): number {
  const [one, other] = [left, right].map(({ stack, address, fingerprint }) => [stack, address, fingerprint].join('\n'));
  return (one ?? '') < (other ?? '') ? -1 : 1;
}
