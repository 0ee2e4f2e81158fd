/** Where a stack lies, for exact ways out. */
export interface StackPlace {
  readonly environment: string;
  /** Workspace of its state. */
  readonly workspace: string;
  /** Folder of its Terraform JSON, from the project's folder. */
  readonly directory: string;
  /** The stack's name. */
  readonly stack: string;
  /** The file that holds the environment's settings; absent where there is none, as in a plain cdktf app. */
  readonly environmentFile?: SourceFile;
  /** The construct that made a resource and where it stands, `web/LoadBalancer, stacks/web-stack.ts:40:5`. */
  readonly madeBy: (address: string) => string | undefined;
}

/** A file of the project. */
export interface SourceFile {
  /** Path from the project's folder. */
  readonly path: string;
  readonly text: string;
}
