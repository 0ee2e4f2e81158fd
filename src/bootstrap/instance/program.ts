import type { Application } from '../application';
import type { FamilySettings } from '../image-family';
import {
  BOOT_MARGIN_SECONDS,
  BOOT_TIMEOUT_SECONDS,
  HEALTH_DEEP_PATH,
  HEALTH_PATH,
  INSTANCE_TAGS,
  LAUNCH_HOOK_NAME,
} from '../names';
import { RELEASE_NAME_PATTERN } from '../release-layout';
import { AWS_FUNCTIONS } from './aws';
import { BOOT_FUNCTIONS, REPORT_FUNCTIONS } from './boot';
import { PACKAGE_FUNCTIONS } from './packages';
import { RELEASE_FUNCTIONS } from './release';
import { SERVICE_FUNCTIONS } from './services';
import { SHARED_FILES_FUNCTIONS } from './shared-files';

/** What the program is told: no name, id or address of any environment. */
function constants(family: FamilySettings, application: Application): Readonly<Record<string, string>> {
  return {
    METADATA: 'http://169.254.169.254/latest',
    RUN: '/run/site',
    SITE: '/opt/site',
    CONFIG: '/etc/site',
    RELEASES: '/srv/site/releases',
    CURRENT: '/srv/site/current',
    SHARED: '/mnt/shared',
    TAG_SYSTEM: INSTANCE_TAGS.system,
    TAG_ENVIRONMENT: INSTANCE_TAGS.environment,
    TAG_ROLE: INSTANCE_TAGS.role,
    LAUNCH_HOOK: LAUNCH_HOOK_NAME,
    BOOT_SECONDS: String(BOOT_TIMEOUT_SECONDS - BOOT_MARGIN_SECONDS),
    HEALTH_PATH,
    HEALTH_DEEP_PATH,
    RELEASE_NAME: RELEASE_NAME_PATTERN,
    OS_RELEASE: family.osRelease,
    PACKAGE_MANAGER: family.packageManager,
    PACKAGES: '',
    WEB_USER: family.webUser,
    FPM_SERVICE: family.fpmService,
    FPM_BINARY: family.fpmBinary,
    FPM_POOLS: family.fpmPoolDirectory,
    PHP_INI_DIRECTORIES: family.phpIniDirectories.join(' '),
    CA_BUNDLE: family.caBundle,
    MOUNT_HELPER: family.mountHelper,
    SHARED_FOLDERS: application.sharedFolders.map(({ path, folder }) => `${path}=${folder}`).join(' '),
    UNITS: application.units.join(' '),
  };
}

/** The program that cloud-init runs once: `/opt/site/instance boot`. */
export function instanceProgram(family: FamilySettings, application: Application, packages: readonly string[]): string {
  const values = { ...constants(family, application), PACKAGES: packages.join(' ') };
  const assignments = Object.entries(values).map(([name, value]) => `${name}='${value}'`);
  return [
    '#!/bin/bash\n# Brings this instance into service: see boot() at the end.\nset -Eeuo pipefail\numask 022\n',
    `${assignments.join('\n')}\n`,
    REPORT_FUNCTIONS,
    AWS_FUNCTIONS,
    PACKAGE_FUNCTIONS,
    SHARED_FILES_FUNCTIONS,
    RELEASE_FUNCTIONS,
    SERVICE_FUNCTIONS,
    application.script,
    BOOT_FUNCTIONS,
  ].join('');
}
