import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager';
import { rdsAuthorities } from './certificate-authorities';
import { PatientStore } from './patient-store';
import { provision, type Provisioned } from './provision';
import { SecretsManagerStore } from './secrets-manager-store';
import { readSettings } from './settings';

/**
 * Entry point on AWS Lambda. The event is ignored: whoever may invoke the function cannot choose what it works on.
 */
export async function handler(): Promise<Provisioned> {
  // without a route to the service a call would hang until the function's time is up
  const client = new SecretsManagerClient({ requestHandler: { connectionTimeout: 5000, requestTimeout: 15_000 } });
  return provision({
    settings: readSettings(process.env),
    store: new PatientStore(new SecretsManagerStore(client)),
    certificateAuthorities: rdsAuthorities(process.env['AWS_REGION'] ?? ''),
    log: (message) => console.log(message),
  });
}
