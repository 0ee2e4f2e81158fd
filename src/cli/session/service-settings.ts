import type { ClientSettings } from '../../drift';
import { awsSettings } from '../../terraform/aws-settings';
import type { Variables } from '../../terraform/process/process-environment';

/**
 * How clients of AWS reach their services in a run; undefined where nothing names a region.
 *
 * @param region of the environment; else `AWS_REGION` or `AWS_DEFAULT_REGION`
 */
export function serviceSettings(variables: Variables, region?: string): ClientSettings | undefined {
  const chosen = region ?? (variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION']);
  return chosen === undefined || chosen === '' ? undefined : { region: chosen, ...awsSettings(variables) };
}
