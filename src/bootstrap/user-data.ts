import { UserError } from '../core/errors';
import type { Application } from './application';
import { cloudConfig, compressUserData } from './cloud-config';
import { cloudwatchAgentConfig } from './cloudwatch-agent';
import { type FamilySettings, IMAGE_FAMILIES, type ImageFamily } from './image-family';
import { type InstanceFile, SITE_DIRECTORY } from './instance-file';
import { instanceProgram } from './instance/program';
import { baseUnits } from './instance/units';
import { nginxConfig } from './nginx';
import { fpmPools } from './php-fpm';
import { phpIni, type PhpSettings, resolvePhpSettings } from './php-settings';
import { wordpress } from './wordpress/wordpress';

/** Most bytes of user data, compressed and before base64. Source: Amazon EC2 User Guide, "Run commands at launch". */
export const USER_DATA_LIMIT_BYTES = 16_384;

/** What instances are like; nothing here may name an environment. */
export interface UserDataOptions {
  /** Operating system of the image. */
  readonly family: ImageFamily;
  /**
   * Limits and caches of PHP.
   *
   * @default - PHP_DEFAULTS
   */
  readonly php?: PhpSettings;
  /**
   * Idle timeout of the load balancer in seconds, 1 to 4000; nginx keeps connections five seconds longer.
   *
   * @default 120
   */
  readonly loadBalancerIdleSeconds?: number;
  /**
   * What the instances serve.
   *
   * @default - WordPress
   */
  readonly application?: Application;
}

const COMMENT = `Brings a web instance into service; the same text for every environment.
Everything else is read at boot: role and environment from instance tags, settings from SSM parameters,
secrets from Secrets Manager, the release from S3.`;

/** The files of an instance in plain text, in the order they are written. */
export function instanceFiles(options: UserDataOptions): readonly InstanceFile[] {
  const { family: familyName, loadBalancerIdleSeconds = 120, application = wordpress } = options;
  const family: FamilySettings | undefined = IMAGE_FAMILIES[familyName];
  if (family === undefined) {
    const known = Object.keys(IMAGE_FAMILIES).join("' or '");
    throw new UserError(`'family' must be '${known}', got '${String(familyName)}'; choose one of these`);
  }
  if (!Number.isInteger(loadBalancerIdleSeconds) || loadBalancerIdleSeconds < 1 || loadBalancerIdleSeconds > 4000) {
    throw new UserError(
      `'loadBalancerIdleSeconds' must be a whole number from 1 to 4000, got ${loadBalancerIdleSeconds}; ` +
        `give the idle timeout of the load balancer`,
    );
  }
  const php = resolvePhpSettings(options.php);
  const packages = [...family.packages, ...application.packages[familyName]];
  const tunnel = family.mountHelper === 'stunnel' && application.sharedFolders.length > 0;
  const file = (name: string, content: string, permissions: InstanceFile['permissions'] = '0644'): InstanceFile => ({
    path: `${SITE_DIRECTORY}/${name}`,
    permissions,
    content,
  });
  return [
    file('instance', instanceProgram(family, application, packages), '0755'),
    file('nginx.conf', nginxConfig(family, application, php, loadBalancerIdleSeconds + 5)),
    file('php-fpm.conf', fpmPools(family, php)),
    file('php.ini', phpIni(php)),
    file('cloudwatch-agent.json', cloudwatchAgentConfig()),
    ...baseUnits(tunnel),
    ...application.files(family),
  ];
}

/**
 * The user data of a web instance: a cloud-config whose compressed form has at most 16384 bytes.
 *
 * It depends on these options only, so that every environment of one image gets the same text, byte for byte. Give EC2
 * the result of `compressUserData` (the launch template does); cloud-init unpacks it.
 *
 * @throws UserError when an option is out of range or the text is too long
 */
export function userData(options: UserDataOptions): string {
  const text = cloudConfig(COMMENT, instanceFiles(options), [`${SITE_DIRECTORY}/instance`, 'boot']);
  const bytes = compressUserData(text).length;
  if (bytes > USER_DATA_LIMIT_BYTES) {
    throw new UserError(
      `user data must not exceed ${USER_DATA_LIMIT_BYTES} bytes compressed, got ${bytes}; ` +
        `move files of the 'application' into its release or into an overlay script in the releases bucket`,
    );
  }
  return text;
}
