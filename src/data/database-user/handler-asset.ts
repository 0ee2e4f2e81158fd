import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AssetType, TerraformAsset } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../core/errors';

/** Made by scripts/build-handler.js: `npm ci` runs it in a clone, and the published package holds the result. */
const ARCHIVE = join(__dirname, 'handler.zip');

/** The function's code, copied beside the Terraform JSON. The one construct here that reads a file. */
export class HandlerAsset extends Construct {
  /** Path of the zip file, relative to the stack's folder. */
  readonly path: string;
  /** SHA-256 in base64, as Lambda reports it; the same on every machine. */
  readonly sourceCodeHash: string;

  constructor(scope: Construct, id: string) {
    super(scope, id);
    if (!existsSync(ARCHIVE)) {
      throw new ValidationError(this, `'handler.zip' must exist beside the construct; run 'npm run prepare'`);
    }

    const asset = new TerraformAsset(this, 'Archive', { path: ARCHIVE, type: AssetType.FILE });

    this.path = asset.path;
    this.sourceCodeHash = createHash('sha256').update(readFileSync(ARCHIVE)).digest('base64');
  }
}
