import type { JsonObject } from '../../../src/terraform/json';

/** Whether something holds of a resource that has a weakening, at the path of it. */
export type Holds = (weakened: JsonObject, path: readonly string[]) => boolean;

interface AclEntry {
  readonly action: string;
  readonly cidr_block: string | null;
  readonly ipv6_cidr_block: string | null;
  readonly from_port: number;
  readonly to_port: number;
  readonly rule_no: number;
}

interface LifecycleRule {
  readonly transition?: readonly { readonly days: number; readonly storage_class: string }[];
  readonly expiration?: readonly { readonly days?: number }[];
}

const WORLD = '0.0.0.0/0';

/** The path is in an entry of a network ACL that lets in addresses of the network only. */
export const isForATier: Holds = (weakened, path) => {
  const { cidr_block: cidr, ipv6_cidr_block: ipv6 } = entryAt(weakened, path);
  return cidr !== null && cidr !== WORLD && ipv6 === null;
};

/** The same, and not on every port. */
export const isForPortsOfATier: Holds = (weakened, path) =>
  isForATier(weakened, path) && entryAt(weakened, path).to_port < 65_535;

/** The path is in an entry of a network ACL that lets nothing in. */
export const isDenial: Holds = (weakened, path) => entryAt(weakened, path).action === 'deny';

/** The path is in an entry of a network ACL that comes after a denial of the port for the world. */
export function isBehindDenialOf(port: number): Holds {
  return (weakened, path) => {
    const { rule_no: number } = entryAt(weakened, path);
    return entriesOf(weakened).some(
      (each) =>
        each.action === 'deny' &&
        each.cidr_block === WORLD &&
        each.rule_no < number &&
        each.from_port <= port &&
        port <= each.to_port,
    );
  };
}

/** The path is in a rule of a lifecycle whose ages rise, as S3 wants it: Infrequent Access after 30 days, expiry last. */
export const risesInAge: Holds = (weakened, [, index = '']) => {
  const { transition = [], expiration = [] } = (weakened.rule as readonly LifecycleRule[])[Number(index)] ?? {};
  const ages = [...transition, ...expiration].flatMap(({ days }) => days ?? []);
  const early = transition.some(({ days, storage_class: kind }) => kind === 'STANDARD_IA' && days < 30);
  return !early && ages.every((days, place) => place === 0 || (ages[place - 1] ?? 0) < days);
};

/** The path is in a parameter of a database of another name. */
export function isNotParameter(name: string): Holds {
  return (weakened, [, index = '']) =>
    (weakened.parameter as readonly { readonly name: string }[])[Number(index)]?.name !== name;
}

function entriesOf(weakened: JsonObject): readonly AclEntry[] {
  return weakened.ingress as readonly AclEntry[];
}

function entryAt(weakened: JsonObject, [, index = '']: readonly string[]): AclEntry {
  const entry = entriesOf(weakened)[Number(index)];
  if (entry === undefined) throw new Error(`the ACL has no entry ${index}`);
  return entry;
}
