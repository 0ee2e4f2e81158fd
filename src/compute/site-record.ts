import { Route53Record } from '@cdktf/provider-aws/lib/route53-record';
import { Construct } from 'constructs';

/** A name in a zone and the load balancer it leads to. */
export interface SiteRecordProps {
  /** Public zone that holds the name. */
  readonly hostedZoneId: string;
  /** Fully qualified name, such as `www.example.com`; the zone's own name is all right. */
  readonly domainName: string;
  readonly target: { readonly dnsName: string; readonly zoneId: string };
}

/**
 * A DNS name for a load balancer: an alias, so it needs no TTL, works at the top of a zone, and its queries cost nothing.
 *
 * IPv4 only (type A), as the VPC is.
 */
export class SiteRecord extends Construct {
  readonly resource: Route53Record;

  constructor(scope: Construct, id: string, props: SiteRecordProps) {
    super(scope, id);
    const { hostedZoneId, domainName, target } = props;

    this.resource = new Route53Record(this, 'Resource', {
      zoneId: hostedZoneId,
      name: domainName,
      type: 'A',
      // an unhealthy load balancer has no other record to give way to
      alias: { name: target.dnsName, zoneId: target.zoneId, evaluateTargetHealth: false },
    });
  }
}
