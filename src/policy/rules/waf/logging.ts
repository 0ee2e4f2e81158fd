import type { Resource } from '../../model/resource';
import type { ResourceGraph } from '../../model/resource-graph';
import type { Value } from '../../model/value';
import { expectAttached, firstOf } from '../../rule/expect';
import { defineRule } from '../../rule/rule';
import { fail, pass, unknown, type Verdict } from '../../rule/verdict';

/** How AWS WAF wants the names of log groups, buckets and delivery streams to begin. */
const PREFIX = 'aws-waf-logs-';

const SECRET_HEADERS = ['authorization', 'cookie'];

export const WAF_LOGGING = defineRule({
  id: 'WPHA-WAF-004',
  title: 'web ACLs log requests, without cookies and passwords',
  severity: 'medium',
  pack: 'baseline',
  appliesTo: ['aws_wafv2_web_acl'],
  rows: ['WAF-004'],
  maps: { checkov: ['CKV2_AWS_31'] },
  why: 'Without the log nobody can tell an attack from a customer who was locked out; with cookies it opens sessions.',
  fix: `Add an aws_wafv2_web_acl_logging_configuration to ${PREFIX}…, with 'redacted_fields' for cookie and authorization.`,
  check: (acl, graph) => {
    const attached = graph.attached(acl, 'aws_wafv2_web_acl_logging_configuration', 'resource_arn');
    if (attached.found.length === 0) {
      return expectAttached(acl, attached, 'no aws_wafv2_web_acl_logging_configuration belongs to the web ACL');
    }
    return attached.found.map((logging) =>
      firstOf(
        () => destination(logging, graph),
        () => redaction(logging),
      ),
    );
  },
});

function destination(logging: Resource, graph: ResourceGraph): Verdict {
  const path = 'log_destination_configs';
  const value = logging.get(path);
  if (value.isUnset) return fail([logging, path], `'${path}' is not set`, { resource: logging });
  const names = value.items.map((item) => nameOf(item, graph));
  if (names.includes(undefined)) return unknown([logging, path], undefined, { resource: logging });
  if (names.every((name) => name?.startsWith(PREFIX))) return pass();
  return fail([logging, path], `the name of the destination must begin with '${PREFIX}'`, { resource: logging });
}

/** The name at the end of an ARN, or that of the resource which the ARN is of. */
function nameOf(value: Value, graph: ResourceGraph): string | undefined {
  if (value.isKnown) return /(?:log-group:|deliverystream\/|:::)([^:/]+)/.exec(value.text ?? '')?.[1] ?? '';
  const [target] = graph.targetsOf(value);
  return ['name', 'bucket', 'name_prefix', 'bucket_prefix'].map((name) => target?.get(name).text).find(Boolean);
}

function redaction(logging: Resource): Verdict {
  const fields = logging.blocks('redacted_fields');
  const names = fields.flatMap((field) => field.blocks('single_header')).map((header) => header.get('name'));
  const missing = SECRET_HEADERS.filter((header) => !names.some(({ text }) => text?.toLowerCase() === header));
  if (missing.length === 0) return pass();
  const detail = { resource: logging };
  if (names.some((name) => name.isUnclear)) return unknown([logging, 'redacted_fields'], undefined, detail);
  return fail([logging, 'redacted_fields'], `the header ${missing.join(' and ')} is written to the log`, detail);
}
