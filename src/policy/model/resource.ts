import { Block, type Path, type Readable } from './block';
import { UNSET, type Node } from './node';
import { Value } from './value';

/**
 * What a resource of the model is.
 *
 * Besides `managed` resources and `data` sources the model holds as resources: `provider` (type `provider.aws`),
 * `output` (type `output`) and `settings` (type `terraform`: backend, required versions).
 */
export type ResourceMode = 'managed' | 'data' | 'provider' | 'output' | 'settings';

/** What a loader knows of a resource. */
export interface ResourceData {
  readonly stack: string;
  readonly address: string;
  readonly type: string;
  readonly mode: ResourceMode;
  readonly body: Node;
  /** Path in the construct tree, `web/LoadBalancer/Resource`; absent where cdktf did not write the JSON. */
  readonly construct?: string;
  /** The `//` member beside the settings. */
  readonly remarks?: unknown;
}

/** One resource, the same for rules whether it comes from synthesized JSON or from a plan. */
export class Resource implements Readable {
  readonly stack: string;
  /** Terraform address, unique inside the stack. */
  readonly address: string;
  readonly type: string;
  readonly mode: ResourceMode;
  /** Path in the construct tree, where cdktf wrote the JSON. */
  readonly construct: string | undefined;
  readonly remarks: unknown;
  private readonly body: Block;

  constructor({ stack, address, type, mode, body, construct, remarks }: ResourceData) {
    this.stack = stack;
    this.address = address;
    this.type = type;
    this.mode = mode;
    this.construct = construct;
    this.remarks = remarks;
    this.body = new Block(body, '');
  }

  /** All settings, for loaders and graphs. */
  get node(): Node {
    return this.body.node;
  }

  get(path: Path): Value {
    return this.body.get(path);
  }

  /** The value of an attribute that another resource reads; unset where it is computed or lies inside a block. */
  read(attribute: string): Value {
    return new Value(this.node.kind === 'object' ? (this.node.members.get(attribute) ?? UNSET) : this.node);
  }

  blocks(path: Path): readonly Block[] {
    return this.body.blocks(path);
  }

  pathOf(path: Path): string {
    return this.body.pathOf(path);
  }
}
