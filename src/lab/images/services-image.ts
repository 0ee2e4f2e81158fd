import type { DebianRecipe } from './debian';

/** Where the services image keeps an empty database, ready to be copied. */
export const EMPTY_DATABASE = '/var/lib/lab/database';

/** Where it keeps packages that stand for Amazon's agents. */
export const AGENT_PACKAGES = '/var/lib/lab/agents';

/**
 * The kernel of the instances comes from the next release: its seccomp mode is more than twice as fast as what this one
 * has. Nothing else does.
 */
const PREFERENCES = `Package: *
Pin: release n=forky
Pin-Priority: 50

Package: user-mode-linux
Pin: release n=forky
Pin-Priority: 990
`;

const AGENTS = ['amazon-ssm-agent', 'amazon-cloudwatch-agent'] as const;

function agentPackage(name: string): string {
  const folder = `$1/tmp/${name}`;
  return `mkdir -p "${folder}/DEBIAN" "${folder}/usr/bin" "${folder}/lib/systemd/system" "${folder}/opt/aws/${name}/bin"
printf 'Package: ${name}\\nVersion: 1.0\\nArchitecture: all\\nMaintainer: lab\\nDescription: stands for the agent\\n' > "${folder}/DEBIAN/control"
printf '#!/bin/sh\\nexec sleep infinity\\n' > "${folder}/usr/bin/${name}"
chmod 755 "${folder}/usr/bin/${name}"
printf '[Unit]\\nDescription=Stands for the agent\\n[Service]\\nExecStart=/usr/bin/${name}\\n[Install]\\nWantedBy=multi-user.target\\n' > "${folder}/lib/systemd/system/${name}.service"
chroot "$1" dpkg-deb --root-owner-group --build /tmp/${name} ${AGENT_PACKAGES}/${name}.deb >/dev/null
rm -r "${folder}"`;
}

/** Everything the lab itself runs: kernel of the instances, name service, balancer, database, file server, packet filter. */
export const SERVICES_RECIPE: DebianRecipe = {
  suite: 'trixie',
  sources: [
    'deb http://deb.debian.org/debian trixie main',
    // a copy of it may be older than its own date of expiry
    'deb [check-valid-until=no] http://deb.debian.org/debian forky main',
  ],
  preferences: PREFERENCES,
  packages: [
    'ca-certificates',
    'dnsmasq-base',
    'haproxy',
    'iproute2',
    'mariadb-server',
    'nfs-ganesha',
    'nfs-ganesha-vfs',
    'nftables',
    'user-mode-linux',
  ],
  files: [],
  finish: [
    // the file server reads there what is mounted
    'ln -sf ../proc/self/mounts "$1/etc/mtab"',
    `mkdir -p "$1/lab" "$1${EMPTY_DATABASE}" "$1${AGENT_PACKAGES}"`,
    `chroot "$1" chown mysql:mysql ${EMPTY_DATABASE}`,
    `chroot "$1" mariadb-install-db --force --user=mysql --datadir=${EMPTY_DATABASE} --skip-test-db --auth-root-authentication-method=socket >/dev/null`,
    ...AGENTS.map(agentPackage),
    'rm -rf "$1/var/lib/apt/lists" "$1/usr/lib/uml/modules/"*/kernel/drivers "$1/var/lib/mysql"',
  ],
};
