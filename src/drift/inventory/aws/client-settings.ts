import type { AwsSettings } from '../../../terraform/aws-settings';

/** How a client reaches its service. */
export interface ClientSettings extends AwsSettings {
  readonly region: string;
}
