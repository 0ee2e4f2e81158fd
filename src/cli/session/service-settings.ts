import type { ClientSettings } from '../../drift';
import { s3Settings } from '../../terraform/s3-settings';
import type { Variables } from '../../terraform/process-environment';

/**
 * How clients of AWS reach their services in a run; undefined where nothing names a region.
 *
 * @param region of the environment; else `AWS_REGION` or `AWS_DEFAULT_REGION`
 */
export function serviceSettings(variables: Variables, region?: string): ClientSettings | undefined {
  const chosen = region ?? (variables['AWS_REGION'] || variables['AWS_DEFAULT_REGION']);
  if (chosen === undefined || chosen === '') return undefined;
  const { credentials } = s3Settings(variables);
  const endpoint = variables['AWS_ENDPOINT_URL'];
  return {
    region: chosen,
    ...(endpoint ? { endpoint } : {}),
    ...(credentials === undefined ? {} : { credentials }),
  };
}
