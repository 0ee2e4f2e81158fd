import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { IamRolePolicy } from '@cdktf/provider-aws/lib/iam-role-policy';
import { Construct } from 'constructs';
import { policyDocument, type PolicyStatement } from '../../core/policy-document';
import { ExclusivePolicies, type ExclusivePoliciesSetting } from '../../iam/exclusive-policies';
import type { KeyReference } from '../key-reference';

/** What Lambda does to attach a function to a VPC (Lambda developer guide, 'Configuring VPC access'). */
const ATTACH_TO_VPC = [
  'ec2:AssignPrivateIpAddresses',
  'ec2:CreateNetworkInterface',
  'ec2:DeleteNetworkInterface',
  'ec2:DescribeNetworkInterfaces',
  'ec2:DescribeSubnets',
  'ec2:UnassignPrivateIpAddresses',
];

export interface FunctionRoleProps extends ExclusivePoliciesSetting {
  /** Name of the function and its role. */
  readonly functionName: string;
  readonly accountId: string;
  readonly region: string;
  readonly logGroupArn: string;
  readonly key: KeyReference;
  /** Secrets it reads only. */
  readonly readSecretArns: readonly string[];
  /** Secrets it reads and writes. */
  readonly writeSecretArns: readonly string[];
}

/** The role of the function that makes the database user. */
export class FunctionRole extends Construct {
  readonly resource: IamRole;
  readonly roleArn: string;

  constructor(scope: Construct, id: string, props: FunctionRoleProps) {
    super(scope, id);
    const { functionName, accountId, region, exclusivePolicies = true } = props;
    const functionArn = `arn:aws:lambda:${region}:${accountId}:function:${functionName}`;

    this.resource = new IamRole(this, 'Resource', {
      name: functionName,
      description: 'Function that makes the database user of WordPress',
      assumeRolePolicy: policyDocument([
        { sid: 'Lambda', actions: ['sts:AssumeRole'], principals: { Service: 'lambda.amazonaws.com' } },
      ]),
    });
    const policy = new IamRolePolicy(this, 'Policy', {
      name: 'database-user',
      role: this.resource.name,
      policy: policyDocument([...vpcStatements(functionArn), ...workStatements(props)]),
    });
    if (exclusivePolicies) new ExclusivePolicies(this, 'ExclusivePolicies', { role: this.resource, inline: [policy] });

    this.roleArn = this.resource.arn;
  }
}

/** Lambda refuses narrower resources than all; the second statement takes the same from the function's own code. */
function vpcStatements(functionArn: string): PolicyStatement[] {
  return [
    { sid: 'AttachToVpc', actions: ATTACH_TO_VPC, resources: ['*'] },
    {
      sid: 'NotFromTheCode',
      effect: 'Deny',
      actions: ATTACH_TO_VPC,
      resources: ['*'],
      conditions: { ArnEquals: { 'lambda:SourceFunctionArn': functionArn } },
    },
  ];
}

function workStatements(props: FunctionRoleProps): PolicyStatement[] {
  const { region, logGroupArn, key, readSecretArns, writeSecretArns } = props;
  return [
    { sid: 'WriteLogs', actions: ['logs:CreateLogStream', 'logs:PutLogEvents'], resources: [`${logGroupArn}:*`] },
    {
      sid: 'ReadSecrets',
      actions: ['secretsmanager:GetSecretValue'],
      resources: [...readSecretArns, ...writeSecretArns],
    },
    { sid: 'WriteSecrets', actions: ['secretsmanager:PutSecretValue'], resources: writeSecretArns },
    {
      sid: 'UseKeyForSecrets',
      actions: ['kms:Decrypt', 'kms:GenerateDataKey'],
      resources: [key.keyArn],
      conditions: { StringEquals: { 'kms:ViaService': `secretsmanager.${region}.amazonaws.com` } },
    },
  ];
}
