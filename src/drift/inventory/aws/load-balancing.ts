import {
  ElasticLoadBalancingV2Client,
  paginateDescribeListeners,
  paginateDescribeRules,
} from '@aws-sdk/client-elastic-load-balancing-v2';
import type { FoundObject } from '../inventory';
import type { ClientSettings } from './client-settings';

export async function listeners(settings: ClientSettings, loadBalancerArn: string): Promise<readonly FoundObject[]> {
  const client = new ElasticLoadBalancingV2Client(settings);
  const found: FoundObject[] = [];
  for await (const { Listeners = [] } of paginateDescribeListeners({ client }, { LoadBalancerArn: loadBalancerArn })) {
    for (const { ListenerArn = '', Port, Protocol, SslPolicy } of Listeners) {
      found.push({
        id: ListenerArn,
        label: `${Protocol} ${Port}`,
        values: {
          ...{ arn: ListenerArn, load_balancer_arn: loadBalancerArn, port: Port, protocol: Protocol },
          ...(SslPolicy === undefined ? {} : { ssl_policy: SslPolicy }),
        },
      });
    }
  }
  return found;
}

/** All but the default rule, which is a part of the listener. */
export async function listenerRules(settings: ClientSettings, listenerArn: string): Promise<readonly FoundObject[]> {
  const client = new ElasticLoadBalancingV2Client(settings);
  const found: FoundObject[] = [];
  for await (const { Rules = [] } of paginateDescribeRules({ client }, { ListenerArn: listenerArn })) {
    for (const { RuleArn = '', Priority = '', IsDefault, Conditions = [] } of Rules) {
      if (IsDefault === true) continue;
      const fields = Conditions.map(({ Field }) => Field).join(', ');
      const values = { arn: RuleArn, listener_arn: listenerArn, priority: Number(Priority) };
      found.push({ id: RuleArn, label: `${Priority} (${fields})`, values });
    }
  }
  return found;
}
