import { architectureOf } from '../../src/core/instance-type';

test.each(['t4g.small', 'm7g.large', 'c7gn.xlarge', 'r8gd.medium', 'im4gn.large', 'a1.large', 'x2gd.medium'])(
  '%s is arm64',
  (instanceType) => {
    expect(architectureOf(instanceType)).toBe('arm64');
  },
);

test.each(['t3.small', 't3a.micro', 'm7i.large', 'c6in.xlarge', 'g4dn.xlarge', 'm7i-flex.large', 'r7a.large'])(
  '%s is x86_64',
  (instanceType) => {
    expect(architectureOf(instanceType)).toBe('x86_64');
  },
);

test.each(['t4g', 't4g.huge', 'mac2.metal', 'db.t4g.small', '${TfToken[TOKEN.1]}', ''])('%j is no type', (text) => {
  expect(architectureOf(text)).toBeUndefined();
});
