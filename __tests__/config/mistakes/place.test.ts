import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'name' must be lower-case letters, digits and single hyphens, starting with a letter, got "Development"; write it like 'staging'`,
    { name: 'Development' },
  ],
  [
    `'name' must be lower-case letters, digits and single hyphens, starting with a letter, got ""; write it like 'staging'`,
    { name: '' },
  ],
  [
    `'name' must be lower-case letters, digits and single hyphens, starting with a letter, got "dev--one"; write it like 'staging'`,
    { name: 'dev--one' },
  ],
  [
    `'name' must have at most 16 characters, got "a-very-long-environment"; shorten it by 7`,
    { name: 'a-very-long-environment' },
  ],
  [
    `'name' must not be Terraform's own workspace, got "default"; choose another name such as 'development'`,
    { name: 'default' },
  ],
  [
    `'system' must be lower-case letters, digits and single hyphens, starting with a letter, got "Word_Press"; write it like 'wordpress'`,
    { system: 'Word_Press' },
  ],
  [`'system' must have at most 12 characters, got "wordpress-site"; shorten it by 2`, { system: 'wordpress-site' }],
  [
    `'system' must not start with 'aws', which Systems Manager reserves, got "aws-blog"; choose another name`,
    { system: 'aws-blog' },
  ],
  [
    `'system' must not start with 'ssm', which Systems Manager reserves, got "ssmblog"; choose another name`,
    { system: 'ssmblog' },
  ],
  [
    `'system' must not start with 'internal', which Elastic Load Balancing reserves, got "internal"; choose another name`,
    { system: 'internal' },
  ],
  [
    `'system' must not start with 'sthree', which S3 reserves, got "sthree-x"; choose another name`,
    { system: 'sthree-x' },
  ],
  [
    `'system' must not start with 'amzn-s3-demo', which S3 reserves, got "amzn-s3-demo"; choose another name`,
    { system: 'amzn-s3-demo' },
  ],
  [
    `'accountId' must be twelve digits, got "12345"; copy it from 'aws sts get-caller-identity'`,
    { accountId: '12345' },
  ],
  [
    `'accountId' must be twelve digits, got "1234-5678-9012"; copy it from 'aws sts get-caller-identity'`,
    { accountId: '1234-5678-9012' },
  ],
  [
    `'region' must be a region of AWS's commercial partition, got "eu-west-9"; did you mean 'eu-west-1'`,
    { region: 'eu-west-9', availabilityZones: ['eu-west-9a', 'eu-west-9b'] },
  ],
  [
    `'region' must be a region of AWS's commercial partition, got "cn-north-1"; did you mean 'eu-north-1'`,
    { region: 'cn-north-1' },
  ],
  [
    `'region' must be a region of AWS's commercial partition, got "mars"; write it like 'eu-west-1'`,
    { region: 'mars' },
  ],
  [
    `'availabilityZones' must be two to four zones, got ["eu-west-1a"]; add a zone`,
    { availabilityZones: ['eu-west-1a'] },
  ],
  [`'availabilityZones' must be two to four zones, got an empty list; add a zone`, { availabilityZones: [] }],
  [
    `'availabilityZones' must be two to four zones, got ["eu-west-1a", "eu-west-1b", "eu-west-1c", "eu-west-1d", "eu-west-1e"]; remove a zone`,
    { availabilityZones: ['eu-west-1a', 'eu-west-1b', 'eu-west-1c', 'eu-west-1d', 'eu-west-1e'] },
  ],
  [
    `'availabilityZones[1]' must be a zone of eu-west-1 with a letter from a to h, got "eu-west-2b"; write it like 'eu-west-1a'`,
    { 'availabilityZones/1': 'eu-west-2b' },
  ],
  [
    `'availabilityZones[1]' must be a zone of eu-west-1 with a letter from a to h, got "b"; write it like 'eu-west-1a'`,
    { 'availabilityZones/1': 'b' },
  ],
  [
    `'availabilityZones[1]' must be a zone of eu-west-1 with a letter from a to h, got "eu-west-1z"; write it like 'eu-west-1a'`,
    { 'availabilityZones/1': 'eu-west-1z' },
  ],
  [
    `'availabilityZones[1]' must differ from 'availabilityZones[0]', got "eu-west-1a"; name another zone or remove it`,
    { 'availabilityZones/1': 'eu-west-1a' },
  ],
];

describe('mistakes in names, account, region and zones', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
