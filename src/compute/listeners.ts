import { LbListener, type LbListenerDefaultAction } from '@cdktf/provider-aws/lib/lb-listener';
import { LbListenerRule } from '@cdktf/provider-aws/lib/lb-listener-rule';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';

/** Which requests a load balancer answers and where it sends them. */
export interface ListenersProps {
  readonly loadBalancerArn: string;
  readonly targetGroupArn: string;
  /** Without one the site is served on port 80, without TLS. */
  readonly certificateArn?: string;
  readonly tlsPolicy: string;
  /** Names the site answers to; none means any. */
  readonly hostNames: readonly string[];
  readonly maintenance: boolean;
}

/** A rule matches against at most this many values (quota "Condition values per rule"). */
const MAX_HOST_NAMES = 5;

const REDIRECT: LbListenerDefaultAction = {
  type: 'redirect',
  redirect: { protocol: 'HTTPS', port: '443', statusCode: 'HTTP_301' },
};

const UNKNOWN_HOST: LbListenerDefaultAction = {
  type: 'fixed-response',
  fixedResponse: { contentType: 'text/plain', messageBody: 'No such site', statusCode: '404' },
};

/** Read by people and by search engines, which come back after a 503. */
const MAINTENANCE: LbListenerDefaultAction = {
  type: 'fixed-response',
  fixedResponse: { contentType: 'text/plain', messageBody: 'Back in a few minutes', statusCode: '503' },
};

/**
 * The ports of a load balancer: 443 with TLS and 80 that redirects to it, or 80 alone where there is no certificate.
 *
 * With host names, requests for any other name end here with 404: caches and mails cannot be poisoned with a forged
 * `Host`. Health checks go straight to the instances and never meet a listener.
 *
 * @throws ValidationError when there are more than five host names
 */
export class Listeners extends Construct {
  /** The listener that serves the site. */
  readonly site: LbListener;
  /** Every listener and rule, for those who must wait for them. */
  readonly all: readonly (LbListener | LbListenerRule)[];

  constructor(scope: Construct, id: string, props: ListenersProps) {
    super(scope, id);
    const { loadBalancerArn, targetGroupArn, certificateArn, tlsPolicy, hostNames, maintenance } = props;
    if (hostNames.length > MAX_HOST_NAMES) {
      throw new ValidationError(
        this,
        `'hostNames' must be at most ${MAX_HOST_NAMES}, got ${hostNames.length}; use a wildcard such as '*.example.com'`,
      );
    }

    const forward: LbListenerDefaultAction = { type: 'forward', targetGroupArn };
    const site = hostNames.length === 0 ? forward : UNKNOWN_HOST;
    const defaultAction = [maintenance ? MAINTENANCE : site];
    if (certificateArn === undefined) {
      this.site = new LbListener(this, 'Http', { loadBalancerArn, port: 80, protocol: 'HTTP', defaultAction });
      this.all = [this.site, ...this.hostRule(props)];
    } else {
      this.site = new LbListener(this, 'Https', {
        loadBalancerArn,
        port: 443,
        protocol: 'HTTPS',
        sslPolicy: tlsPolicy,
        certificateArn,
        defaultAction,
      });
      const http = { loadBalancerArn, port: 80, protocol: 'HTTP', defaultAction: [REDIRECT] };
      this.all = [this.site, new LbListener(this, 'Http', http), ...this.hostRule(props)];
    }
  }

  private hostRule({ hostNames, maintenance, targetGroupArn }: ListenersProps): readonly LbListenerRule[] {
    if (hostNames.length === 0 || maintenance) return [];
    return [
      new LbListenerRule(this, 'HostNames', {
        listenerArn: this.site.arn,
        priority: 100,
        condition: [{ hostHeader: { values: [...hostNames] } }],
        action: [{ type: 'forward', targetGroupArn }],
      }),
    ];
  }
}
