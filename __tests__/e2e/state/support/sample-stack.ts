import type { JsonObject } from '../../../../src/terraform/json';

const trust = (service: string): string =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { Service: service }, Action: 'sts:AssumeRole' }],
  });

const nothing = JSON.stringify({
  Version: '2012-10-17',
  Statement: [{ Effect: 'Deny', Action: 's3:GetObject', Resource: '*' }],
});

/** Resources of many kinds: ids chosen by AWS, names, composed import ids. All are quick on the emulator. */
export const SAMPLE: JsonObject = {
  terraform: { required_providers: { aws: { source: 'hashicorp/aws', version: '5.100.0' } } },
  provider: {
    aws: [
      {
        region: 'us-east-1',
        skip_credentials_validation: true,
        skip_requesting_account_id: true,
        s3_use_path_style: true,
        max_retries: 2,
        default_tags: [{ tags: { system: 'sample' } }],
      },
    ],
  },
  resource: {
    aws_vpc: { main: { cidr_block: '10.0.0.0/16' } },
    aws_subnet: {
      a: { vpc_id: '${aws_vpc.main.id}', cidr_block: '10.0.0.0/24', availability_zone: 'us-east-1a' },
      b: { vpc_id: '${aws_vpc.main.id}', cidr_block: '10.0.1.0/24', availability_zone: 'us-east-1b' },
    },
    aws_internet_gateway: { main: { vpc_id: '${aws_vpc.main.id}' } },
    aws_route_table: { main: { vpc_id: '${aws_vpc.main.id}' } },
    aws_route: {
      out: {
        route_table_id: '${aws_route_table.main.id}',
        destination_cidr_block: '0.0.0.0/0',
        gateway_id: '${aws_internet_gateway.main.id}',
      },
    },
    aws_route_table_association: {
      a: { subnet_id: '${aws_subnet.a.id}', route_table_id: '${aws_route_table.main.id}' },
    },
    aws_security_group: { web: { name: 'sample-web', description: 'web', vpc_id: '${aws_vpc.main.id}' } },
    aws_vpc_security_group_ingress_rule: {
      http: {
        security_group_id: '${aws_security_group.web.id}',
        cidr_ipv4: '10.0.0.0/8',
        ip_protocol: 'tcp',
        from_port: 80,
        to_port: 80,
      },
    },
    aws_lb_target_group: { web: { name: 'sample-web', port: 80, protocol: 'HTTP', vpc_id: '${aws_vpc.main.id}' } },
    aws_iam_role: { web: { name: 'sample-web', assume_role_policy: trust('ec2.amazonaws.com') } },
    aws_iam_role_policy: { web: { name: 'nothing', role: '${aws_iam_role.web.name}', policy: nothing } },
    aws_iam_policy: { web: { name: 'sample-nothing', policy: nothing } },
    aws_iam_role_policy_attachment: {
      web: { role: '${aws_iam_role.web.name}', policy_arn: '${aws_iam_policy.web.arn}' },
    },
    aws_iam_instance_profile: { web: { name: 'sample-web', role: '${aws_iam_role.web.name}' } },
    aws_sns_topic: { alarms: { name: 'sample-alarms' } },
    aws_cloudwatch_log_group: { web: { name: '/sample/web', retention_in_days: 7 } },
    aws_cloudwatch_metric_alarm: {
      cpu: {
        alarm_name: 'sample-cpu',
        comparison_operator: 'GreaterThanThreshold',
        evaluation_periods: 1,
        metric_name: 'CPUUtilization',
        namespace: 'AWS/EC2',
        period: 60,
        statistic: 'Average',
        threshold: 80,
        alarm_actions: ['${aws_sns_topic.alarms.arn}'],
      },
    },
    aws_ssm_parameter: { region: { name: '/sample/region', type: 'String', value: 'us-east-1' } },
    aws_s3_bucket: { media: { bucket: 'sample-media' } },
    aws_s3_bucket_public_access_block: {
      media: { bucket: '${aws_s3_bucket.media.id}', block_public_acls: true, block_public_policy: true },
    },
    aws_s3_bucket_versioning: {
      media: { bucket: '${aws_s3_bucket.media.id}', versioning_configuration: [{ status: 'Enabled' }] },
    },
    terraform_data: { last: { input: '${aws_route.out.id}' } },
  },
  output: { vpc: { value: '${aws_vpc.main.id}' } },
};
