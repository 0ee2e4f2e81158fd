import { UserError } from '../../core/errors';
import type { Assembly, StackAssembly } from '../../terraform/assembly';
import { objectOf, textOf, textsOf } from '../../terraform/json';
import type { LabModel } from './lab-model';
import { readBalancer } from './read-balancer';
import { readDatabase, readProvisioner } from './read-database';
import { readFiles } from './read-files';
import { readFleet, readInstance, readUserData } from './read-fleet';
import { readPacketFilters } from './read-packet-filters';
import { readSeed } from './read-seed';
import { Reader } from './reader';
import { resourcesOf, within, type Resource } from './resource';
import { Resolver, type LabPlace } from './resolver';
import { Settings } from './settings';

/**
 * What the boot lab builds from: all of it from the synthesized stacks, nothing restated.
 *
 * The reading starts at the Auto Scaling group and follows references: to the launch template, the target group, and
 * through the SSM parameters below `/<system>/<environment>/` to the database, the file system and the secrets, as
 * an instance does itself.
 *
 * @throws UserError when the stacks lack a part, or a value depends on what only AWS knows and the lab has no value for
 */
export function readLabModel(assembly: Assembly): LabModel {
  const group = onlyGroup(assembly);
  const place = placeOf(group.stack);
  const reader = new Reader({ stacks: upstreams(group.stack, assembly) }, new Resolver(assembly, place));
  const instance = readInstance(reader, group);
  const system = tagOf(instance.tags, 'system');
  const environment = tagOf(instance.tags, 'environment');
  const settings = new Settings(reader, `/${system}/${environment}/`);
  const provisioner = readProvisioner(reader, settings);
  const database = readDatabase(reader, settings, provisioner);
  return {
    environment,
    system,
    region: place.region,
    accountId: place.accountId,
    userData: readUserData(reader, group),
    instance,
    fleet: readFleet(reader, group),
    balancer: readBalancer(reader, group),
    database,
    files: readFiles(reader, settings),
    packetFilters: readPacketFilters(reader, group, settings),
    seed: readSeed(reader, group, settings, database),
    provisioner,
  };
}

function onlyGroup(assembly: Assembly): Resource {
  const [group, ...others] = resourcesOf(assembly, 'aws_autoscaling_group');
  if (group !== undefined && others.length === 0) return group;
  const count = group === undefined ? 'none' : others.length + 1;
  throw new UserError(
    `the lab needs exactly one 'aws_autoscaling_group', got ${count}; synthesize a site with one fleet`,
  );
}

/** A stack and all that it depends on, in the order of the assembly. */
function upstreams(stack: StackAssembly, assembly: Assembly): StackAssembly[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    assembly.stacks.find((each) => each.name === name)?.dependencies.forEach(add);
  };
  add(stack.name);
  return assembly.stacks.filter(({ name }) => names.has(name));
}

/** Account, region and workspace of a stack, from its provider. */
function placeOf(stack: StackAssembly): LabPlace {
  const aws = within(stack.configuration, ['provider', 'aws']);
  const own = objectOf(Array.isArray(aws) ? aws.find((each) => textOf(objectOf(each), 'alias') === undefined) : aws);
  const [accountId] = textsOf(own.allowed_account_ids);
  const region = textOf(own, 'region');
  const workspace = textOf(objectOf(within(own, ['default_tags', 'tags'])), 'environment');
  if (accountId !== undefined && region !== undefined && workspace !== undefined)
    return { accountId, region, workspace };
  throw new UserError(
    `the provider of stack '${stack.name}' must name 'region', 'allowed_account_ids' and the tag 'environment'; synthesize again`,
  );
}

function tagOf(tags: Readonly<Record<string, string>>, name: string): string {
  const value = tags[name];
  if (value !== undefined) return value;
  throw new UserError(
    `the instances have no tag '${name}', so that they find no settings; add it to 'tag_specifications'`,
  );
}
