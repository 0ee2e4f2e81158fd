"""EFS file systems."""

import json
from typing import Any

from moto.efs.exceptions import PolicyNotFound
from moto.efs.models import EFSBackend, FileSystem
from moto.efs.responses import EFSResponse

from .patching import added, around, fix

JSON = {"Content-Type": "application/json"}


@fix
def efs_keeps_the_backup_policy() -> None:
    """moto can describe a backup policy but not put one (500). `aws_efs_backup_policy` could be neither created nor
    destroyed, which puts DISABLED."""

    @added(EFSResponse)
    def put_backup_policy(self: EFSResponse) -> Any:
        policy = self._get_param("BackupPolicy")
        self.efs_backend.file_systems_by_id[self._get_param("FileSystemId")].kept_backup_policy = policy
        return json.dumps({"BackupPolicy": policy}), JSON

    @around(EFSBackend, "describe_backup_policy")
    def describe_backup_policy(original: Any, self: EFSBackend, file_system_id: str) -> Any:
        kept = getattr(self.file_systems_by_id.get(file_system_id), "kept_backup_policy", None)
        return kept or original(self, file_system_id)

    # moto describes a file system by all its attributes whose names begin without an underscore
    @around(FileSystem, "info_json")
    def info_json(original: Any, self: FileSystem) -> Any:
        description = original(self)
        description.pop("KeptBackupPolicy", None)
        return description


@fix
def efs_deletes_the_file_system_policy() -> None:
    """moto lacks DeleteFileSystemPolicy (500), so that `destroy` stopped at `aws_efs_file_system_policy`."""

    @added(EFSResponse)
    def delete_file_system_policy(self: EFSResponse) -> Any:
        file_system = self.efs_backend.file_systems_by_id[self._get_param("FileSystemId")]
        if not file_system.file_system_policy:
            raise PolicyNotFound("None")
        file_system.file_system_policy = None
        return "", JSON
