import type { Route53Zone } from '@cdktf/provider-aws/lib/route53-zone';
import type { Environment } from '../../src/config';
import { acceptor } from './acceptor';

/** Accepts that a public zone neither logs queries nor is signed. */
export function acceptAtZone(zone: Route53Zone, environment: Environment): void {
  if (environment.stage !== 'production') return;
  const accept = acceptor(zone, environment);
  accept('WPHA-DNS-001', 'the zone holds two or three public names, and its log group would have to be in us-east-1');
  accept(
    'WPHA-DNS-002',
    'signing needs a record at the registrar, outside Terraform; done by halves it takes the site off the net',
  );
}
