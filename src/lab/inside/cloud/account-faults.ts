import { UserError } from '../../../core/errors';
import { objectOf, parseObject } from '../../../terraform/json';
import { hasDatabase, type LabModel } from '../../model/lab-model';
import { currentObject } from '../../release-objects';
import type { NodeFault } from '../../faults';
import type { EmulatorClient } from './emulator';

/** Brings a fault of the account about and answers what takes it back; all instances that boot meanwhile meet it. */
export type AccountFault = () => Promise<() => Promise<unknown>>;

const DENIAL = 'lab-denied-policy';
const IAM_VERSION = '2010-05-08';

/** The faults that are brought about in the emulated account, as its owner could. */
export function accountFaults(client: EmulatorClient, model: LabModel): Partial<Record<NodeFault, AccountFault>> {
  const { name: RoleName } = model.seed.role;
  const putSecret = (SecretId: string, SecretString: string): Promise<unknown> =>
    client.json('secretsmanager', 'secretsmanager.PutSecretValue', { SecretId, SecretString });
  const iam = (action: string, values: Readonly<Record<string, string>>): Promise<unknown> =>
    client.form('iam', IAM_VERSION, action, { RoleName, PolicyName: DENIAL, ...values });
  return {
    'wrong-secret': async () => {
      if (!hasDatabase(model)) throw new UserError('the instances of this environment use no database');
      const { secretName } = model.database;
      const value = model.seed.secrets.find(({ name }) => name === secretName)?.value ?? '{}';
      await putSecret(secretName, JSON.stringify({ ...objectOf(parseObject(value)), password: 'another-password' }));
      return () => putSecret(secretName, value);
    },
    'missing-current': async () => {
      const { bucket, key } = currentObject(model);
      const content = await client.getObject(bucket, key);
      await client.deleteObject(bucket, key);
      return () => client.putObject(bucket, key, content);
    },
    'denied-policy': async () => {
      const statement = { Effect: 'Deny', Action: 'secretsmanager:GetSecretValue', Resource: '*' };
      const PolicyDocument = JSON.stringify({ Version: '2012-10-17', Statement: [statement] });
      await iam('PutRolePolicy', { PolicyDocument });
      return () => iam('DeleteRolePolicy', {});
    },
  };
}
