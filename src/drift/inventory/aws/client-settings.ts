/** How a client reaches its service. */
export interface ClientSettings {
  readonly region: string;
  /** @default - AWS's own */
  readonly endpoint?: string;
  /** @default - the SDK's own chain */
  readonly credentials?: {
    readonly accessKeyId: string;
    readonly secretAccessKey: string;
    readonly sessionToken?: string;
  };
}
