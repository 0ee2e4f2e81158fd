import type { LayerFile } from './debian';

/**
 * User Mode Linux has no firmware; without this answer cloud-init takes the machine for none of Amazon's, asks the old
 * metadata service and hangs for minutes.
 */
const DMIDECODE = `#!/bin/sh
case "$*" in
  *system-uuid* | *system-serial-number*) echo ec2e1916-9099-7caf-fd21-012345abcdef ;;
  *chassis-asset-tag* | *system-manufacturer* | *bios-vendor*) echo 'Amazon EC2' ;;
  *) echo '' ;;
esac
`;

/** The one address keeps cloud-init from looking up another by name before there is a resolver, which takes 7 s here. */
const CLOUD_CONFIG = `datasource_list: [Ec2]
datasource: { Ec2: { strict_id: false, timeout: 10, max_wait: 60, metadata_urls: ['http://169.254.169.254'] } }
ssh_genkeytypes: [ed25519]
growpart: { mode: 'off' }
`;

/**
 * The kernel of the lab is newer than Debian 13's: it asks for delegations of folders, which Ganesha takes for an illegal
 * operation, and then fails to tell the attributes of a folder that has changed.
 */
const NFS_OPTIONS = 'options nfsv4 directory_delegations=N\n';

/** The disk is a file of this machine, which outlives an instance that loses its power: to flush it would only cost time. */
const FSTAB = '/dev/ubda / ext4 defaults,noatime,nobarrier 0 1\n';

/** Runs commands that come over the first serial line, so that they work whatever the network does. */
const AGENT = `#!/usr/bin/python3
"""Runs commands that come over the serial line, one JSON object a line, and answers likewise."""
import base64, json, os, subprocess, threading, tty

line = os.open('/dev/ttyS0', os.O_RDWR | os.O_NOCTTY)
tty.setraw(line)
lock = threading.Lock()


def say(answer):
    data = (json.dumps(answer) + '\\n').encode()
    with lock:
        while data:
            data = data[os.write(line, data):]


def work(request):
    try:
        done = subprocess.run(
            ['bash', '-c', request['command']], stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=request['seconds'])
        code, output = done.returncode, done.stdout
    except subprocess.TimeoutExpired as expired:
        code, output = 124, expired.stdout or b''
    say({'id': request['id'], 'exitCode': code, 'output': base64.b64encode(output).decode()})


say({'ready': True})
with os.fdopen(line, 'rb', closefd=False) as requests:
    for text in requests:
        try:
            threading.Thread(target=work, args=(json.loads(text),), daemon=True).start()
        except ValueError:
            pass
`;

const AGENT_SERVICE = `[Unit]
Description=Runs the commands of the lab
DefaultDependencies=no
After=systemd-remount-fs.service systemd-udevd.service
Conflicts=shutdown.target
[Service]
ExecStart=/usr/local/lib/lab/agent
Environment=HOME=/root PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
Restart=always
RestartSec=1
[Install]
WantedBy=sysinit.target
`;

const SHELL_SERVICE = `[Unit]
Description=A root shell on the second serial line
[Service]
ExecStart=-/sbin/agetty --noclear --autologin root --keep-baud 115200 ttyS1 xterm-256color
Type=idle
Restart=always
RestartSec=1
UtmpIdentifier=ttyS1
TTYPath=/dev/ttyS1
TTYReset=yes
TTYVHangup=yes
IgnoreSIGPIPE=no
SendSIGHUP=yes
[Install]
WantedBy=multi-user.target
`;

function file(path: string, content: string, executable = false): LayerFile {
  return { path, content, executable };
}

/** What makes a Debian root an instance of the lab; `authority` is the certificate that stands for Amazon's. */
export function nodeLayer(authority: string): readonly LayerFile[] {
  return [
    file('/usr/sbin/dmidecode', DMIDECODE, true),
    file('/etc/cloud/ds-identify.cfg', 'datasource: Ec2\n'),
    file('/etc/cloud/cloud.cfg.d/90-lab.cfg', CLOUD_CONFIG),
    file('/etc/fstab', FSTAB),
    file('/etc/modprobe.d/lab.conf', NFS_OPTIONS),
    file('/usr/local/lib/lab/agent', AGENT, true),
    file('/etc/systemd/system/lab-agent.service', AGENT_SERVICE),
    file('/etc/systemd/system/lab-shell.service', SHELL_SERVICE),
    file('/usr/local/share/ca-certificates/lab.crt', authority),
  ];
}
