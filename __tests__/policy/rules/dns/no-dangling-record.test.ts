import { NO_DANGLING_RECORD } from '../../../../src/policy/rules/dns/no-dangling-record';
import { describeRule, OTHER_RESOURCES, type Resources } from '../../support/describe-rule';

const record = (settings: object): Resources => ({
  aws_route53_record: { site: { name: 'www', type: 'A', ...settings } },
});

describeRule(NO_DANGLING_RECORD, {
  pass: {
    'an alias of a load balancer': {
      ...record({ alias: { name: '${aws_lb.web.dns_name}', zone_id: '${aws_lb.web.zone_id}' } }),
      aws_lb: { web: { internal: false } },
    },
  },
  fail: {
    'a load balancer by name': {
      resources: record({ alias: { name: 'web-1.eu-west-1.elb.amazonaws.com' } }),
      finds: ['aws_route53_record.site#alias.name'],
    },
    'a bucket by name': record({ type: 'CNAME', records: ['media.s3-website-eu-west-1.amazonaws.com.'] }),
  },
  notApplicable: {
    'another record': record({ type: 'MX', records: ['10 mail.example.com'] }),
    'a name outside AWS': record({ type: 'CNAME', records: ['example.org'] }),
    'other resources': OTHER_RESOURCES,
  },
  unknown: {
    'a variable names it': record({ alias: { name: '${var.name}' } }),
    'a variable names the host': record({ type: 'CNAME', records: ['${var.name}'] }),
  },
  guards: { 'aws_route53_record.site.alias.name': ['d1.cloudfront.net', 'web.eu-west-1.elb.amazonaws.com'] },
});
