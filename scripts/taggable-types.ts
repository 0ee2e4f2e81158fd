import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const FILE = join(__dirname, '../src/policy/proofs/tags/taggable-types.json');

/** Types of resources with `tags`, as the bindings say, which are generated from the provider's schema. */
export function taggableTypes(): readonly string[] {
  const bindings = dirname(require.resolve('@cdktf/provider-aws/lib/vpc/index.d.ts'));
  const folders = readdirSync(dirname(bindings)).filter((name) => !name.startsWith('data-aws'));
  return folders
    .flatMap((folder) => {
      const file = join(dirname(bindings), folder, 'index.d.ts');
      return folder.includes('.') ? [] : (typeOf(readFileSync(file, 'utf8')) ?? []);
    })
    .toSorted();
}

/** Only the settings of the resource itself count: blocks inside it have interfaces, and sometimes `tags`, of their own. */
function typeOf(declaration: string): string | undefined {
  const [settings = ''] =
    /^export interface \w+ extends cdktf\.TerraformMetaArguments \{$[^]*?^\}$/m.exec(declaration) ?? [];
  if (!/^ {4}readonly tags\?: \{$/m.test(settings)) return undefined;
  return /tfResourceType = "(aws_\w+)"/.exec(declaration)?.[1];
}

if (require.main === module) writeFileSync(FILE, `${JSON.stringify(taggableTypes(), null, 2)}\n`);
