/** The path below which every parameter of one environment lies. */
export interface ParameterScope {
  readonly system: string;
  readonly environment: string;
}

/**
 * The SSM parameters that instances read at boot, below `/<system>/<environment>/`.
 *
 * None of them is a secret: secrets are named here by ARN and read from Secrets Manager.
 */
export const SITE_PARAMETERS = {
  app: 'name of the application, the first part of its release keys, such as wordpress',
  'site-url': 'address of the site without a trailing slash, such as https://www.example.com',
  'host-names': 'names the site answers to, separated by spaces; every other Host is refused',
  'releases-bucket': 'bucket that holds releases, overlays and, optionally, agents and the database CA',
  'auto-scaling-group': 'name of the group whose launch hook is completed when the metadata does not show it',
  'file-system-id': 'EFS file system of the shared folders; leave out for an application without shared folders',
  'access-point-id': 'EFS access point; leave out to mount the root of the file system',
  'database-host': 'DNS name of the database, as in its certificate',
  'database-port': 'port of the database',
  'database-name': 'name of the database',
  'database-secret-arn': "secret with the application's own database user: {username, password}",
  'salts-secret-arn':
    'secret with the eight WordPress keys and salts, and optionally ADMIN_PASSWORD for the first install',
  'site-title': 'title given to the site at its first installation',
  'admin-email': 'e-mail address of the first administrator',
  'media-bucket': 'bucket for media, handed to plugins as the constant MEDIA_BUCKET; optional',
} as const satisfies Record<string, string>;

/** Name of a parameter below `/<system>/<environment>/`. */
export type SiteParameter = keyof typeof SITE_PARAMETERS;

/** Parameters that may be absent; SSM refuses empty values, so leave them out. */
export const OPTIONAL_SITE_PARAMETERS = [
  'auto-scaling-group',
  'file-system-id',
  'access-point-id',
  'media-bucket',
] as const satisfies readonly SiteParameter[];

/** Path of the parameters of one environment; instances need `ssm:GetParametersByPath` on it and everything below. */
export function siteParameterRoot(scope: ParameterScope): string {
  return `/${scope.system}/${scope.environment}`;
}

/** Full name of one parameter. */
export function siteParameterPath(scope: ParameterScope, name: SiteParameter): string {
  return `${siteParameterRoot(scope)}/${name}`;
}
