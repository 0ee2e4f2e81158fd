import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import type { IConstruct } from 'constructs';
import type { Environment } from '../src/config';
import type { DatabaseUser } from '../src/data';
import { suppress } from '../src/suppression';

/** Day on which what follows from the design is looked at again. */
const REVIEW = '2027-11-20';

/** Lambda attaches a function to a VPC by these, and refuses a role that limits them to resources. */
const ATTACH_TO_VPC = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:UnassignPrivateIpAddresses',
];

/** Accepts that the function's role may do to every network interface what attaches it to the VPC. */
export function acceptFunctionInVpc(databaseUser: DatabaseUser, { tags }: Environment): void {
  for (const finding of ATTACH_TO_VPC) {
    suppress(databaseUser, {
      rule: 'WPHA-IAM-010',
      finding,
      reason: 'Lambda refuses a narrower resource; the next statement denies the same to the code of the function',
      owner: ownerOf(tags),
      expires: REVIEW,
    });
  }
}

/** Accepts that log groups keep less than a year, in production, where the policy wants one. */
export function acceptShortLogs(scope: IConstruct, { logRetentionDays, stage, tags }: Environment): void {
  if (stage !== 'production' || logRetentionDays >= 365) return;
  for (const group of scope.node.findAll().filter((each) => each instanceof CloudwatchLogGroup)) {
    suppress(group, {
      rule: 'WPHA-LOG-002',
      reason:
        'requests are kept for a year in the logs bucket; what else is logged serves to find faults and holds addresses of visitors',
      owner: ownerOf(tags),
      expires: REVIEW,
    });
  }
}

/** Accepts that a public zone neither logs queries nor is signed. */
export function acceptPlainZone(zone: IConstruct, { stage, tags }: Environment): void {
  if (stage !== 'production') return;
  suppress(zone, {
    rule: 'WPHA-DNS-001',
    reason: 'the zone holds two or three public names, and its log group would have to be in us-east-1',
    owner: ownerOf(tags),
    expires: REVIEW,
  });
  suppress(zone, {
    rule: 'WPHA-DNS-002',
    reason: 'signing needs a record at the registrar, outside Terraform; done by halves it takes the site off the net',
    owner: ownerOf(tags),
    expires: REVIEW,
  });
}

/** Every sound environment has the tag, and `suppress` refuses an empty owner. */
function ownerOf({ owner = '' }: Environment['tags']): string {
  return owner;
}
