import { defaultImageId, isBurstable, isPinnedImage } from '../../src/compute';

test.each([
  ['debian-13', 'arm64', 'resolve:ssm:/aws/service/debian/release/13/latest/arm64'],
  ['debian-13', 'x86_64', 'resolve:ssm:/aws/service/debian/release/13/latest/amd64'],
  ['amazon-linux-2023', 'arm64', 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-arm64'],
  ['amazon-linux-2023', 'x86_64', 'resolve:ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64'],
] as const)("the newest %s for %s is the publisher's", (family, architecture, imageId) => {
  expect(defaultImageId(family, architecture)).toBe(imageId);
});

test.each([
  ['t4g.small', true],
  ['t2.micro', true],
  ['m7g.large', false],
  ['trn1.2xlarge', false],
])('%s earns credits: %s', (instanceType, burstable) => {
  expect(isBurstable(instanceType)).toBe(burstable);
});

test.each([
  ['ami-0123456789abcdef0', true],
  ['resolve:ssm:/aws/service/debian/release/13/latest/arm64', false],
  ['${TfToken[TOKEN.1]}', false],
])('%s names one image for good: %s', (imageId, pinned) => {
  expect(isPinnedImage(imageId)).toBe(pinned);
});
