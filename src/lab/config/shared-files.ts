import type { LabFiles } from '../model/lab-model';

/**
 * Where the NFS server listens behind its TLS front: the front alone has the address of the file system.
 *
 * A port of its own, because Ganesha takes its port on every address, whatever `Bind_addr` says.
 */
export const NFS_BEHIND = { address: '127.0.0.1', port: 20490 } as const;

/**
 * Configuration of NFS-Ganesha that serves a folder as an EFS access point does: whoever writes acts as the access point's
 * user.
 *
 * `folder` is that of the access point; it must be a mount of its own, because Ganesha exports no other.
 */
export function ganeshaConfig(files: LabFiles, folder: string): string {
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
  Path = ${folder};
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

function squash({ posixUser }: LabFiles): string {
  if (posixUser === undefined) return '  Squash = No_Root_Squash;';
  const { uid, gid } = posixUser;
  return [`  Squash = All_Squash;`, `  Anonymous_Uid = ${uid};`, `  Anonymous_Gid = ${gid};`].join('\n');
}
