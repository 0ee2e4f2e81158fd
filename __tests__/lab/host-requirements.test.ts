import { checkHost, type HostFacts } from '../../src/lab/host/requirements';

const PROGRAMS = ['chroot', 'mke2fs', 'mmdebstrap', 'mount', 'openssl', 'setpriv', 'unshare'];
const READY: HostFacts = { platform: 'linux', architecture: 'x64', userId: 0, exists: () => true };

function without(...names: string[]): HostFacts {
  return { ...READY, exists: (path) => !names.some((name) => path.endsWith(name)) };
}

test('takes a Linux machine with all programs', () => {
  expect(() => checkHost({ PATH: '/usr/bin' }, READY)).not.toThrow();
});

test('names every package that is missing once, in one command', () => {
  expect(() => checkHost({ PATH: '/usr/bin' }, without(...PROGRAMS))).toThrow(
    'run: apt-get install coreutils e2fsprogs mmdebstrap mount openssl util-linux',
  );
});

test("asks for the keys of Debian's archive where mmdebstrap came without them", () => {
  expect(() => checkHost({ PATH: '/usr/bin' }, without('debian-archive-keyring.gpg'))).toThrow(
    'apt-get install debian-archive-keyring',
  );
});

test.each<[Partial<HostFacts>, string]>([
  [{ platform: 'darwin' }, "needs Linux, got 'darwin'"],
  [{ architecture: 'arm64' }, "got 'arm64'"],
  [{ userId: 1000 }, "run it with 'sudo'"],
])('refuses a machine with %j', (facts, message) => {
  expect(() => checkHost({ PATH: '/usr/bin' }, { ...READY, ...facts })).toThrow(message);
});

test('finds programs where only root has them on the path', () => {
  const facts: HostFacts = { ...READY, exists: (path) => !path.endsWith('mke2fs') || path === '/usr/sbin/mke2fs' };

  expect(() => checkHost({ PATH: '/usr/bin' }, facts)).not.toThrow();
});

test('says that the kernel lacks network cards for machines', () => {
  expect(() => checkHost({ PATH: '/usr/bin' }, without('/dev/net/tun'))).toThrow("needs '/dev/net/tun'");
});
