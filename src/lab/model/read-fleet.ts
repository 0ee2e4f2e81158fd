import { UserError } from '../../core/errors';
import { objectOf } from '../../terraform/json';
import type { LabFleet, LabInstance } from './lab-model';
import type { Reader } from './reader';
import { addressOf, type Resource } from './resource';

const LAUNCHING = 'autoscaling:EC2_INSTANCE_LAUNCHING';

/** The launch template of an Auto Scaling group. */
export function launchTemplateOf(reader: Reader, group: Resource): Resource {
  return reader.target(group, ['launch_template', 'id'], 'aws_launch_template');
}

/** The role that instances of a group act as. */
export function roleOf(reader: Reader, group: Resource): Resource {
  return reader.target(profileOf(reader, group), ['role'], 'aws_iam_role');
}

/** User data as EC2 hands it to the instance. */
export function readUserData(reader: Reader, group: Resource): Buffer {
  return Buffer.from(reader.text(launchTemplateOf(reader, group), 'user_data'), 'base64');
}

/** What the launch template and the group say of an instance. */
export function readInstance(reader: Reader, group: Resource): LabInstance {
  const template = launchTemplateOf(reader, group);
  const subnets = reader.resolver.targets(group, ['vpc_zone_identifier']);
  const option = (name: string): string => reader.text(template, 'metadata_options', name);
  return {
    tags: tagsOf(reader, group, template),
    roleName: reader.text(roleOf(reader, group), 'name'),
    profileArn: reader.attribute(profileOf(reader, group), 'arn'),
    hopLimit: Number(option('http_put_response_hop_limit')),
    tokensRequired: option('http_tokens') === 'required',
    tagsInMetadata: option('instance_metadata_tags') === 'enabled',
    imageId: reader.text(template, 'image_id'),
    instanceType: reader.text(template, 'instance_type'),
    zones: subnets.map((subnet) => reader.text(subnet, 'availability_zone')),
  };
}

/** Names, sizes and the launch hook of the group. */
export function readFleet(reader: Reader, group: Resource): LabFleet {
  const hook = launchHook(reader, group);
  return {
    groupName: reader.text(group, 'name'),
    lifecycleHook: String(hook.name),
    bootSeconds: Number(hook.heartbeat_timeout),
    defaultResult: hook.default_result === 'CONTINUE' ? 'CONTINUE' : 'ABANDON',
    launchTemplate: reader.text(launchTemplateOf(reader, group), 'name'),
    minSize: reader.number(group, 'min_size'),
    maxSize: reader.number(group, 'max_size'),
    graceSeconds: reader.number(group, 'health_check_grace_period'),
  };
}

function profileOf(reader: Reader, group: Resource): Resource {
  return reader.target(launchTemplateOf(reader, group), ['iam_instance_profile', 'arn'], 'aws_iam_instance_profile');
}

/** The template's tags of instances, then the group's, which win, then Auto Scaling's own. */
function tagsOf(reader: Reader, group: Resource, template: Resource): Record<string, string> {
  const specification = reader
    .blocks(template, 'tag_specifications')
    .find(({ resource_type: type }) => type === 'instance');
  const propagated = reader
    .blocks(group, 'tag')
    .filter(({ propagate_at_launch: propagate }) => String(propagate) === 'true')
    .map(({ key, value }) => [String(key), String(value)]);
  return {
    ...(specification?.tags as Record<string, string> | undefined),
    ...(Object.fromEntries(propagated) as Record<string, string>),
    'aws:autoscaling:groupName': reader.text(group, 'name'),
  };
}

/** A hook of its own wins over the group's initial one, which is only for its first instances. */
function launchHook(reader: Reader, group: Resource): Readonly<Record<string, unknown>> {
  const own = reader
    .all('aws_autoscaling_lifecycle_hook')
    .filter((hook) => belongs(reader, hook, group))

    .map((hook) => objectOf(reader.resolver.value(hook, [])));
  const all = [...own, ...reader.blocks(group, 'initial_lifecycle_hook')];
  const hook = all.find(({ lifecycle_transition: transition }) => transition === LAUNCHING);
  if (hook !== undefined) return hook;
  throw new UserError(
    `'${addressOf(group)}' has no launch hook, so that nothing waits for a boot; add a lifecycle hook`,
  );
}

function belongs(reader: Reader, hook: Resource, group: Resource): boolean {
  return reader.text(hook, 'autoscaling_group_name') === reader.text(group, 'name');
}
