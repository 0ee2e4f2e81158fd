import { UserError } from '../../core/errors';
import type { CodeTree } from '../archive/code-tree';
import { topFolder } from '../archive/top-folder';

/**
 * Adds a site at the top of a release, whether or not it lies in a folder of its own.
 *
 * @throws UserError when the source has no `index.php` where a site starts
 */
export function addPhpCode(release: CodeTree, source: CodeTree, label: string): void {
  const top = topFolder(source, ['index.php']);
  if (top === undefined) {
    throw new UserError(
      `'${label}' must hold 'index.php' at its top or in its only folder, where the web server starts; ` +
        "give the document root of the site, and WordPress by '--wordpress'",
    );
  }
  if (topFolder(source, ['wp-includes/version.php']) !== undefined) {
    throw new UserError(
      `'--code' must be another site than WordPress, got '${label}'; give it by '--wordpress', which checks what WordPress needs`,
    );
  }
  release.mount(source, top, '');
}
