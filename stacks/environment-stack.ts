import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { TerraformResource, TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import type { Environment } from '../src/config';
import type { NameScope } from '../src/core/naming';
import { connectState, workspaceNames } from './state-backend';

/** Oldest Terraform that locks state in S3 by itself. */
const REQUIRED_TERRAFORM = '>= 1.10.0';

/** The first parts of an environment's physical names. */
export function nameScope(environment: Environment): NameScope {
  return { system: environment.system ?? 'wordpress', environment: environment.name };
}

/** Whether what holds data in an environment must not be destroyed. */
export function isProtected(environment: Environment): boolean {
  return environment.protection === 'on';
}

/** Where a stack is applied, and how everything in it is tagged. */
export interface AccountStackProps {
  /** The only account it can be applied to. */
  readonly accountId: string;
  readonly region: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Provider, default tags and version of Terraform: what every stack of an account has in common. */
export class AccountStack extends TerraformStack {
  constructor(scope: Construct, id: string, { accountId, region, tags }: AccountStackProps) {
    super(scope, id);
    this.addOverride('terraform.required_version', REQUIRED_TERRAFORM);
    new AwsProvider(this, 'Aws', {
      region,
      allowedAccountIds: [accountId],
      defaultTags: [{ tags: { ...tags, 'managed-by': 'terraform' } }],
    });
  }

  /** Stops a plan unless Terraform stands in one of these workspaces. */
  protected guardWorkspace(names: readonly string[], meant: string): void {
    const allowed = names.map((name) => `"${name}"`).join(', ');
    // cdktf's own DataResource would run the terraform command at synthesis to ask for its version
    new TerraformResource(this, 'WorkspaceGuard', {
      terraformResourceType: 'terraform_data',
      lifecycle: {
        precondition: [
          {
            condition: `\${contains([${allowed}], terraform.workspace)}`,
            errorMessage: `this JSON was synthesized for ${meant}, but the workspace is '\${terraform.workspace}'; set TF_WORKSPACE and synthesize again`,
          },
        ],
      },
    });
  }
}

/** A stack of one environment: its own state in the environment's workspace, and a guard against any other workspace. */
export class EnvironmentStack extends AccountStack {
  constructor(
    scope: Construct,
    id: string,
    protected readonly environment: Environment,
  ) {
    const { system, environment: name } = nameScope(environment);
    super(scope, id, { ...environment, tags: { ...environment.tags, system, environment: name, stack: id } });
    connectState(this, environment);
    this.guardWorkspace(workspaceNames(environment, id), `environment '${name}'`);
  }
}
