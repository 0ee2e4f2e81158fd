import type { InstanceFile } from '../instance-file';

const AGENTS_SERVICE = `[Unit]
Description=Installs and starts the CloudWatch and Systems Manager agents
After=network-online.target
[Service]
Type=oneshot
ExecStart=/opt/site/instance agents
TimeoutStartSec=600
StandardOutput=append:/var/log/site/agents.log
StandardError=append:/var/log/site/agents.log
`;

const TUNNEL_SERVICE = `[Unit]
Description=TLS to the shared file system
Wants=network-online.target
After=network-online.target
Before=remote-fs-pre.target
[Service]
User=stunnel4
ExecStartPre=+/opt/site/instance certificate
ExecStart=/usr/bin/stunnel4 /etc/stunnel/efs.conf
ExecReload=+/opt/site/instance certificate
ExecReload=/bin/kill -HUP $MAINPID
Restart=always
RestartSec=2
[Install]
WantedBy=multi-user.target
`;

const CERTIFICATE_SERVICE = `[Unit]
Description=Renews the certificate that names the access point
[Service]
Type=oneshot
ExecStart=/bin/systemctl reload efs-tunnel.service
`;

const CERTIFICATE_TIMER = `[Unit]
Description=Renews the certificate that names the access point
[Timer]
OnUnitActiveSec=1h
OnActiveSec=1h
[Install]
WantedBy=timers.target
`;

const LOG_ROTATION = `/var/log/site/*.log {
  weekly
  maxsize 50M
  rotate 4
  compress
  missingok
  notifempty
  copytruncate
}
`;

function unit(name: string, content: string): InstanceFile {
  return { path: `/etc/systemd/system/${name}`, permissions: '0644', content };
}

/** systemd units of every instance; the tunnel's only where it is used. */
export function baseUnits(tunnel: boolean): readonly InstanceFile[] {
  return [
    unit('site-agents.service', AGENTS_SERVICE),
    ...(tunnel
      ? [
          unit('efs-tunnel.service', TUNNEL_SERVICE),
          unit('efs-certificate.service', CERTIFICATE_SERVICE),
          unit('efs-certificate.timer', CERTIFICATE_TIMER),
        ]
      : []),
    { path: '/etc/logrotate.d/site', permissions: '0644', content: LOG_ROTATION },
  ];
}
