import { importIdOf } from '../../terraform/recovery/import-ids';
import { textOf, type JsonObject } from '../../terraform/json';
import type { Difference } from '../difference';
import type { NextStep } from './next-step';
import { quoted } from './shell';
import type { StackPlace } from './stack-place';

/** Types whose import needs the id that AWS gave, when it is not among the attributes. */
const NEEDS_ID = new Set(['aws_vpc_security_group_ingress_rule', 'aws_vpc_security_group_egress_rule']);

/** How to let Terraform manage a stray object; undefined where its id is not known. */
export function importOf(difference: Difference, place: StackPlace): NextStep | undefined {
  const { object, after, sensitive } = difference;
  if (object === undefined || after === null || sensitive.includes(true)) return undefined;
  const id = importId(object.type, object.id, after);
  if (id === undefined) return undefined;
  const name = `Adopted_${object.id.replace(/[^A-Za-z0-9]+/g, '_').slice(-40)}`;
  const terraform = `TF_WORKSPACE=${quoted(place.workspace)} terraform ${quoted(`-chdir=${place.directory}`)}`;
  const target = quoted(`-target=${object.type}.${name}`);
  return {
    kind: 'import',
    summary:
      `let terraform manage it: write this import block, let terraform write the resource into 'adopted.tf', apply both, ` +
      `then move the resource into stack '${place.stack}'`,
    commands: [
      `${terraform} plan ${target} -generate-config-out=adopted.tf -out=adopt.tfplan`,
      `${terraform} apply adopt.tfplan`,
      // a saved plan holds values in clear
      `rm ${quoted(`${place.directory}/adopt.tfplan`)}`,
    ],
    edit: {
      file: `${place.directory}/adopt.tf.json`,
      text: `${JSON.stringify({ import: [{ to: `${object.type}.${name}`, id }] }, null, 2)}\n`,
      form: 'text',
    },
  };
}

function importId(type: string, known: string, values: JsonObject): string | undefined {
  const id = textOf(values, 'id') ?? textOf(values, 'arn');
  if (NEEDS_ID.has(type) && id === undefined) return undefined;
  return importIdOf(type, id ?? known, (name) => {
    const value = values[name];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  });
}
