/** A KMS key that something is encrypted with. */
export interface KeyReference {
  readonly keyArn: string;
}
