import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { UserError } from '../../core/errors';
import type { Variables } from '../../terraform/process/process-environment';

/** Programs of this machine that a lab uses, with the Debian and Ubuntu package of each. */
const PROGRAMS: Readonly<Record<string, string>> = {
  chroot: 'coreutils',
  mke2fs: 'e2fsprogs',
  mmdebstrap: 'mmdebstrap',
  mount: 'mount',
  openssl: 'openssl',
  setpriv: 'util-linux',
  taskset: 'util-linux',
  unshare: 'util-linux',
};
const KEYRING = '/usr/share/keyrings/debian-archive-keyring.gpg';
const ADMIN_FOLDERS = ['/usr/sbin', '/sbin'];

/** What a lab finds on this machine. */
export interface HostFacts {
  readonly platform: string;
  readonly architecture: string;
  readonly userId: number | undefined;
  readonly exists: (path: string) => boolean;
}

/**
 * Checks that a lab can run here.
 *
 * @throws UserError with all that is missing and, where packages would help, the command that installs them
 */
export function checkHost(variables: Variables, facts: HostFacts = thisHost()): void {
  if (facts.platform !== 'linux') {
    throw new UserError(
      `the lab boots Linux machines and needs Linux, got '${facts.platform}'; run it in CI or in a virtual machine`,
    );
  }
  if (facts.architecture !== 'x64') {
    throw new UserError(`the lab's kernel exists for x64 only, got '${facts.architecture}'; run it on an x64 machine`);
  }
  if (facts.userId !== 0) throw new UserError("the lab makes namespaces and mounts and needs root; run it with 'sudo'");
  const folders = [...(variables['PATH'] ?? '').split(delimiter), ...ADMIN_FOLDERS].filter((folder) => folder !== '');
  const missing = Object.entries(PROGRAMS).filter(
    ([name]) => !folders.some((folder) => facts.exists(join(folder, name))),
  );
  const packages = missing.map(([, name]) => name);
  if (!facts.exists(KEYRING)) packages.push('debian-archive-keyring');
  if (packages.length > 0) {
    throw new UserError(
      `the lab needs programs that are not here; run: apt-get install ${[...new Set(packages)].join(' ')}`,
    );
  }
  if (!facts.exists('/dev/net/tun'))
    throw new UserError("the lab needs '/dev/net/tun', which this kernel does not offer; run: modprobe tun");
}

function thisHost(): HostFacts {
  return { platform: process.platform, architecture: process.arch, userId: process.getuid?.(), exists: existsSync };
}
