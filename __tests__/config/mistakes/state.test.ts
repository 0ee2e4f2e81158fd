import { sentencesAbout, type Mistake } from '../changed-environment';

const mistakes: readonly Mistake[] = [
  [
    `'state.bucket' must be 3 to 63 lower-case letters, digits and hyphens, got "My_Bucket"; write it like 'wordpress-ha-state-123456789012'`,
    { 'state/bucket': 'My_Bucket' },
  ],
  [
    `'state.bucket' must be 3 to 63 lower-case letters, digits and hyphens, got "a"; write it like 'wordpress-ha-state-123456789012'`,
    { 'state/bucket': 'a' },
  ],
  [
    `'state.bucket' must be 3 to 63 lower-case letters, digits and hyphens, got "with.dots"; write it like 'wordpress-ha-state-123456789012'`,
    { 'state/bucket': 'with.dots' },
  ],
  [
    `'state.bucket' must not contain 'xn--' there, which S3 reserves, got "xn--state"; rename it`,
    { 'state/bucket': 'xn--state' },
  ],
  [
    `'state.bucket' must not contain '-s3alias' there, which S3 reserves, got "state-s3alias"; rename it`,
    { 'state/bucket': 'state-s3alias' },
  ],
  [
    `'state.region' must be a region of AWS's commercial partition, got "eu-west"; did you mean 'eu-west-1'`,
    { 'state/region': 'eu-west' },
  ],
  [
    `'state.keyPrefix' must be words of letters, digits, dots, hyphens and underscores between single slashes, got "/env/"; write it like 'environments'`,
    { 'state/keyPrefix': '/env/' },
  ],
  [
    `'state.keyPrefix' must be words of letters, digits, dots, hyphens and underscores between single slashes, got ""; write it like 'environments'`,
    { 'state/keyPrefix': '' },
  ],
  [
    `'state.organization' must be letters, digits, hyphens and underscores, 3 to 40 of them, got "x y"; copy it from HCP Terraform`,
    { state: { type: 'cloud', organization: 'x y' } },
  ],
  [
    `'state.hostname' must be a host name in lower case without a scheme, got "https://app.terraform.io"; write it like 'app.terraform.io'`,
    { state: { type: 'cloud', organization: 'example', hostname: 'https://app.terraform.io' } },
  ],
  [
    `'state.workspacePrefix' must be letters, digits, hyphens and underscores, got "a b"; write it like 'wordpress-'`,
    { state: { type: 'cloud', organization: 'example', workspacePrefix: 'a b' } },
  ],
  [
    `'state.workspacePrefix' must keep workspace names within 90 characters, got "pppppppppppppppppppppppppppppppppppppppppppppppppppppppppppp…"; shorten it by 2`,
    { state: { type: 'cloud', organization: 'example', workspacePrefix: 'p'.repeat(70) } },
  ],
  [
    `'state.directory' must be a folder inside the project, relative to it, got "/var/state"; write it like '.wordpress-ha/state'`,
    { state: { type: 'local', directory: '/var/state' } },
  ],
  [
    `'state.directory' must be a folder inside the project, relative to it, got "../state"; write it like '.wordpress-ha/state'`,
    { state: { type: 'local', directory: '../state' } },
  ],
];

describe('mistakes in the state backend', () => {
  it.each(mistakes)('%s', (sentence, changes) => {
    expect(sentencesAbout('development', changes)).toEqual([sentence]);
  });
});
