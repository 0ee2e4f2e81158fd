/** One job of a pipeline that looks at several environments. */
export interface MatrixJob {
  /** Fit for the name of a file: the environment, or `part-2` where it looks at several. */
  readonly name: string;
  readonly environments: readonly string[];
  /** What its `wordpress-ha drift --all` has to be given. */
  readonly arguments: string;
}

/** The jobs of a pipeline, as GitHub takes a matrix; described by `drift-matrix.schema.json`. */
export interface JobMatrix {
  readonly include: readonly MatrixJob[];
}

/**
 * Shares environments out to jobs, neighbours together and as evenly as may be.
 *
 * @param most jobs, at least 1; fewer where there are fewer environments
 */
export function jobMatrix(environments: readonly string[], most: number): JobMatrix {
  const jobs = Math.min(most, environments.length);
  const first = (job: number): number => Math.round((job * environments.length) / jobs);
  const parts = Array.from({ length: jobs }, (_none, job) => environments.slice(first(job), first(job + 1)));
  return {
    include: parts.map((part, index) => ({
      name: environments.length <= most ? part.join() : `part-${index + 1}`,
      environments: part,
      arguments: part.map((name) => `--only ${name}`).join(' '),
    })),
  };
}
