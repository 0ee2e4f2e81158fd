import fc from 'fast-check';
import { arbitraryEnvironment } from '../support/arbitrary-environment';
import { STACKS, synthesizeEnvironment } from './support';

/** Names a resource may carry in the JSON, with the longest that AWS accepts. */
const LONGEST: Readonly<Record<string, readonly [attribute: string, length: number]>> = {
  aws_lb: ['name', 32],
  aws_iam_role: ['name', 64],
  aws_s3_bucket: ['bucket', 63],
  aws_db_instance: ['identifier', 63],
  aws_lambda_function: ['function_name', 64],
  aws_autoscaling_group: ['name', 255],
};

test('every environment that passes the checks becomes stacks whose names AWS accepts', () => {
  fc.assert(
    fc.property(arbitraryEnvironment, (environment) => {
      const stacks = synthesizeEnvironment(environment);
      for (const id of STACKS) {
        for (const [type, [attribute, length]] of Object.entries(LONGEST)) {
          for (const resource of stacks[id].list(type)) {
            expect(String(resource[attribute]).length).toBeLessThanOrEqual(length);
          }
        }
      }
    }),
    { numRuns: 12 },
  );
}, 120_000);
