import { readFileSync } from 'node:fs';
import type { LabModel } from '../../model/lab-model';
import type { LabObject } from '../../run-parameters';
import { arnOf, type EmulatorClient } from './emulator';

/**
 * Puts into the emulator what instances find at AWS: parameters, secrets, buckets and the role with its policies.
 *
 * A secret gets the ARN that the emulator makes, so every text that holds the lab's own ARN gets that instead.
 */
export async function seedEmulator(
  client: EmulatorClient,
  model: LabModel,
  objects: readonly LabObject[],
): Promise<void> {
  const { parameters, secrets, buckets, role } = model.seed;
  const arns = new Map<string, string>();
  for (const { name, arn, value } of secrets) {
    const made = await client.json('secretsmanager', 'secretsmanager.CreateSecret', {
      Name: name,
      SecretString: value,
    });
    arns.set(arn, arnOf(made));
  }
  const known = (text: string): string => [...arns].reduce((all, [from, to]) => all.replaceAll(from, to), text);
  for (const { name, value, secure } of parameters) {
    const body = { Name: name, Value: known(value), Type: secure ? 'SecureString' : 'String' };
    await client.json('ssm', 'AmazonSSM.PutParameter', body);
  }
  for (const bucket of buckets) await client.makeBucket(bucket);
  for (const { bucket, key, content } of objects) {
    await client.putObject(bucket, key, 'file' in content ? readFileSync(content.file) : content.text);
  }
  const version = '2010-05-08';
  await client.form('iam', version, 'CreateRole', { RoleName: role.name, AssumeRolePolicyDocument: role.trust });
  for (const [index, policy] of role.policies.entries()) {
    const values = { RoleName: role.name, PolicyName: `policy-${index}`, PolicyDocument: known(policy) };
    await client.form('iam', version, 'PutRolePolicy', values);
  }
}

/** The ARN of the role that instances act as. */
export function roleArn(model: LabModel): string {
  return `arn:aws:iam::${model.accountId}:role/${model.seed.role.name}`;
}
