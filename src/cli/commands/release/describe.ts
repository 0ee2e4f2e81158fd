import type { ReleaseManifest } from '../../../release';
import { count } from '../../render/table';

/** Such as `WordPress 6.8.3, 2 plugins, 1 theme`, or `PHP site`. */
export function contentText({ wordpress, plugins, themes }: ReleaseManifest): string {
  const parts = [
    wordpress === undefined ? 'PHP site' : `WordPress ${wordpress.version}`,
    ...(plugins.length === 0 ? [] : [count(plugins.length, 'plugin')]),
    ...(themes.length === 0 ? [] : [count(themes.length, 'theme')]),
  ];
  return parts.join(', ');
}

/** Such as `24.3 MiB`. */
export function sizeText(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
