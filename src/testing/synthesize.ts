import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { App, TerraformStack, Testing } from 'cdktf';

/** Attributes of one block of synthesized Terraform JSON. */
export type Attributes = Readonly<Record<string, unknown>>;

/** The Terraform JSON of one stack, with questions a test asks of it. */
export class Synthesized {
  readonly json: Readonly<Record<string, unknown>>;

  constructor(readonly text: string) {
    this.json = JSON.parse(text) as Record<string, unknown>;
  }

  /** Every resource of a type, keyed by its name in the configuration. */
  resources(type: string): Readonly<Record<string, Attributes>> {
    const all = (this.json['resource'] ?? {}) as Record<string, Record<string, Attributes>>;
    return all[type] ?? {};
  }

  /** The resources of a type, in the order of their names. */
  list(type: string): readonly Attributes[] {
    return Object.entries(this.resources(type))
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([, attributes]) => attributes);
  }

  /** The one resource of a type; fails when there is none or more than one. */
  only(type: string): Attributes {
    const found = this.list(type);
    if (found.length !== 1 || found[0] === undefined) {
      throw new Error(`expected exactly one ${type}, found ${found.length}`);
    }
    return found[0];
  }

  /** How many resources of a type there are. */
  count(type: string): number {
    return this.list(type).length;
  }

  /** The stack's outputs by name. */
  outputs(): Readonly<Record<string, Attributes>> {
    return (this.json['output'] ?? {}) as Record<string, Attributes>;
  }
}

/** A stack for tests, empty but for the provider, without which no resource is valid. */
export function testStack(id = 'test'): TerraformStack {
  const stack = new TerraformStack(Testing.app(), id);
  new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
  return stack;
}

/**
 * Synthesizes one stack in memory and returns its Terraform JSON.
 *
 * Takes either a stack or a function that fills an empty one.
 */
export function synthesize(source: TerraformStack | ((stack: TerraformStack) => void)): Synthesized {
  const stack = source instanceof TerraformStack ? source : testStack();
  if (!(source instanceof TerraformStack)) source(stack);
  return new Synthesized(synthesizedText(stack));
}

/**
 * Synthesizes one stack in memory as cdktf writes it, with what its constructs remark on each resource in `//`: their
 * path and their suppressions.
 */
export function terraformJson(stack: TerraformStack): Readonly<Record<string, unknown>> {
  // runs aspects and validations; its text leaves out the remarks
  synthesizedText(stack);
  return JSON.parse(JSON.stringify(stack.toTerraform())) as Record<string, unknown>;
}

function synthesizedText(stack: TerraformStack): string {
  for (const each of App.of(stack).node.findAll()) if (TerraformStack.isStack(each)) each.prepareStack();
  return Testing.synth(stack, true);
}
