import { problem, type Problem } from './problem';
import { REGIONS } from './regions';
import { closest } from '../core/suggestion';

/** A region must be one that Terraform and this package support. */
export function* regionProblems(field: string, region: string): Iterable<Problem> {
  if (REGIONS.includes(region)) return;
  const meant = closest(region, REGIONS);
  const fix = meant === undefined ? `write it like 'eu-west-1'` : `did you mean '${meant}'`;
  yield problem(field, `must be a region of AWS's commercial partition`, region, fix);
}
