import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { type Certificate, makeAuthority } from '../host/certificates';
import { runTool } from '../host/run-tool';
import { debianMirror } from '../mirror/debian-mirror';
import { buildDebian, type DebianRecipe } from './debian';
import { cached, contentHash } from './image-cache';
import { DISK_MIB, KERNEL_MODULES, nodeRecipe } from './node-image';
import { SERVICES_RECIPE } from './services-image';

/** What a lab boots from; absolute paths in the cache. */
export interface LabImages {
  /** Root file system of everything that is not an instance. */
  readonly services: string;
  /** Disk image that instances start from; never written to. */
  readonly disk: string;
  /** Whether packages are installed at boot, as on a published image, or are on the disk. */
  readonly kind: 'stock' | 'prepared';
  /** The authority that instances trust. */
  readonly authority: Certificate;
}

/** What to make. */
export interface ImageOptions {
  readonly cacheDirectory: string;
  /** Packages that are on the disk before the first boot. */
  readonly packages: readonly string[];
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** Finds or makes the images of a lab, side by side; what exists is used as it is. */
export async function labImages(options: ImageOptions): Promise<LabImages> {
  const { cacheDirectory, packages, onProgress, signal } = options;
  const authority = await labAuthority(cacheDirectory);
  const mirror = debianMirror(mirrorDirectory(cacheDirectory));
  await new Promise<void>((resolve) => mirror.listen(0, '127.0.0.1', resolve));
  const proxy = `http://127.0.0.1:${(mirror.address() as AddressInfo).port}`;
  const make = (
    name: string,
    what: string,
    recipe: DebianRecipe,
    finish: (root: string, folder: string) => Promise<string>,
  ) =>
    cached(cacheDirectory, name, async (folder) => {
      onProgress(`building ${what} in '${cacheDirectory}'`);
      return finish(await buildDebian(recipe, { folder, proxy, signal }), folder);
    });
  try {
    const recipe = nodeRecipe({ authority: authority.certificate, packages });
    const kind = packages.length === 0 ? 'stock' : 'prepared';
    const servicesName = `services-${contentHash(SERVICES_RECIPE)}`;
    const diskName = `${kind}-${contentHash({ ...recipe, KERNEL_MODULES, servicesName })}.ext4`;
    const services = make(servicesName, 'the image of the services', SERVICES_RECIPE, (root) => Promise.resolve(root));
    const disk = make(diskName, `the ${kind} image of an instance`, recipe, async (root, folder) => {
      await runTool('sh', ['-c', KERNEL_MODULES, 'sh', root, await services]);
      return makeDisk(root, folder);
    });
    // both end before the mirror does
    await Promise.allSettled([services, disk]);
    return { services: await services, authority, kind, disk: await disk };
  } finally {
    mirror.closeAllConnections();
    mirror.close();
  }
}

/** Where downloads are kept. */
export function mirrorDirectory(cacheDirectory: string): string {
  return join(cacheDirectory, 'debian');
}

async function makeDisk(root: string, folder: string): Promise<string> {
  const disk = join(folder, 'disk.ext4');
  const options = ['-q', '-t', 'ext4', '-L', 'root', '-J', 'size=16', '-E', 'lazy_itable_init=1,nodiscard'];
  await runTool('mke2fs', [...options, '-d', root, disk, `${DISK_MIB}M`]);
  return disk;
}

/** The authority of this cache: images carry its certificate, so it stays as long as they do. */
async function labAuthority(cacheDirectory: string): Promise<Certificate> {
  const folder = await cached(cacheDirectory, 'authority', async (draft) => {
    const made = join(draft, 'authority');
    mkdirSync(made, { mode: 0o700 });
    await makeAuthority(made, 'authority');
    return made;
  });
  const [certificate, key] = ['crt', 'key'].map((ending) => readFileSync(join(folder, `authority.${ending}`), 'utf8'));
  return { certificate: certificate ?? '', key: key ?? '' };
}
