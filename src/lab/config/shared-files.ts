import type { LabFiles } from '../model/lab-model';
import type { LabAddresses } from './addresses';

/**
 * Where the NFS server listens behind its TLS front: the front alone has the address of the file system.
 *
 * A port of its own, because Ganesha takes its port on every address, whatever `Bind_addr` says.
 */
export const NFS_BEHIND = { address: '127.0.0.1', port: 20490 } as const;

/**
 * Configuration of NFS-Ganesha that serves a folder as an EFS access point does: its folder is the root, and whoever
 * writes acts as the access point's user.
 *
 * `root` holds the whole file system; the access point's folder in it must exist (`accessPointFolder`) and be a mount of
 * its own, because Ganesha exports no other.
 */
export function ganeshaConfig(files: LabFiles, root: string): string {
  return `NFS_CORE_PARAM {
  Bind_addr = ${NFS_BEHIND.address};
  NFS_Port = ${NFS_BEHIND.port};
  Protocols = 4;
  Enable_NLM = false;
  Enable_RQUOTA = false;
  mount_path_pseudo = true;
  # needs a capability that containers and small virtual machines lack
  allow_set_io_flusher_fail = true;
}
NFSv4 {
  Graceless = true;
  Lease_Lifetime = 20;
  # as EFS: 4.0 and 4.1
  Minor_Versions = 0, 1;
  Only_Numeric_Owners = true;
}
EXPORT {
  Export_Id = 1;
  Path = ${accessPointFolder(files, root).path};
  Pseudo = /;
  Access_Type = RW;
  # EFS has none
  Disable_ACL = true;
${squash(files)}
  Protocols = 4;
  Transports = TCP;
  SecType = sys;
  FSAL { Name = VFS; }
}
LOG { Default_Log_Level = EVENT; }
`;
}

/** The folder that clients see as the root, to be made with this owner and these permissions when it is absent. */
export function accessPointFolder(
  { accessPointPath, owner }: LabFiles,
  root: string,
): { readonly path: string; readonly owner: LabFiles['owner'] } {
  return { path: `${root}${accessPointPath === '/' ? '' : accessPointPath}`, owner };
}

function squash({ posixUser }: LabFiles): string {
  if (posixUser === undefined) return '  Squash = No_Root_Squash;';
  const { uid, gid } = posixUser;
  return [`  Squash = All_Squash;`, `  Anonymous_Uid = ${uid};`, `  Anonymous_Gid = ${gid};`].join('\n');
}

/** Certificate and key of the file system's host name. */
export interface TlsFiles {
  readonly certificate: string;
  readonly key: string;
}

/**
 * Configuration of the stunnel server in front of Ganesha: TLS at the file system's address and port.
 *
 * It does not ask for the certificate by which a client names its access point: every client gets the one there is.
 */
export function stunnelConfig({ port }: LabFiles, { files }: LabAddresses, { certificate, key }: TlsFiles): string {
  return `foreground = yes
pid =
debug = notice
socket = l:SO_REUSEADDR=yes
[efs]
accept = ${files}:${port}
connect = ${NFS_BEHIND.address}:${NFS_BEHIND.port}
cert = ${certificate}
key = ${key}
sslVersionMin = TLSv1.2
TIMEOUTclose = 0
TIMEOUTidle = 3600
`;
}
