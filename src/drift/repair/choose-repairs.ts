import { parsePath } from '../compare/attribute-path';
import type { Finding } from '../finding';
import type { RepairSettings } from './repair-settings';

/** What a run may repair in one stack, and why not more. */
export interface RepairChoice {
  /** Addresses to repair by a targeted plan. */
  readonly targets: readonly string[];
  /** Why findings are left alone, each with the address it is about; the address is empty where all are. */
  readonly refused: readonly { readonly address: string; readonly reason: string }[];
}

/** Chooses the findings that may be repaired without a person. Only what the next apply updates in place. */
export function chooseRepairs(findings: readonly Finding[], settings: RepairSettings, now: Date): RepairChoice {
  const drifted = findings.filter(({ alarming }) => alarming);
  const frozen = settings.freeze.find(
    ({ from, until }) => Date.parse(from) <= now.getTime() && now.getTime() < Date.parse(until),
  );
  if (frozen !== undefined)
    return { targets: [], refused: [all(`nothing is repaired until ${frozen.until}: ${frozen.reason}`)] };
  const judged = drifted.map((finding) => ({
    address: finding.address,
    reason: objection(finding, drifted, settings),
  }));
  const targets = [...new Set(judged.flatMap(({ address, reason }) => (reason === undefined ? [address] : [])))];
  const refused = judged.flatMap(({ address, reason }) => (reason === undefined ? [] : [{ address, reason }]));
  if (targets.length <= settings.most) return { targets, refused };
  const reason = `${targets.length} resources may be repaired and 'most' is ${settings.most}: so much at once needs a person`;
  return { targets: [], refused: [...refused, all(reason)] };
}

function objection(finding: Finding, drifted: readonly Finding[], { allow }: RepairSettings): string | undefined {
  const { class: kind, address, action, attributes, type } = finding;
  if (kind !== 'revertable') return `the class '${kind}' is never repaired without a person`;
  if (action !== 'update') return `the next apply would ${action} it`;
  const others = drifted.filter((other) => other !== finding && other.address === address);
  // one update removes all that was added
  if (others.some((other) => other.class !== 'revertable' || !other.object || !finding.object)) {
    return 'something else about it drifted that needs a person';
  }
  const left = attributes.filter(({ path }) => {
    const attribute = String(parsePath(path)[0]);
    return ![type, `${type}.${attribute}`, `*.${attribute}`].some((name) => allow.includes(name));
  });
  return left.length === 0 ? undefined : `'allow' does not name ${left.map(({ path }) => path).join(', ')}`;
}

function all(reason: string): RepairChoice['refused'][number] {
  return { address: '', reason };
}
