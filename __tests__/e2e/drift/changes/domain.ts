import { invisible, revertable, type OutsideChange } from './outside-change';

/** What an environment has only where it has a domain. */
export const DOMAIN_CHANGES: readonly OutsideChange[] = [
  {
    what: 'the name of the site leads elsewhere',
    call: 'route53.change_resource_record_sets',
    parameters: recordChange('UPSERT', {
      ...{ Name: '{aws_route53_record.SiteRecord.name}', Type: 'A', TTL: 60 },
      ResourceRecords: [{ Value: '192.0.2.1' }],
    }),
    finding: revertable('aws_route53_record.SiteRecord', 'records', 'medium'),
  },
  {
    what: 'the certificate cannot be renewed',
    call: 'route53.change_resource_record_sets',
    parameters: recordChange('UPSERT', {
      Name: '{aws_route53_record.Certificate_Record.name}',
      ...{ Type: 'CNAME', TTL: 300, ResourceRecords: [{ Value: 'nobody.example.com.' }] },
    }),
    finding: revertable('aws_route53_record.Certificate_Record', 'records', 'medium'),
  },
  {
    what: 'a name in our zone that nobody manages',
    call: 'route53.change_resource_record_sets',
    parameters: recordChange('CREATE', {
      ...{ Name: 'shop.{aws_route53_record.SiteRecord.name}', Type: 'CNAME', TTL: 60 },
      ResourceRecords: [{ Value: 'shop.example.net.' }],
    }),
    finding: invisible('aws_route53_zone.Zone', 'aws_route53_record', 'high'),
  },
  {
    what: 'the zone is described in other words',
    call: 'route53.update_hosted_zone_comment',
    parameters: { Id: '{aws_route53_zone.Zone.zone_id}', Comment: 'by hand' },
    finding: revertable('aws_route53_zone.Zone', 'comment', 'medium'),
  },
  {
    what: 'a note on the certificate',
    call: 'acm.add_tags_to_certificate',
    parameters: {
      CertificateArn: '{aws_acm_certificate.Certificate.arn}',
      Tags: [{ Key: 'Note', Value: 'by hand' }],
    },
    finding: revertable('aws_acm_certificate.Certificate', 'tags.Note', 'info'),
  },
  {
    what: 'the site takes connections with old ciphers',
    call: 'elbv2.modify_listener',
    parameters: {
      ListenerArn: '{aws_lb_listener.LoadBalancer_Listeners_Https.arn}',
      SslPolicy: 'ELBSecurityPolicy-2016-08',
    },
    finding: revertable('aws_lb_listener.LoadBalancer_Listeners_Https', 'ssl_policy', 'critical', 'WPHA-ELB-003'),
  },
  {
    what: 'visitors are not led to TLS any more',
    call: 'elbv2.modify_listener',
    parameters: {
      ListenerArn: '{aws_lb_listener.LoadBalancer_Listeners_Http_.arn}',
      DefaultActions: [{ Type: 'forward', TargetGroupArn: '{aws_lb_target_group.LoadBalancer_Targets.arn}' }],
    },
    finding: revertable(
      'aws_lb_listener.LoadBalancer_Listeners_Http_',
      'default_action[0].redirect',
      'critical',
      'WPHA-ELB-001',
    ),
  },
  {
    what: 'the site answers to another name',
    call: 'elbv2.modify_rule',
    parameters: {
      RuleArn: '{aws_lb_listener_rule.LoadBalancer_Listeners_HostNames.arn}',
      Conditions: [{ Field: 'host-header', HostHeaderConfig: { Values: ['shop.example.net'] } }],
    },
    finding: revertable(
      'aws_lb_listener_rule.LoadBalancer_Listeners_HostNames',
      'condition[0].host_header[0].values',
      'medium',
    ),
  },
];

function recordChange(action: string, record: Readonly<Record<string, unknown>>): OutsideChange['parameters'] {
  return {
    HostedZoneId: '{aws_route53_zone.Zone.zone_id}',
    ChangeBatch: { Changes: [{ Action: action, ResourceRecordSet: record }] },
  };
}
