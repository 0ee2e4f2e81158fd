import type { LabModel } from './lab-model';

/** One call to the emulator, ready to be sent over HTTP. */
export interface EmulatorCall {
  readonly service: string;
  readonly action: string;
  readonly method: 'POST' | 'PUT';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A tag by which moto takes the end of a secret's ARN from its maker; without it the end is random. */
const SECRET_ID_TAG = '_custom_id_';

const VERSIONS = { iam: '2010-05-08', ec2: '2016-11-15', autoscaling: '2011-01-01' } as const;

/**
 * The calls that give the emulator what the stacks would have made: role, buckets, parameters, secrets, group, hook. They are
 * made in this order, before it begins to check who may do what.
 */
export function emulatorSeed(model: LabModel): readonly EmulatorCall[] {
  return [
    ...roleCalls(model),
    ...model.seed.buckets.map((bucket) => bucketCall(model, bucket)),
    ...model.seed.parameters.map(({ name, value, secure }) =>
      json(model, 'ssm', 'AmazonSSM.PutParameter', {
        Name: name,
        Value: value,
        Type: secure ? 'SecureString' : 'String',
        Overwrite: true,
      }),
    ),
    ...model.seed.secrets.map(({ name, arn, value }) =>
      json(model, 'secretsmanager', 'secretsmanager.CreateSecret', {
        Name: name,
        SecretString: value,
        Tags: [{ Key: SECRET_ID_TAG, Value: arn.slice(-6) }],
      }),
    ),
    ...groupCalls(model),
  ];
}

function roleCalls(model: LabModel): EmulatorCall[] {
  const { name, trust, policies } = model.seed.role;
  return [
    query(model, 'iam', 'CreateRole', { RoleName: name, AssumeRolePolicyDocument: trust }),
    ...policies.map((policy, index) =>
      query(model, 'iam', 'PutRolePolicy', {
        RoleName: name,
        PolicyName: `policy-${index + 1}`,
        PolicyDocument: policy,
      }),
    ),
  ];
}

/** The group starts nothing: the lab's nodes are its instances. */
function groupCalls(model: LabModel): EmulatorCall[] {
  const { fleet, instance } = model;
  const zones = Object.fromEntries(
    instance.zones.map((zone, index) => [`AvailabilityZones.member.${index + 1}`, zone]),
  );
  return [
    query(model, 'ec2', 'CreateLaunchTemplate', {
      LaunchTemplateName: fleet.launchTemplate,
      'LaunchTemplateData.InstanceType': instance.instanceType,
    }),
    query(model, 'autoscaling', 'CreateAutoScalingGroup', {
      AutoScalingGroupName: fleet.groupName,
      'LaunchTemplate.LaunchTemplateName': fleet.launchTemplate,
      MinSize: 0,
      DesiredCapacity: 0,
      MaxSize: fleet.maxSize,
      ...zones,
    }),
    query(model, 'autoscaling', 'PutLifecycleHook', {
      AutoScalingGroupName: fleet.groupName,
      LifecycleHookName: fleet.lifecycleHook,
      LifecycleTransition: 'autoscaling:EC2_INSTANCE_LAUNCHING',
      HeartbeatTimeout: fleet.bootSeconds,
      DefaultResult: fleet.defaultResult,
    }),
  ];
}

function bucketCall(model: LabModel, bucket: string): EmulatorCall {
  const place =
    model.region === 'us-east-1'
      ? ''
      : `<CreateBucketConfiguration><LocationConstraint>${model.region}</LocationConstraint></CreateBucketConfiguration>`;
  const headers = headersOf(model, 's3', 'application/xml');
  return { service: 's3', action: 'CreateBucket', method: 'PUT', path: `/${bucket}`, headers, body: place };
}

function json(model: LabModel, service: string, target: string, input: object): EmulatorCall {
  const headers = { ...headersOf(model, service, 'application/x-amz-json-1.1'), 'X-Amz-Target': target };
  const action = target.split('.').at(-1) ?? target;
  return { service, action, method: 'POST', path: '/', headers, body: JSON.stringify(input) };
}

function query(
  model: LabModel,
  service: keyof typeof VERSIONS,
  action: string,
  input: Readonly<Record<string, string | number>>,
): EmulatorCall {
  const all = { Action: action, Version: VERSIONS[service], ...input };
  const texts = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
  const body = new URLSearchParams(texts).toString();
  const headers = headersOf(model, service, 'application/x-www-form-urlencoded; charset=utf-8');
  return { service, action, method: 'POST', path: '/', headers, body };
}

/** moto finds the service in the signature, which it does not check before it is told to, and the account in a header. */
function headersOf({ region, accountId }: LabModel, service: string, contentType: string): Record<string, string> {
  const scope = `lab/20260101/${region}/${service}/aws4_request`;
  return {
    'Content-Type': contentType,
    Authorization: `AWS4-HMAC-SHA256 Credential=${scope}, SignedHeaders=host, Signature=lab`,
    'X-Moto-Account-Id': accountId,
  };
}
