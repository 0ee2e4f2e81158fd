import { readFileSync } from 'node:fs';
import { emulatorSeed } from '../../model/emulator-seed';
import type { LabModel } from '../../model/lab-model';
import type { LabObject } from '../../run-parameters';
import type { EmulatorClient } from './emulator';

/** Puts into the emulator what instances find at AWS: parameters, secrets, objects, and the role with its policies. */
export async function seedEmulator(
  client: EmulatorClient,
  model: LabModel,
  objects: readonly LabObject[],
): Promise<void> {
  for (const call of emulatorSeed(model)) await client.call(call);
  for (const { bucket, key, content } of objects) {
    await client.putObject(bucket, key, 'file' in content ? readFileSync(content.file) : content.text);
  }
}

/** The ARN of the role that instances act as. */
export function roleArn(model: LabModel): string {
  return `arn:aws:iam::${model.accountId}:role/${model.seed.role.name}`;
}
