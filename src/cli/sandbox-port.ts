import type { Variables } from '../terraform/process/process-environment';
import type { SandboxOptions, SandboxStatus } from '../sandbox/sandbox-status';
import type { InstalledOverrides } from '../sandbox/install-overrides';

/** The part of the sandbox that commands use. */
export interface SandboxPort {
  start(options: SandboxOptions): Promise<SandboxStatus>;
  stop(projectDirectory: string): Promise<SandboxStatus | undefined>;
  status(projectDirectory: string): Promise<SandboxStatus | undefined>;
  environment(status: SandboxStatus, present: Variables): Promise<Record<string, string>>;
  installOverrides(assemblyDirectory: string, status: SandboxStatus): Promise<InstalledOverrides>;
  /** Takes away what an earlier run installed; Terraform then talks to AWS again. */
  removeOverrides(assemblyDirectory: string): Promise<void>;
  /** Lines that say what the emulator cannot do. */
  exclusions(): Promise<readonly string[]>;
}
