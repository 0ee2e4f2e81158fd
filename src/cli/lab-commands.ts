import { listOption, textOptions, type CommandSpec } from './command-spec';

/** What the lab command can do. */
export const LAB_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'up',
    summary: 'boot the site of an environment on this machine',
    description:
      'Boots instances from the user data of the launch template, behind a balancer, with database, file system and an ' +
      'emulator of AWS, all of it as the stacks say, and waits until every instance is in service or given up. ' +
      'Exits 2 when one does not come into service. Needs Linux and root; changes nothing outside of namespaces of its own.',
    options: [
      { flags: '--stock', description: 'install the packages at boot, as on a published image' },
      { flags: '--instances <number>', description: 'instances to launch, 1 to 8; else 2' },
      { flags: '--release <file>', description: "archive of a release to serve; else Debian's WordPress" },
    ],
    examples: ['wordpress-ha lab up', 'wordpress-ha lab up -e staging --stock --instances 1'],
    run: async (context, options) =>
      (await import('./commands/lab/up.js')).labUp(context, {
        ...options,
        stock: options['stock'] === true,
        ...textOptions(options, 'instances', 'release'),
      }),
  },
  {
    name: 'status',
    summary: 'tell how the instances are',
    description: 'Tells which instances run, since when they are healthy, and how their launch hooks were completed.',
    examples: ['wordpress-ha lab status', 'wordpress-ha lab status --json'],
    run: async (context) => (await import('./commands/lab/status.js')).labStatus(context),
  },
  {
    name: 'shell',
    summary: 'open a root shell on an instance',
    description: 'Connects the terminal with a root shell on an instance, over its serial line; Ctrl-] leaves it.',
    arguments: [{ name: 'node', required: true, description: "the instance, such as 'n1'" }],
    examples: ['wordpress-ha lab shell n1'],
    run: async (context, options) =>
      (await import('./commands/lab/shell.js')).labShell(context, String(options['node'])),
  },
  {
    name: 'fail',
    summary: 'bring a fault about',
    description:
      'Brings a fault about in the running lab, for the instances that run and for those to come, until it is healed: each ' +
      'must keep a node that boots out of service, which says why in /var/log/site/boot.log.',
    arguments: [{ name: 'fault', description: "name of the fault, such as 'wrong-secret'" }],
    options: [
      { flags: '--list', description: 'tell which faults there are and which are in force' },
      { flags: '--launch', description: 'launch an instance that meets it' },
    ],
    examples: ['wordpress-ha lab fail --list', 'wordpress-ha lab fail wrong-secret --launch'],
    run: async (context, options) =>
      (await import('./commands/lab/fail.js')).labFail(context, {
        ...textOptions(options, 'fault'),
        list: options['list'] === true,
        launch: options['launch'] === true,
      }),
  },
  {
    name: 'heal',
    summary: 'take a fault back',
    description: 'Takes a fault of the running lab back, or all of them. Instances that gave up stay given up.',
    arguments: [{ name: 'fault', description: 'name of the fault; else every one in force' }],
    examples: ['wordpress-ha lab heal wrong-secret', 'wordpress-ha lab heal'],
    run: async (context, options) =>
      (await import('./commands/lab/fail.js')).labHeal(context, textOptions(options, 'fault').fault),
  },
  {
    name: 'prove',
    summary: 'show on the running lab what the site must do and survive',
    description:
      'Runs scenarios and faults on the running lab, such as a node that is killed under visitors, and records how each ' +
      "comes out; 'lab report' tells it again. Exits 2 when one fails. Scenarios with a browser need Chromium and the " +
      "package 'playwright-core'.",
    arguments: [{ name: 'name', repeatable: true, description: 'what to show; else all of it' }],
    options: [{ flags: '--list', description: 'tell what can be shown' }],
    examples: [
      'wordpress-ha lab prove',
      'wordpress-ha lab prove node-killed upload-shared',
      'wordpress-ha lab prove --list',
    ],
    run: async (context, options) =>
      (await import('./commands/lab/prove.js')).labProve(context, {
        names: listOption(options, 'name'),
        list: options['list'] === true,
      }),
  },
  {
    name: 'report',
    summary: 'tell what the lab has shown',
    description:
      "Tells what 'lab prove' recorded of the last lab, whether it still runs or not: figures, results, and what a lab " +
      'does not show. Exits 2 when something failed.',
    examples: ['wordpress-ha lab report', 'wordpress-ha lab report --json'],
    run: async (context) => (await import('./commands/lab/report.js')).labReport(context),
  },
  {
    name: 'down',
    summary: 'end the lab and everything in it',
    description: 'Ends all of the lab and removes its disks and logs; also what is left of one that was killed.',
    examples: ['wordpress-ha lab down'],
    run: async (context) => (await import('./commands/lab/down.js')).labDown(context),
  },
];
