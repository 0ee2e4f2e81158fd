/** What a build looks at. */
export interface DriftBuildProps {
  readonly region: string;
  readonly readerRoleArn: string;
  readonly history: string;
  readonly topicArn: string;
}

const TERRAFORM = '1.11.4';
const RELEASES = `https://releases.hashicorp.com/terraform/${TERRAFORM}`;

/** The steps of a build in CodeBuild that looks for drift of every environment. */
export function driftBuild({ region, readerRoleArn, history, topicArn }: DriftBuildProps): object {
  return {
    version: '0.2',
    env: {
      variables: {
        ...{ AWS_REGION: region, HISTORY: history, TOPIC_ARN: topicArn, READER_ROLE_ARN: readerRoleArn },
        ...{ AWS_CONFIG_FILE: '/tmp/aws-config', TERRAFORM_ZIP: `terraform_${TERRAFORM}_linux_amd64.zip` },
      },
    },
    phases: {
      install: {
        'runtime-versions': { nodejs: 20 },
        commands: [
          `curl -fsSO "${RELEASES}/$TERRAFORM_ZIP" -O "${RELEASES}/terraform_${TERRAFORM}_SHA256SUMS"`,
          `grep " $TERRAFORM_ZIP$" terraform_${TERRAFORM}_SHA256SUMS | sha256sum --check`,
          'unzip -oq "$TERRAFORM_ZIP" terraform -d /usr/local/bin',
          'npm ci',
        ],
      },
      build: {
        commands: [
          // whatever looks has the role that can only look, and not that of the build
          `printf '[profile drift]\\nrole_arn = %s\\ncredential_source = EcsContainer\\n' "$READER_ROLE_ARN" >"$AWS_CONFIG_FILE"`,
          'AWS_PROFILE=drift npx wordpress-ha drift --all --history "$HISTORY" --notify "$TOPIC_ARN"',
        ],
      },
    },
  };
}
