import { dirname } from 'node:path/posix';
import { UserError } from '../core/errors';
import { digestOf } from './images/sample-release';
import type { LabModel } from './model/lab-model';
import type { LabObject } from './run-parameters';

/** A release to put into the lab's bucket before the first instance boots. */
export interface LabRelease {
  readonly name: string;
  /** Archive of the document root. */
  readonly archive: string;
  /** Settings that belong to it, lines of `NAME=value`. */
  readonly env: string;
}

/** The objects of a release, where instances look for it, with `current` pointing to it. */
export function releaseObjects(model: LabModel, { name, archive, env }: LabRelease): readonly LabObject[] {
  const { bucket, key: current } = currentObject(model);
  const base = dirname(current);
  const text = (key: string, content: string): LabObject => ({
    bucket,
    key: `${base}/${key}`,
    content: { text: content },
  });
  return [
    { bucket, key: `${base}/${name}/code.tar.gz`, content: { file: archive } },
    text(`${name}/code.tar.gz.sha256`, `${digestOf(archive)}  code.tar.gz\n`),
    text(`${name}/env`, env),
    text('current', `${name}\n`),
  ];
}

/** The object that names the release which new instances take. */
export function currentObject(model: LabModel): { readonly bucket: string; readonly key: string } {
  return {
    bucket: setting(model, 'releases-bucket'),
    key: `${setting(model, 'app')}/${model.environment}/current`,
  };
}

function setting({ system, environment, seed }: LabModel, name: string): string {
  const path = `/${system}/${environment}/${name}`;
  const found = seed.parameters.find((parameter) => parameter.name === path)?.value;
  if (found === undefined)
    throw new UserError(`the stacks define no parameter '${path}', which instances read at boot`);
  return found;
}
