import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { objectOf, parseObject, textOf } from '../terraform/json';

/** The version in the nearest `package.json` above, which is this package's own in sources and when compiled. */
export function packageVersion(): string {
  for (const up of ['../..', '../../..']) {
    try {
      const content = parseObject(readFileSync(join(__dirname, up, 'package.json'), 'utf8'));
      const version = textOf(objectOf(content), 'version');
      if (version !== undefined) return version;
    } catch {
      continue;
    }
  }
  return 'unknown';
}
