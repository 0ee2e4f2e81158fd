import type { JsonObject } from '../../../../src/terraform/json';
import { ALARM_COVERAGE } from '../../../../src/policy/rules/log/alarm-coverage';
import { describeRule, type Resources } from '../../support/describe-rule';

const alarm = (metric_name: string, dimensions: object): JsonObject => ({ metric_name, dimensions });
const DATABASE = { DBInstanceIdentifier: '${aws_db_instance.main.identifier}' };
const NAT = { NatGatewayId: '${aws_nat_gateway.a.id}' };
const watched = (alarms: Resources[string]): Resources => ({
  aws_nat_gateway: { a: { subnet_id: 'subnet-1' } },
  aws_cloudwatch_metric_alarm: alarms,
});

describeRule(ALARM_COVERAGE, {
  pass: {
    'an alarm of a NAT gateway': watched({ nat: alarm('ErrorPortAllocation', NAT) }),
    'alarms of a database, by reference, by name and by an expression': {
      aws_db_instance: { main: { identifier: 'main' } },
      aws_cloudwatch_metric_alarm: {
        cpu: alarm('CPUUtilization', DATABASE),
        storage: alarm('FreeStorageSpace', { DBInstanceIdentifier: 'main' }),
        connections: {
          metric_query: [
            { id: 'used', expression: 'a / 10' },
            { id: 'a', metric: alarm('DatabaseConnections', DATABASE) },
          ],
        },
      },
    },
  },
  fail: {
    'alarms of a load balancer': {
      resources: {
        aws_lb: { web: { name: 'web' } },
        aws_cloudwatch_metric_alarm: {
          errors: alarm('HTTPCode_ELB_5XX_Count', { LoadBalancer: '${aws_lb.web.arn_suffix}' }),
        },
      },
      finds: ['aws_lb.web#latency', 'aws_lb.web#unhealthy hosts'],
    },
    'an alarm of another gateway': watched({ nat: alarm('ErrorPortAllocation', { NatGatewayId: 'nat-2' }) }),
  },
  notApplicable: {
    'a network load balancer': { aws_lb: { tcp: { load_balancer_type: 'network' } } },
    'files whose throughput follows the load': { aws_efs_file_system: { files: { throughput_mode: 'elastic' } } },
  },
  unknown: {
    'a variable names the gateway': watched({ nat: alarm('ErrorPortAllocation', { NatGatewayId: '${var.nat}' }) }),
  },
  guards: {
    'aws_cloudwatch_metric_alarm.nat.metric_name': ['BytesInFromSource', undefined],
    'aws_cloudwatch_metric_alarm.nat.dimensions.NatGatewayId': ['nat-2'],
  },
});
