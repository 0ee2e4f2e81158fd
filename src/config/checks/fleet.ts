import { architectureOf } from '../../core/instance-type';
import { within, type Check } from '../check';
import { problem } from '../problem';

/** Keeps a slip of the keyboard from becoming a bill; change it here when a site needs more. */
const MOST_INSTANCES = 50;
const instanceTypeIsWellFormed: Check = function* ({ fleet: { instanceType } }) {
  if (architectureOf(instanceType) === undefined) {
    yield problem(
      'fleet.instanceType',
      'must be an EC2 instance type that runs Linux',
      instanceType,
      `write it like 't4g.small'`,
    );
  }
};

const instanceTypeSuitsArchitecture: Check = function* ({ fleet: { instanceType, architecture } }) {
  const actual = architectureOf(instanceType);
  if (actual === undefined || actual === architecture) return;
  const rule = `must be ${architecture} like 'fleet.architecture', but this type is ${actual}`;
  yield problem(
    'fleet.instanceType',
    rule,
    instanceType,
    `use another type or set 'fleet.architecture' to '${actual}'`,
  );
};

const sizesAreInRange: Check = function* ({ fleet: { minSize, maxSize } }) {
  yield* within('fleet.minSize', minSize, { min: 1, max: MOST_INSTANCES, unit: ' instances' });
  yield* within('fleet.maxSize', maxSize, { min: 1, max: MOST_INSTANCES, unit: ' instances' });
};

const sizesAreOrdered: Check = function* ({ fleet: { minSize, desiredCapacity, maxSize } }) {
  if (minSize > maxSize) {
    yield problem(
      'fleet.minSize',
      `must not exceed 'fleet.maxSize' (${maxSize})`,
      minSize,
      'lower it or raise the other',
    );
  } else if (desiredCapacity < minSize) {
    yield problem(
      'fleet.desiredCapacity',
      `must not be below 'fleet.minSize' (${minSize})`,
      desiredCapacity,
      'raise it or lower the other',
    );
  } else if (desiredCapacity > maxSize) {
    yield problem(
      'fleet.desiredCapacity',
      `must not exceed 'fleet.maxSize' (${maxSize})`,
      desiredCapacity,
      'lower it or raise the other',
    );
  }
};

const targetsAreInRange: Check = function* ({ fleet: { cpuTargetPercent, requestsPerTargetPerMinute } }) {
  yield* within('fleet.cpuTargetPercent', cpuTargetPercent, { min: 10, max: 90, unit: ' percent' });
  yield* within('fleet.requestsPerTargetPerMinute', requestsPerTargetPerMinute, {
    min: 10,
    max: 100_000,
    unit: ' requests',
  });
};

// 8 GiB is what the images of both families are made with, 16 TiB the limit of gp3
const rootVolumeIsInRange: Check = ({ fleet: { rootVolumeGiB } }) =>
  within('fleet.rootVolumeGiB', rootVolumeGiB, { min: 8, max: 16_384, unit: ' GiB' });

const imageIsWellFormed: Check = function* ({ fleet: { image } }) {
  const { id } = image;
  if (id === undefined || /^ami-([0-9a-f]{8}|[0-9a-f]{17})$/.test(id) || /^resolve:ssm:[\w./-]+(:\d+)?$/.test(id))
    return;
  const rule = `must be 'ami-' and 8 or 17 hexadecimal digits, or 'resolve:ssm:' and a parameter`;
  yield problem('fleet.image.id', rule, id, `correct it or leave it out for the newest ${image.family}`);
};

export const fleetChecks: readonly Check[] = [
  instanceTypeIsWellFormed,
  instanceTypeSuitsArchitecture,
  sizesAreInRange,
  sizesAreOrdered,
  targetsAreInRange,
  rootVolumeIsInRange,
  imageIsWellFormed,
];
