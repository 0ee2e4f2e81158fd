/**
 * Where instances of Debian get AWS's agents when the releases bucket has none, in variables of the instance's program.
 *
 * AWS publishes each version under this address in turn. Sources: Systems Manager User Guide, "Manually installing SSM
 * Agent on Debian Server instances"; CloudWatch User Guide, "Download the CloudWatch agent package".
 */
export const AGENT_DOWNLOADS = {
  ssm: 'https://s3.$REGION.$DOMAIN/amazon-ssm-$REGION/latest/debian_$architecture/amazon-ssm-agent.deb',
  cloudWatch:
    'https://amazoncloudwatch-agent-$REGION.s3.$REGION.$DOMAIN/debian/$architecture/latest/amazon-cloudwatch-agent.deb',
} as const;
