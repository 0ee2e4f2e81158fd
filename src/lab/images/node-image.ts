import type { DebianRecipe } from './debian';
import { nodeLayer } from './node-layer';

/** Size of an instance's disk in MiB; the file on this machine holds only what is written. */
export const DISK_MIB = 8192;

/** What Debian's own image for EC2 has and a boot needs. */
const BASE_PACKAGES = [
  'ca-certificates',
  'cloud-init',
  'curl',
  'dbus',
  'dhcpcd-base',
  'e2fsprogs',
  'iproute2',
  'iputils-ping',
  'kmod',
  'less',
  'libnss-resolve',
  'login',
  'logrotate',
  'openssh-server',
  'procps',
  'python3',
  'sudo',
  'systemd-resolved',
  'systemd-sysv',
  'udev',
] as const;

/** Kernel modules an instance can need here: NFS, what it builds on, and little else. */
const MODULES = [
  'fs/nfs',
  'fs/nfs_common',
  'fs/lockd',
  'fs/netfs',
  'fs/fuse',
  'fs/overlayfs',
  'fs/nls',
  'fs/binfmt_misc.ko',
  'net/dns_resolver',
  'net/sunrpc',
  'crypto',
  'lib',
  'security',
] as const;

/** What an instance's image is made of. */
export interface NodeImageOptions {
  /** Certificate that instances trust as they trust Amazon's and Debian's. */
  readonly authority: string;
  /** Packages that are there before the first boot: none in the stock image, those of the user data in a prepared one. */
  readonly packages: readonly string[];
}

/** The recipe of an instance's root file system: Debian 13 with the security updates of the day it is built. */
export function nodeRecipe({ authority, packages }: NodeImageOptions): DebianRecipe {
  const { firstBoot, tidy } = FINISH;
  return {
    suite: 'trixie',
    sources: [
      'deb http://deb.debian.org/debian trixie main',
      'deb http://deb.debian.org/debian trixie-updates main',
      'deb http://deb.debian.org/debian-security trixie-security main',
    ],
    packages: [...new Set([...BASE_PACKAGES, ...packages])].sort(),
    files: nodeLayer(authority),
    finish: ['chroot "$1" update-ca-certificates >/dev/null 2>&1', ...firstBoot, ...tidy],
  };
}

/** Shell that puts the modules of the kernel, which the services image has at `$2`, into the root of an instance at `$1`. */
export const KERNEL_MODULES = `set -e
for version in "$2"/usr/lib/uml/modules/*; do
  target="$1/lib/modules/$(basename "$version")"
  mkdir -p "$target/kernel"
  cp "$version"/modules.* "$target/"
  for part in ${MODULES.join(' ')}; do
    [ ! -e "$version/kernel/$part" ] || { mkdir -p "$target/kernel/$(dirname "$part")"; cp -r "$version/kernel/$part" "$target/kernel/$part"; }
  done
  chroot "$1" depmod "$(basename "$version")"
done`;

const OWN_UNITS = 'systemd-networkd systemd-resolved lab-agent lab-shell';
const UNWANTED_UNITS =
  'getty@tty1 serial-getty@ttyS0 serial-getty@ttyS1 console-getty apt-daily.timer apt-daily-upgrade.timer e2scrub_reap e2scrub_all.timer';

const FINISH = {
  firstBoot: [
    `chroot "$1" systemctl enable -q ${OWN_UNITS}`,
    `chroot "$1" systemctl mask -q ${UNWANTED_UNITS}`,
    'ln -sf /run/systemd/resolve/stub-resolv.conf "$1/etc/resolv.conf"',
  ],
  // as a published image: nothing that one machine would have to itself, nothing to be updated at its first boot
  tidy: [
    'rm -f "$1/etc/hostname" "$1"/etc/ssh/ssh_host_*',
    ': > "$1/etc/machine-id"',
    'rm -rf "$1"/var/lib/apt/lists/* "$1"/var/cache/apt/*.bin "$1"/tmp/*',
    'chroot "$1" ldconfig',
    'chroot "$1" journalctl --update-catalog >/dev/null 2>&1 || true',
    'touch "$1/etc/.updated" "$1/var/.updated"',
  ],
} as const;
