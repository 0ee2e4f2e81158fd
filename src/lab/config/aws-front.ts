import type { LabModel } from '../model/lab-model';
import type { LabAddresses } from './addresses';
import { privateDomain } from './dnsmasq';
import type { TlsFiles } from './shared-files';

/** What the front serves, and from where. */
export interface AwsFrontOptions {
  readonly tls: TlsFiles;
  /** Port of the emulator on 127.0.0.1. */
  readonly emulatorPort: number;
  /** Files that AWS serves to anybody, below `<folder>/<host name>/`, such as `databaseCaFile`. */
  readonly publicFolder: string;
  /** Folder for its logs, its process id and requests under way. */
  readonly workFolder: string;
}

/** Log of the calls to Auto Scaling, a line each: time, address of the node, status, parameters of the call. */
export const LIFECYCLE_LOG = 'lifecycle.log';

/** How a boot ended, as a node told Auto Scaling. */
export interface LifecycleEvent {
  readonly address: string;
  readonly instanceId: string;
  readonly result: 'CONTINUE' | 'ABANDON';
  /** Whether the emulator took the call. */
  readonly accepted: boolean;
}

/** The completed launch hooks in the text of the `LIFECYCLE_LOG`, oldest first. */
export function lifecycleEvents(log: string, lifecycleHook: string): LifecycleEvent[] {
  return log.split('\n').flatMap((line) => {
    const [, address = '', status = '', body = ''] = line.split(' ');
    const call = new URLSearchParams(body);
    const result = call.get('LifecycleActionResult');
    if (call.get('LifecycleHookName') !== lifecycleHook || (result !== 'CONTINUE' && result !== 'ABANDON')) return [];
    return { address, instanceId: call.get('InstanceId') ?? '', result, accepted: status.startsWith('2') };
  });
}

/** Largest request: a release archive. */
const MOST_MEGABYTES = 512;

/** Names in the certificates of each part, all signed by the lab's own authority. */
export function certificateNames(
  model: LabModel,
): Readonly<Record<'aws' | 'files' | 'database' | 'balancer', string[]>> {
  const { region, balancer, database, files } = model;
  const suffix = `${region}.amazonaws.com`;
  return {
    aws: [
      `*.${suffix}`,
      `*.s3.${suffix}`,
      `s3.${suffix}`,
      '*.s3.amazonaws.com',
      '*.amazonaws.com',
      '*.pki.rds.amazonaws.com',
    ],
    files: files === undefined ? [] : [files.host],
    database: [database.host],
    balancer: balancer.hostNames.length === 0 ? [balancer.dnsName] : [...balancer.hostNames],
  };
}

/** Where instances find the authorities of the region's databases, below `publicFolder`. */
export function databaseCaFile({ region }: LabModel): string {
  return `truststore.pki.rds.amazonaws.com/${region}/${region}-bundle.pem`;
}

/** Common name that an authority needs to be believed as the one of the region's databases. */
export function databaseCaName({ region }: LabModel): string {
  return `Amazon RDS ${region} Root CA RSA2048 G1`;
}

/** Configuration of nginx as `*.amazonaws.com`: TLS, files for anybody, and the emulator for all else. */
export function awsFrontConfig({ region }: LabModel, { aws }: LabAddresses, options: AwsFrontOptions): string {
  const { tls, emulatorPort, publicFolder, workFolder } = options;
  const kept = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
  return `daemon off;
worker_processes 1;
pid ${workFolder}/aws-front.pid;
error_log ${workFolder}/aws-front.error.log;
events { worker_connections 512; }
http {
  log_format lifecycle '$time_iso8601 $remote_addr $status $request_body';
  map $host $is_lifecycle { ~^autoscaling\\. 1; default 0; }
  access_log ${workFolder}/${LIFECYCLE_LOG} lifecycle if=$is_lifecycle;
  log_format calls '$time_iso8601 $remote_addr $request_method $host $uri $status "$http_x_amz_target" $body_bytes_sent';
  access_log ${workFolder}/aws-front.log calls;
${kept.map((name) => `  ${name}_temp_path ${workFolder}/${name};`).join('\n')}
  client_max_body_size ${MOST_MEGABYTES}m;
  default_type application/octet-stream;
  server {
    # ${region}, as instances at ${privateDomain(region)} see it
    listen ${aws}:443 ssl;
    ssl_certificate ${tls.certificate};
    ssl_certificate_key ${tls.key};
    ssl_protocols TLSv1.2 TLSv1.3;
    root ${publicFolder}/$host;
    location / {
      error_page 418 = @emulator;
      # signed requests are for the emulator, whatever their path
      if ($http_authorization) { return 418; }
      if ($request_method !~ ^(GET|HEAD)$) { return 418; }
      try_files $uri @emulator;
    }
    location @emulator {
      proxy_pass http://127.0.0.1:${emulatorPort};
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header X-Forwarded-Proto https;
      proxy_set_header Connection "";
      proxy_read_timeout 300s;
    }
  }
}
`;
}
