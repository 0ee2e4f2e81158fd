import type { ImageFamily } from '../bootstrap/image-family';
import type { Architecture } from '../core/instance-type';

/** Public parameters in which the publishers keep the id of their newest image. */
const PARAMETERS: Readonly<Record<ImageFamily, Readonly<Record<Architecture, string>>>> = {
  'debian-13': {
    arm64: '/aws/service/debian/release/13/latest/arm64',
    x86_64: '/aws/service/debian/release/13/latest/amd64',
  },
  'amazon-linux-2023': {
    arm64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64',
    x86_64: '/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64',
  },
};

/** The image parameter that EC2 resolves at each launch: every new instance has the newest patches. */
export function defaultImageId(family: ImageFamily, architecture: Architecture): string {
  return `resolve:ssm:${PARAMETERS[family][architecture]}`;
}

/** Whether an image id names one image for good, which Auto Scaling needs to roll a refresh back. */
export function isPinnedImage(imageId: string): boolean {
  return /^ami-[0-9a-f]{8,17}$/.test(imageId);
}

/** Both families' images call their root volume so. */
export const ROOT_DEVICE_NAME = '/dev/xvda';

/** Whether a type earns and spends CPU credits. */
export function isBurstable(instanceType: string): boolean {
  return /^t\d/.test(instanceType);
}
