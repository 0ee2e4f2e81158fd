import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [`'name' must be given, got nothing; add it, for example name: 'development'`, { name: undefined }],
  [`'region' must be text in quotes, got 5; write it like 'eu-west-1'`, { region: 5 }],
  [`'region' must be text in quotes, got null; write it like 'eu-west-1'`, { region: null }],
  [
    `'network' must be given, got nothing; add it, for example network: { cidrBlock: '10.10.0.0/16', nat: 'none' }`,
    { network: undefined },
  ],
  [
    `'network.cidrBlock' must be given, got nothing; add it, for example cidrBlock: '10.10.0.0/16'`,
    { 'network/cidrBlock': undefined },
  ],
  [
    `'network' must be an object in {braces}, got an object of class Map; write it like { cidrBlock: '10.10.0.0/16', nat: 'none' }`,
    { network: new Map() },
  ],
  [
    `'availabilityZones' must be a list in [brackets], got "eu-west-1a"; write it like ['eu-west-1a']`,
    { availabilityZones: 'eu-west-1a' },
  ],
  [`'availabilityZones[1]' must be text in quotes, got 7; write it like 'eu-west-1a'`, { 'availabilityZones/1': 7 }],
  [`'fleet.minsize' must be a known field, got 1; did you mean 'minSize'`, { 'fleet/minsize': 1 }],
  [
    `'fleet.minsize' must be a known field, got 1; did you mean 'minSize'`,
    { 'fleet/minSize': undefined, 'fleet/minsize': 1 },
  ],
  [
    `'colour' must be a known field, got "red"; remove it (known here: 'name', 'stage', 'system', 'accountId', 'region', 'availabilityZones', 'network', 'site', 'domain', 'fleet', 'database', 'storage', 'logRetentionDays', 'protection', 'alertEmails', 'state', 'tags')`,
    { colour: 'red' },
  ],
  [`'fleet.minSize' must be a whole number without quotes, got "1"; write it like 1`, { 'fleet/minSize': '1' }],
  [`'fleet.minSize' must be a whole number without quotes, got 1.5; write it like 1`, { 'fleet/minSize': 1.5 }],
  [
    `'fleet.cpuTargetPercent' must be a number without quotes, got NaN; write it like 60`,
    { 'fleet/cpuTargetPercent': Number.NaN },
  ],
  [
    `'database.multiAz' must be true or false without quotes, got "yes"; write it like true`,
    { 'database/multiAz': 'yes' },
  ],
  [
    `'stage' must be 'development', 'staging' or 'production', got "prod"; did you mean 'production'`,
    { stage: 'prod' },
  ],
  [`'stage' must be 'development', 'staging' or 'production', got 7; write one of them`, { stage: 7 }],
  [
    `'network.nat' must be 'none', 'single' or 'per-zone', got "perzone"; did you mean 'per-zone'`,
    { 'network/nat': 'perzone' },
  ],
  [
    `'fleet.architecture' must be 'arm64' or 'x86_64', got "arm"; did you mean 'arm64'`,
    { 'fleet/architecture': 'arm' },
  ],
  [
    `'fleet.image.family' must be 'debian-13' or 'amazon-linux-2023', got "ubuntu"; write one of them`,
    { 'fleet/image/family': 'ubuntu' },
  ],
  [
    `'network.interfaceEndpoints[1]' must be 'ec2', 'ssm', 'ssmmessages', 'ec2messages', 'secretsmanager', 'logs', 'monitoring', 'autoscaling' or 'elasticfilesystem', got "s3"; write one of them`,
    { 'network/interfaceEndpoints': ['ssm', 's3'] },
  ],
  [`'protection' must be 'on' or 'off', got true; write one of them`, { protection: true }],
  [
    `'protection.reason' must be given, got nothing; add it, for example reason: 'moving to another account'`,
    { protection: { offUntil: '2026-11-22' } },
  ],
  [`'protection' must be 'on' or 'off', got "On"; did you mean 'on'`, { protection: 'On' }],
  [`'state.type' must be 's3', 'cloud' or 'local', got "gcs"; write one of them`, { state: { type: 'gcs' } }],
  [`'state.type' must be 's3', 'cloud' or 'local', got nothing; write one of them`, { state: { bucket: 'x' } }],
  [
    `'state.region' must be given, got nothing; add it, for example region: 'eu-west-1'`,
    { state: { type: 's3', bucket: 'state-bucket' } },
  ],
  [
    `'state' must be an object in {braces}, got "s3"; write it like { type: 's3', bucket: 'wordpress-ha-state-123456789012', region: 'eu-west-1' }`,
    { state: 's3' },
  ],
  [
    `'domain' must be an object in {braces}, got "www.example.com"; leave it out or write it like { name: 'www.example.com' }`,
    { domain: 'www.example.com' },
  ],
  [
    `'domain' must be an object in {braces}, got null; leave it out or write it like { name: 'www.example.com' }`,
    { domain: null },
  ],
  [
    `'tags.cost-center' must be text in quotes, got 1; write it like 'text'`,
    { tags: { owner: 'a', 'cost-center': 1 } },
  ],
  [
    `'fleet.schedules' must be a list in [brackets], got an empty object; leave it out or write it like [{ name: 'night', minSize: 1, maxSize: 2, desiredCapacity: 1 }]`,
    { 'fleet/schedules': {} },
  ],
  [
    `'fleet.schedules[0].recurrence' must be text in quotes, got null; leave it out or write it like '0 20 * * MON-FRI'`,
    { 'fleet/schedules/0/recurrence': null },
  ],
  [
    `'database.readReplica.instanceClass' must be given, got nothing; add it, for example instanceClass: 'db.t4g.micro'`,
    { 'database/readReplica': {} },
  ],
  [
    `'database' must be an object in {braces}, got an object of class Date; write it like { instanceClass: 'db.t4g.micro', multiAz: true, … }`,
    { database: new Date(0) },
  ],
  [
    `'database' must be an object in {braces}, got a function; write it like { instanceClass: 'db.t4g.micro', multiAz: true, … }`,
    { database: () => 1 },
  ],
  [
    `'alertEmails' must be a list in [brackets], got "a@example.com"; write it like ['alerts@example.com']`,
    { alertEmails: 'a@example.com' },
  ],
  [`'system' must be text in quotes, got 10n; leave it out or write it like 'wordpress'`, { system: 10n }],
];

describe('mistakes in the shape of an environment', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
