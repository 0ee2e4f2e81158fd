import { defineRule } from '../../rule/rule';
import { shellCommands } from './shell-commands';
import { INSTANCE_TYPES } from './templates';
import { judgeUserData, type UserDataFinding } from './user-data-findings';

const PACKAGE_MANAGER = /^(?:\/\S+\/)?(?:yum|dnf|apt-get|apt|apk|pip3?)$/;

const INSTALL = /^(?:install|add)$/;

/** Options whose value is a word of its own. */
const WITH_VALUE =
  /^(?:-[ceortx]|--(?:option|config|config-file|target-release|requirement|constraint|editable|exclude|enablerepo|disablerepo|repository|virtual))$/;

/** A version behind the name: `httpd-2.4.62`, `nginx=1.26.3`, `requests==2.32.0`. */
const PINNED = /[=~<>]|-\d+\.\d/;

export const PINNED_PACKAGES = defineRule({
  id: 'WPHA-EC2-500',
  title: 'user data installs packages of a stated version',
  severity: 'low',
  pack: 'baseline',
  appliesTo: INSTANCE_TYPES,
  rows: [],
  maps: {},
  why: 'An instance that starts during an incident should not be the first to run a new version of everything.',
  fix: 'Name versions, pin the release of the image that the packages come from, or bake them into an image.',
  check: (instance) => judgeUserData(instance, unpinned),
});

/** Packages that are named in the text itself; what variables hold is decided elsewhere. */
function unpinned(text: string): readonly UserDataFinding[] {
  const packages = shellCommands(text)
    .flatMap(installed)
    .filter((word) => /^[a-z0-9][\w.+-]*$/i.test(word) && !PINNED.test(word));
  return [...new Set(packages)].map((part) => ({ part, message: `it installs whatever version of ${part} there is` }));
}

/** What a command tells a package manager to install. */
function installed([program = '', ...words]: readonly string[]): readonly string[] {
  if (!PACKAGE_MANAGER.test(program)) return [];
  const named = words.filter((word, index) => !word.startsWith('-') && !WITH_VALUE.test(words[index - 1] ?? ''));
  return INSTALL.test(named[0] ?? '') ? named.slice(1) : [];
}
