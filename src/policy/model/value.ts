import { distinctTargets, type Target } from './target';
import { targetsBelow, type Node } from './node';

/**
 * How much is known of a value.
 *
 * `known`: all of it. `reference`: it follows from other resources. `computed`: it is set, to what nobody can tell yet.
 * `unset`: nobody set it, so the provider's default holds. `sensitive`: it is set and must not be looked at.
 */
export type ValueKind = 'known' | 'reference' | 'computed' | 'unset' | 'sensitive';

const UNKNOWN_FIRST: readonly ValueKind[] = ['sensitive', 'reference', 'computed'];

/** Longest value that messages show; whatever is longer is nothing one reads in a line. */
const LONGEST = 60;

/** What a rule sees of one attribute. */
export class Value {
  readonly kind: ValueKind;
  /** Resources the value follows from; may be filled even when the value is known. */
  readonly targets: readonly Target[];

  constructor(private readonly node: Node) {
    this.kind = kindOf(node);
    this.targets = distinctTargets(targetsBelow(node));
  }

  get isKnown(): boolean {
    return this.kind === 'known';
  }

  get isUnset(): boolean {
    return this.kind === 'unset';
  }

  /** Somebody set it, whether or not the value can be told. */
  get isSet(): boolean {
    return this.kind !== 'unset';
  }

  /** Nobody wrote this list, which a plan tells: the provider filled it in from what AWS has. */
  get isReported(): boolean {
    return this.node.kind === 'list' && this.node.reported === true;
  }

  /** It is set, but a rule that needs the value cannot decide. */
  get isUnclear(): boolean {
    return this.kind !== 'unset' && this.kind !== 'known';
  }

  /** The value as plain JSON; undefined unless it is known. */
  get plain(): unknown {
    return this.kind === 'known' ? plainOf(this.node) : undefined;
  }

  /** A known text, number or truth value as text; undefined for anything else. */
  get text(): string | undefined {
    return this.node.kind === 'known' ? String(this.node.value) : undefined;
  }

  /** A known number, also one that is written as text; undefined for anything else. */
  get number(): number | undefined {
    const { text } = this;
    return text === undefined || text.trim() === '' || Number.isNaN(Number(text)) ? undefined : Number(text);
  }

  /** A text whose expressions are still in it (`${aws_s3_bucket.a.arn}/*`); undefined in a plan, which does not show it. */
  get template(): string | undefined {
    return this.node.kind === 'reference' ? this.node.template : this.text;
  }

  /** Members of a list; a value that is no list is its own only member, and one that is not set has none. */
  get items(): readonly Value[] {
    if (this.node.kind === 'unset') return [];
    return this.node.kind === 'list' ? this.node.items.map((item) => new Value(item)) : [this];
  }

  /** Whether it is known and one of these; `"true"` is true and `"30"` is 30, as for Terraform. */
  is(...wanted: readonly (string | number | boolean)[]): boolean {
    return this.text !== undefined && wanted.map(String).includes(this.text);
  }

  /** Whether it follows from a resource of one of these types. */
  refersTo(...types: readonly string[]): boolean {
    return this.targets.some(({ type }) => types.includes(type));
  }

  /** The value for people: never one that is sensitive. */
  describe(): string {
    if (this.kind === 'known') return shortened(JSON.stringify(this.plain));
    if (this.kind === 'unset') return 'nothing';
    if (this.kind === 'sensitive') return 'a sensitive value';
    if (this.kind === 'reference') return `what follows from ${this.targets.map(({ address }) => address).join(', ')}`;
    return this.node.kind === 'computed' ? this.node.reason : 'what is known only after apply';
  }
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

function kindOf(node: Node): ValueKind {
  if (node.kind !== 'list' && node.kind !== 'object') return node.kind;
  const inner = (node.kind === 'list' ? [...node.items] : [...node.members.values()]).map(kindOf);
  return UNKNOWN_FIRST.find((kind) => inner.includes(kind)) ?? 'known';
}

function plainOf(node: Node): unknown {
  if (node.kind === 'known') return node.value;
  if (node.kind === 'list') return node.items.map(plainOf);
  if (node.kind === 'object') {
    const set = [...node.members].filter(([, member]) => member.kind !== 'unset');
    return Object.fromEntries(set.map(([name, member]) => [name, plainOf(member)]));
  }
  return null;
}
