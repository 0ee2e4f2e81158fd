import type { NodeFault } from '../../faults';

/** What brings a fault about on an instance itself, and takes it back: commands for bash, as root. */
export interface InstanceFault {
  readonly bring: string;
  readonly heal: string;
}

/**
 * What stays free on a full disk: enough for logs and the files of the user data, too little for WordPress. Sixteen MiB of
 * it ext4 keeps for itself.
 */
const FREE_MIB = 48;
const FILLER = '/var/tmp/lab-full-disk';
const UPTIME = '/run/lab-uptime';
/** Seconds that a boot without time has: no boot ends in them. */
const NO_TIME_SECONDS = 3;

/**
 * The faults that are brought about on an instance as soon as it takes commands, long before its user data runs.
 *
 * `packages` and `bootSeconds` are those of the user data.
 */
export function instanceFaults(
  packages: readonly string[],
  bootSeconds: number,
): Partial<Record<NodeFault, InstanceFault>> {
  return {
    'full-disk': {
      bring: `fallocate -l $(($(stat -f -c '%f * %S' /) - ${FREE_MIB} * 1048576)) ${FILLER}`,
      heal: `rm -f ${FILLER}`,
    },
    // an image that has every package would not notice
    'mirror-away': { bring: `dpkg --remove --force-depends ${packages.at(-1) ?? ''}`, heal: 'true' },
    'no-time': slowBoot(bootSeconds - NO_TIME_SECONDS),
  };
}

/** A boot that took so many seconds before the user data ran, as the instance's own clock of uptime says. */
export function slowBoot(seconds: number): InstanceFault {
  const bring = `echo '${seconds}.00 ${seconds}.00' >${UPTIME} && mount --bind ${UPTIME} /proc/uptime`;
  return { bring, heal: 'umount /proc/uptime' };
}
