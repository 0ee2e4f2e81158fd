export { describeExclusions, EXCLUSIONS, type Exclusion } from './exclusions';
export { installSandboxOverrides, removeSandboxOverrides, type InstalledOverrides } from './install-overrides';
export { sandboxStatus, startSandbox, stopSandbox } from './sandbox';
export { sandboxEnvironment } from './sandbox-environment';
export type { SandboxOptions, SandboxStatus } from './sandbox-status';
export { stateDirectoryOf } from './status-file';
export { installUnlockOverrides, unlockOverride } from './unlock-override';
