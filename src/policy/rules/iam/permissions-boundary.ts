import { defineRule } from '../../rule/rule';
import { fail, notApplicable, pass } from '../../rule/verdict';

export const PERMISSIONS_BOUNDARY = defineRule({
  id: 'WPHA-IAM-020',
  title: 'where one role has a boundary all have',
  severity: 'low',
  pack: 'baseline',
  appliesTo: ['aws_iam_role'],
  rows: ['IAM-020'],
  maps: {},
  why: 'A boundary is what the account’s owners let a project give away; one role without it gives away the rest.',
  fix: "Set 'permissions_boundary' to the policy that the other roles have.",
  check: (role, graph) => {
    const bounded = graph.ofType('aws_iam_role').filter((each) => each.get('permissions_boundary').isSet);
    const [example] = bounded;
    if (example === undefined) return notApplicable();
    if (bounded.includes(role)) return pass();
    return fail([role, 'permissions_boundary'], `'permissions_boundary' is not set, and ${example.address} has one`);
  },
});
