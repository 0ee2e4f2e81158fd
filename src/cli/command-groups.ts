import type { CommandSpec } from './command-spec';
import { LAB_COMMANDS } from './lab-commands';
import { POLICY_COMMANDS } from './policy-commands';
import { RELEASE_COMMANDS } from './release-commands';
import { SANDBOX_COMMANDS } from './sandbox-commands';

/** Commands that share a first word. */
export interface CommandGroup {
  readonly name: string;
  readonly summary: string;
  /** What they are about, in full sentences. */
  readonly description: string;
  readonly commands: readonly CommandSpec[];
}

/** Every group, in the order of `--help`. */
export const COMMAND_GROUPS: readonly CommandGroup[] = [
  {
    name: 'lab',
    summary: 'boot the site on this machine, from its own user data',
    description:
      'Instances, load balancer, database and file system of an environment on this machine, as root on Linux.',
    commands: LAB_COMMANDS,
  },
  {
    name: 'policy',
    summary: 'judge the configuration by rules',
    description: 'Rules that judge what is synthesized or planned; each tells why it exists and what to do.',
    commands: POLICY_COMMANDS,
  },
  {
    name: 'release',
    summary: 'build, publish and choose releases of the site',
    description: "Releases of the site's code: built here, kept in the releases bucket, taken by new instances.",
    commands: RELEASE_COMMANDS,
  },
  {
    name: 'sandbox',
    summary: 'start, end or look at an emulated AWS account',
    description: 'An emulator of AWS on this machine: deploy to it with --sandbox and no account.',
    commands: SANDBOX_COMMANDS,
  },
];
