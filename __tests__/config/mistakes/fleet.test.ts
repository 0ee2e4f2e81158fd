import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'fleet.instanceType' must be an EC2 instance type that runs Linux, got "t4g"; write it like 't4g.small'`,
    { 'fleet/instanceType': 't4g' },
  ],
  [
    `'fleet.instanceType' must be an EC2 instance type that runs Linux, got "t4g.huge"; write it like 't4g.small'`,
    { 'fleet/instanceType': 't4g.huge' },
  ],
  [
    `'fleet.instanceType' must be arm64 like 'fleet.architecture', but this type is x86_64, got "t3.small"; use another type or set 'fleet.architecture' to 'x86_64'`,
    { 'fleet/instanceType': 't3.small' },
  ],
  [
    `'fleet.instanceType' must be x86_64 like 'fleet.architecture', but this type is arm64, got "t4g.small"; use another type or set 'fleet.architecture' to 'arm64'`,
    { 'fleet/architecture': 'x86_64' },
  ],
  [
    `'fleet.instanceType' must be x86_64 like 'fleet.architecture', but this type is arm64, got "g5g.xlarge"; use another type or set 'fleet.architecture' to 'arm64'`,
    { 'fleet/instanceType': 'g5g.xlarge', 'fleet/architecture': 'x86_64' },
  ],
  [
    `'fleet.instanceType' must be arm64 like 'fleet.architecture', but this type is x86_64, got "g5.xlarge"; use another type or set 'fleet.architecture' to 'x86_64'`,
    { 'fleet/instanceType': 'g5.xlarge' },
  ],
  [
    `'fleet.instanceType' must be x86_64 like 'fleet.architecture', but this type is arm64, got "a1.medium"; use another type or set 'fleet.architecture' to 'arm64'`,
    { 'fleet/instanceType': 'a1.medium', 'fleet/architecture': 'x86_64' },
  ],
  [
    `'fleet.instanceType' must be an EC2 instance type that runs Linux, got "mac2.metal"; write it like 't4g.small'`,
    { 'fleet/instanceType': 'mac2.metal' },
  ],
  [
    `'fleet.minSize' must not exceed 'fleet.maxSize' (2), got 3; lower it or raise the other`,
    { 'fleet/minSize': 3, 'fleet/schedules': [] },
  ],
  [
    `'fleet.desiredCapacity' must not be below 'fleet.minSize' (1), got 0; raise it or lower the other`,
    { 'fleet/desiredCapacity': 0 },
  ],
  [
    `'fleet.desiredCapacity' must not exceed 'fleet.maxSize' (2), got 3; lower it or raise the other`,
    { 'fleet/desiredCapacity': 3 },
  ],
  [`'fleet.maxSize' must be 1 to 50 instances, got 51; use at most 50`, { 'fleet/maxSize': 51 }],
  [`'fleet.minSize' must be 1 to 50 instances, got 0; use at least 1`, { 'fleet/minSize': 0 }],
  [`'fleet.minSize' must be 1 to 50 instances, got -1; use at least 1`, { 'fleet/minSize': -1 }],
  [`'fleet.cpuTargetPercent' must be 10 to 90 percent, got 0; use at least 10`, { 'fleet/cpuTargetPercent': 0 }],
  [`'fleet.cpuTargetPercent' must be 10 to 90 percent, got 95; use at most 90`, { 'fleet/cpuTargetPercent': 95 }],
  [
    `'fleet.requestsPerTargetPerMinute' must be 10 to 100000 requests, got 0; use at least 10`,
    { 'fleet/requestsPerTargetPerMinute': 0 },
  ],
  [`'fleet.rootVolumeGiB' must be 8 to 16384 GiB, got 4; use at least 8`, { 'fleet/rootVolumeGiB': 4 }],
  [`'fleet.rootVolumeGiB' must be 8 to 16384 GiB, got 20000; use at most 16384`, { 'fleet/rootVolumeGiB': 20000 }],
  [
    `'fleet.image.id' must be 'ami-' and 8 or 17 hexadecimal digits, or 'resolve:ssm:' and a parameter, got "ami-123"; correct it or leave it out for the newest debian-13`,
    { 'fleet/image/id': 'ami-123' },
  ],
  [
    `'fleet.image.id' must be 'ami-' and 8 or 17 hexadecimal digits, or 'resolve:ssm:' and a parameter, got "resolve:ssm:"; correct it or leave it out for the newest debian-13`,
    { 'fleet/image/id': 'resolve:ssm:' },
  ],
  [
    `'fleet.image.id' must be 'ami-' and 8 or 17 hexadecimal digits, or 'resolve:ssm:' and a parameter, got "debian-13"; correct it or leave it out for the newest debian-13`,
    { 'fleet/image/id': 'debian-13' },
  ],
];

describe('mistakes in the fleet', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
