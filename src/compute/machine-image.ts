import type { ImageFamily } from '../bootstrap/image-family';

/** Processor architecture of an instance. */
export type ImageArchitecture = 'arm64' | 'x86_64';

/** Public parameters in which the publishers keep the id of their newest image. */
const PARAMETERS: Readonly<Record<ImageFamily, Readonly<Record<ImageArchitecture, string>>>> = {
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
export function defaultImageId(family: ImageFamily, architecture: ImageArchitecture): string {
  return `resolve:ssm:${PARAMETERS[family][architecture]}`;
}

/** Whether an image id names one image for good, which Auto Scaling needs to roll a refresh back. */
export function isPinnedImage(imageId: string): boolean {
  return /^ami-[0-9a-f]{8,17}$/.test(imageId);
}

/** Both families' images call their root volume so. */
export const ROOT_DEVICE_NAME = '/dev/xvda';

/** Architecture of an EC2 instance type: Graviton families carry a `g` behind their generation (`t4g`, `c7gn`). */
export function architectureOf(instanceType: string): ImageArchitecture {
  return /^(a1|[a-z]+\d+[a-z]*g[a-z]*)\./.test(instanceType) ? 'arm64' : 'x86_64';
}

/** Whether a type earns and spends CPU credits. */
export function isBurstable(instanceType: string): boolean {
  return /^t\d/.test(instanceType);
}
