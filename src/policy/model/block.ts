import { UNSET, type Node } from './node';
import { Value } from './value';

/** Where something lies: names parted by dots, or a list of names where one holds a dot itself. */
export type Path = string | readonly string[];

/** Settings that can be read by name: a resource, or a block in it. */
export interface Readable {
  /** The value at a path. Blocks on the way may be written as an object or as a list of one. */
  get(path: Path): Value;
  /** The blocks at a path: none, one or several, however they are written. */
  blocks(path: Path): readonly Block[];
  /** A path as people read it, from the resource on. */
  pathOf(path: Path): string;
}

/** One block of a resource. Reading from a block that is not known yet gives values that are not known yet. */
export class Block implements Readable {
  constructor(
    readonly node: Node,
    private readonly place: string,
  ) {}

  get(path: Path): Value {
    return new Value(this.find(path));
  }

  blocks(path: Path): readonly Block[] {
    const found = this.find(path);
    const place = this.pathOf(path);
    if (found.kind === 'unset') return [];
    if (found.kind !== 'list') return [new Block(found, place)];
    const numbered = found.items.length > 1;
    return found.items.map((item, index) => new Block(item, numbered ? `${place}[${index}]` : place));
  }

  pathOf(path: Path): string {
    const names = namesOf(path).map((name) => (/^[\w-]+$/.test(name) ? `.${name}` : `["${name}"]`));
    return `${this.place}${names.join('')}`.replace(/^\./, '');
  }

  private find(path: Path): Node {
    const walked: string[] = [];
    return namesOf(path).reduce((node, name) => {
      const inner = member(node, name, this.pathOf(walked));
      walked.push(name);
      return inner;
    }, this.node);
  }
}

function namesOf(path: Path): readonly string[] {
  return typeof path === 'string' ? path.split('.') : path;
}

function member(node: Node, name: string, place: string): Node {
  if (node.kind === 'object') return node.members.get(name) ?? UNSET;
  if (node.kind === 'known') return UNSET;
  if (node.kind !== 'list') return node;
  const [only, second] = node.items;
  if (second !== undefined) throw new Error(`'${place}' has ${node.items.length} blocks; read them with blocks()`);
  return only === undefined ? UNSET : member(only, name, place);
}
