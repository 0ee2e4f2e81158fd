import { readFileSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import { messageOf, UserError } from '../../../core/errors';
import type { DriftDocument, EnvironmentFailure, FleetDocument, JobMatrix } from '../../../drift';
import { objectOf, parseObject, readJsonFile, textOf } from '../../../terraform/json';

/** What reports of several runs say together. */
export interface ReadReports {
  readonly documents: readonly DriftDocument[];
  readonly failed: readonly EnvironmentFailure[];
}

const SCHEMAS = join(__dirname, '../../schemas');
const WAY_OUT = "make it with 'wordpress-ha drift --json' of the same version";

/**
 * Reads reports of `drift --json` and `drift --all --json`. A file that holds none becomes a failure: the job that was to write
 * it ended early, and nothing is proved about what it was to look at.
 *
 * @throws UserError when two of them are about the same environment
 */
export function readReports(folder: string, files: readonly string[]): ReadReports {
  const [isOne, isFleet] = validators();
  const reports = files.map((file): ReadReports => {
    const failure = (error: string): ReadReports => ({
      documents: [],
      failed: [{ environment: parse(file).name, error: `'${file}' ${error}` }],
    });
    let text: string;
    try {
      text = readFileSync(resolve(folder, file), 'utf8');
    } catch (error) {
      return failure(`cannot be read: ${messageOf(error)}`);
    }
    const report = parseObject(text);
    if (report === undefined) return failure('is empty, cut off or no JSON object');
    const error = textOf(objectOf(report['error']), 'message');
    if (error !== undefined) return failure(`is of a check that could not run: ${error}`);
    if (isOne(report)) return { documents: [report as unknown as DriftDocument], failed: [] };
    if (!isFleet(report)) return failure(`is no report of this version; ${WAY_OUT}`);
    const { environments, failed } = report as unknown as FleetDocument;
    return { documents: environments, failed };
  });
  const documents = reports.flatMap((each) => each.documents);
  refuseTwice(
    reports.map((each) => each.documents.map(({ environment }) => environment)),
    files,
  );
  return { documents, failed: reports.flatMap((each) => each.failed) };
}

/** The failures of environments that a matrix was to look at and of which nothing was told. */
export function missingReports(
  { include }: JobMatrix,
  { documents, failed }: ReadReports,
): readonly EnvironmentFailure[] {
  const told = new Set([...documents, ...failed].map(({ environment }) => environment));
  const expected = include.flatMap(({ name, environments }) =>
    environments.map((environment) => ({ name, environment })),
  );
  return expected
    .filter(({ environment }) => !told.has(environment))
    .map(({ name, environment }) => ({ environment, error: `job '${name}' left no report of it` }));
}

/** @throws UserError when the file holds no matrix of jobs */
export function readMatrix(folder: string, file: string): JobMatrix {
  const wayOut = "make it with 'wordpress-ha drift matrix'";
  const content = readJsonFile(resolve(folder, file), wayOut);
  const isMatrix = new Ajv().compile(
    readJsonFile(join(SCHEMAS, 'drift-matrix.schema.json'), 'install the package again'),
  );
  if (!isMatrix(content)) throw new UserError(`'${file}' is no matrix of jobs; ${wayOut}`);
  return content as unknown as JobMatrix;
}

function validators(): readonly [ValidateFunction, ValidateFunction] {
  const schema = (name: string): object => readJsonFile(join(SCHEMAS, name), 'install the package again');
  const one = schema('drift.schema.json');
  const ajv = new Ajv({ allowUnionTypes: true });
  return [ajv.compile(one), ajv.compile(schema('drift-all.schema.json'))];
}

function refuseTwice(environments: readonly (readonly string[])[], files: readonly string[]): void {
  const first = new Map<string, string>();
  environments.forEach((names, index) => {
    const file = files[index] ?? '';
    for (const name of names) {
      const other = first.get(name);
      if (other !== undefined)
        throw new UserError(`'${name}' must be in one report only, got it in '${other}' and '${file}'; leave one out`);
      first.set(name, file);
    }
  });
}
