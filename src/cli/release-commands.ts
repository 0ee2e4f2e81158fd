import { listOption, textOptions, type CommandSpec, type OptionSpec } from './command-spec';

const APP: OptionSpec = {
  flags: '--app <name>',
  description: 'application, the first part of the keys in the bucket; else wordpress',
};

/** What can be done with releases. */
export const RELEASE_COMMANDS: readonly CommandSpec[] = [
  {
    name: 'build',
    summary: 'make a release from WordPress, plugins, themes and settings',
    description:
      'Makes a release from an archive of WordPress, or a version of it from wordpress.org with its SHA-256, with plugins, ' +
      "themes and an env file of 'NAME=value' lines. The same inputs give the same bytes. Needs no environment and no account.",
    options: [
      { flags: '--wordpress <file|version>', description: '.tar.gz, .zip or folder, or a version such as 6.8.3' },
      { flags: '--wordpress-sha256 <sum>', description: 'SHA-256 of the archive; required with a version' },
      {
        flags: '--plugin <file>',
        description: '.zip, .tar.gz or folder; may be given several times',
        repeatable: true,
      },
      { flags: '--theme <file>', description: '.zip, .tar.gz or folder; may be given several times', repeatable: true },
      { flags: '--env <file>', description: "env file of the release: 'NAME=value' lines, no secrets" },
      { flags: '--name <name>', description: "name of the release; else what 'git describe' says of the project" },
      { flags: '--output <dir>', description: "folder for the release's own folder; else .wordpress-ha/releases" },
    ],
    examples: [
      'wordpress-ha release build --wordpress wordpress-6.8.3.tar.gz --plugin redis-cache.zip --theme themes/shop',
      'wordpress-ha release build --wordpress 6.8.3 --wordpress-sha256 SUM --env site.env --name r42',
    ],
    run: async (context, options) =>
      (await import('./commands/release/build.js')).buildReleaseCommand(context, {
        ...options,
        ...textOptions(options, 'wordpress', 'wordpressSha256', 'env', 'name', 'output'),
        plugins: listOption(options, 'plugin'),
        themes: listOption(options, 'theme'),
      }),
  },
  {
    name: 'publish',
    summary: 'put a built release into the releases bucket',
    description:
      'Puts a built release into the releases bucket of an environment, its code first and its description last. A release ' +
      'that is there is never changed: the same content is skipped, another one refused.',
    arguments: [
      {
        name: 'release',
        description: "its folder, or its name below .wordpress-ha/releases; else git's version",
      },
    ],
    options: [{ flags: '--activate', description: 'then make it the one that new instances take' }, APP],
    examples: [
      'wordpress-ha release publish r42 -e staging',
      'wordpress-ha release publish build/r42 -e staging --activate',
    ],
    run: async (context, options) =>
      (await import('./commands/release/publish.js')).publishReleaseCommand(context, {
        ...options,
        ...textOptions(options, 'release', 'app'),
        activate: options['activate'] === true,
      }),
  },
  {
    name: 'current',
    summary: 'show or choose the release that new instances take',
    description:
      'Shows which release new instances take or, with a name, chooses one that is published and complete. Refuses when ' +
      'somebody else chose one at the same time. Instances that run keep theirs until they are replaced.',
    arguments: [{ name: 'release', description: 'name of a published release' }],
    options: [APP],
    examples: ['wordpress-ha release current -e staging', 'wordpress-ha release current r41 -e staging'],
    run: async (context, options) =>
      (await import('./commands/release/current.js')).currentReleaseCommand(context, {
        ...options,
        ...textOptions(options, 'release', 'app'),
      }),
  },
  {
    name: 'list',
    summary: 'list the published releases',
    description: 'Lists the releases in the releases bucket of an environment, the newest first.',
    options: [APP],
    examples: ['wordpress-ha release list -e staging', 'wordpress-ha release list -e production --json'],
    run: async (context, options) =>
      (await import('./commands/release/list.js')).listReleasesCommand(context, {
        ...options,
        ...textOptions(options, 'app'),
      }),
  },
];
