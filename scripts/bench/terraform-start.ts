import { terraformVariables } from '../../src/terraform/process/process-environment';
import { findProviderSource } from '../../src/terraform/process/provider-mirror';
import type { Start } from './measure';

/**
 * Runs Terraform as a person does: same provider, in the workspace of the environment, without the tool's tuning.
 *
 * @param more variables for AWS
 */
export function terraformIn(
  folder: string,
  scratch: string,
  workspace: string,
  args: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Start {
  const { environment } = terraformVariables({ ...process.env, ...more });
  const { cliConfigFile } = findProviderSource({ variables: process.env, folder: scratch });
  const variables = {
    ...Object.fromEntries(Object.keys(process.env).map((name) => [name, undefined])),
    ...environment,
    GOGC: process.env.GOGC,
    TF_WORKSPACE: workspace,
    ...(cliConfigFile === undefined ? {} : { TF_CLI_CONFIG_FILE: cliConfigFile }),
  };
  return { program: 'terraform', args, cwd: folder, variables };
}
