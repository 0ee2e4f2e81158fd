import { LaunchTemplate as AwsLaunchTemplate } from '@cdktf/provider-aws/lib/launch-template';
import { Construct } from 'constructs';
import { ValidationError } from '../core/errors';
import { isBurstable, ROOT_DEVICE_NAME } from './machine-image';
import { encodeUserData } from './user-data';

/** What each instance is made from. */
export interface LaunchTemplateProps {
  /** Name of the template and of what it launches. Changing it replaces the template. */
  readonly name: string;
  readonly instanceType: string;
  /** `ami-...`, or `resolve:ssm:/path`, which EC2 resolves at each launch. */
  readonly imageId: string;
  /** Plain text; at most 16 KiB when compressed. */
  readonly userData: string;
  readonly instanceProfileArn: string;
  readonly securityGroupId: string;
  readonly rootVolumeGiB: number;
  /**
   * Encrypts the root volume. Its policy must let Auto Scaling's service-linked role use it, or no instance starts.
   *
   * @default - the key AWS manages for EBS
   */
  readonly key?: { readonly keyArn: string };
  /** Put on instances, volumes and network interfaces, which the provider's default tags do not reach. */
  readonly tags: Readonly<Record<string, string>>;
}

const MIN_ROOT_GIB = 8;

/** What the metadata service can show as a path, from EC2's rules for tags in instance metadata. */
const METADATA_TAG_KEY = /^(?!\.{1,2}$|_index$)[A-Za-z0-9+\-=.,_:@]{1,128}$/;

/**
 * How instances are made: IMDSv2 only, encrypted gp3 volume, no public address, no SSH key.
 *
 * Each change makes a new version; the old ones stay. Burstable types run `unlimited`: they cost more when they are busy
 * for hours, and stay fast enough for scaling by CPU to see it.
 *
 * @throws ValidationError when 'rootVolumeGiB' is too small or a tag's key cannot be shown by the metadata service
 * @throws UserError when 'userData' is too long or not plain text
 */
export class LaunchTemplate extends Construct {
  readonly launchTemplateId: string;
  /** Number of the newest version, never the alias `$Latest`, which no refresh would notice. */
  readonly version: string;
  readonly resource: AwsLaunchTemplate;

  constructor(scope: Construct, id: string, props: LaunchTemplateProps) {
    super(scope, id);
    const { name, instanceType, imageId, userData, instanceProfileArn, securityGroupId, tags } = props;
    validate(this, props);

    this.resource = new AwsLaunchTemplate(this, 'Resource', {
      name,
      imageId,
      instanceType,
      userData: encodeUserData(userData),
      iamInstanceProfile: { arn: instanceProfileArn },
      updateDefaultVersion: true,
      ebsOptimized: 'true',
      instanceInitiatedShutdownBehavior: 'terminate',
      monitoring: { enabled: true },
      // one hop ends at the host: nothing that a visitor makes PHP fetch through a proxy or a container gets there
      metadataOptions: {
        httpEndpoint: 'enabled',
        httpTokens: 'required',
        httpPutResponseHopLimit: 1,
        httpProtocolIpv6: 'disabled',
        instanceMetadataTags: 'enabled',
      },
      networkInterfaces: [
        {
          deviceIndex: 0,
          associatePublicIpAddress: 'false',
          deleteOnTermination: 'true',
          securityGroups: [securityGroupId],
        },
      ],
      blockDeviceMappings: [rootVolume(props)],
      ...(isBurstable(instanceType) && { creditSpecification: { cpuCredits: 'unlimited' } }),
      tagSpecifications: ['instance', 'volume', 'network-interface'].map((resourceType) => ({
        resourceType,
        tags: { ...tags, Name: name },
      })),
    });

    this.launchTemplateId = this.resource.id;
    this.version = this.resource.latestVersion.toString();
  }
}

function rootVolume({ rootVolumeGiB, key }: LaunchTemplateProps) {
  return {
    deviceName: ROOT_DEVICE_NAME,
    ebs: {
      volumeType: 'gp3',
      volumeSize: rootVolumeGiB,
      encrypted: 'true',
      kmsKeyId: key?.keyArn,
      deleteOnTermination: 'true',
    },
  };
}

function validate(scope: LaunchTemplate, { rootVolumeGiB, tags }: LaunchTemplateProps): void {
  if (!Number.isInteger(rootVolumeGiB) || rootVolumeGiB < MIN_ROOT_GIB || rootVolumeGiB > 16_384) {
    throw new ValidationError(
      scope,
      `'rootVolumeGiB' must be a whole number from ${MIN_ROOT_GIB} to 16384, got ${rootVolumeGiB}; correct it`,
    );
  }
  const hidden = Object.keys(tags).find((key) => !METADATA_TAG_KEY.test(key));
  if (hidden !== undefined) {
    throw new ValidationError(
      scope,
      `'tags' must have keys of letters, digits and +-=.,_:@ because instances read them from their metadata, ` +
        `got '${hidden}'; rename it`,
    );
  }
}
