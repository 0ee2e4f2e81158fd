import { Network, type NetworkProps } from '../../src/network';
import { synthesize, testStack, type Synthesized } from '../../src/testing';

export const KEY_ARN = 'arn:aws:kms:eu-west-1:123456789012:key/11111111-2222-3333-4444-555555555555';

/** Props of a network in two zones with a NAT gateway each. */
export const PROPS: NetworkProps = {
  name: { system: 'wordpress', environment: 'production' },
  accountId: '123456789012',
  region: 'eu-west-1',
  cidrBlock: '10.0.0.0/16',
  availabilityZones: ['eu-west-1a', 'eu-west-1b'],
  nat: 'per-zone',
  flowLogs: { retentionDays: 90, keyArn: KEY_ARN },
};

/** The construct itself, in a stack of its own. */
export function network(props: Partial<NetworkProps> = {}): Network {
  return new Network(testStack(), 'Network', { ...PROPS, ...props });
}

/** The JSON of a stack that holds one network. */
export function networkJson(props: Partial<NetworkProps> = {}): Synthesized {
  return synthesize((stack) => {
    new Network(stack, 'Network', { ...PROPS, ...props });
  });
}
