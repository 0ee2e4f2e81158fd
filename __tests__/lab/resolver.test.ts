import { LAB_ATTRIBUTES } from '../../src/lab/model/lab-attributes';
import { resourceOf, resourcesOf } from '../../src/lab/model/resource';
import { Resolver } from '../../src/lab/model/resolver';
import type { StackAssembly } from '../../src/terraform/assembly';
import type { JsonObject } from '../../src/terraform/json';

const PLACE = { accountId: '123456789012', region: 'eu-west-1', workspace: 'staging' };

function stack(name: string, configuration: JsonObject): StackAssembly {
  return { name, directory: `/stacks/${name}`, dependencies: [], configuration };
}

const UPSTREAM = stack('data', {
  output: {
    bucket: { value: '${aws_s3_bucket.media.bucket}' },
    id: { value: '${aws_efs_file_system.files.id}' },
    names: { value: { first: 'a' } },
  },
  resource: { aws_s3_bucket: { media: { bucket: 'site-${terraform.workspace}' } }, aws_efs_file_system: { files: {} } },
});

/** What an attribute of a resource in a stack that reads another one comes to. */
function resolved(value: unknown, resource: JsonObject = {}): unknown {
  const own = stack('web', {
    data: { terraform_remote_state: { 'cross-stack-reference-input-data': {} } },
    resource: { ...resource, aws_test: { it: { value } } },
  });
  const reader = resourceOf(own, 'aws_test', 'it');
  if (reader === undefined) throw new Error('no resource');
  return new Resolver({ stacks: [UPSTREAM, own] }, PLACE).value(reader, ['value']);
}

const OUTPUTS = 'data.terraform_remote_state.cross-stack-reference-input-data.outputs';

describe('Resolver', () => {
  it('takes literal attributes from the configuration, of this stack and of others', () => {
    expect(resolved('${aws_ssm_parameter.a.value}', { aws_ssm_parameter: { a: { value: 7 } } })).toBe(7);
    expect(resolved(`\${${OUTPUTS}.bucket}`)).toBe('site-staging');
    expect(resolved(`\${${OUTPUTS}["bucket"]}/*`)).toBe('site-staging/*');
    expect(resolved(`\${${OUTPUTS}.names.first}`)).toBe('a');
  });

  it('goes into lists and blocks', () => {
    expect(resolved({ list: ['${terraform.workspace}'], yes: true })).toEqual({ list: ['staging'], yes: true });
    expect(resolved('${aws_a.b.block.name}', { aws_a: { b: { block: [{ name: 'x' }] } } })).toBe('x');
  });

  it('calls functions', () => {
    expect(resolved('${join("-", [jsonencode(["a"]), terraform.workspace])}')).toBe('["a"]-staging');
  });

  it('makes a well-formed value for what only AWS knows, the same every time', () => {
    const id = resolved(`\${${OUTPUTS}.id}`);

    expect(id).toMatch(/^fs-0[0-9a-f]{16}$/);
    expect(resolved(`\${${OUTPUTS}.id}`)).toBe(id);
    expect(resolved('${aws_db_instance.a.master_user_secret[0].secret_arn}', { aws_db_instance: { a: {} } })).toMatch(
      /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:rds!db-[0-9a-f-]{36}-AbCdEf$/,
    );
  });

  it('prefers what is configured to what AWS would choose', () => {
    expect(resolved('${aws_db_instance.a.address}', { aws_db_instance: { a: { address: 'x' } } })).toBe('x');
  });

  it.each([
    [
      '${aws_nat_gateway.a.public_ip}',
      "the lab has no value for 'web: aws_nat_gateway.a.public_ip', which 'web: aws_test.it.value' reads; " +
        'give it a literal value in the stack, or leave it out of the lab',
    ],
    ['${aws_subnet.gone.id}', "the lab has no value for 'aws_subnet.gone.id', which 'web: aws_test.it.value' reads"],
    [`\${${OUTPUTS}.gone}`, `the lab has no value for '${OUTPUTS}.gone'`],
    ['${data.aws_caller_identity.a.id}', "the lab has no value for 'data.aws_caller_identity.a.id'"],
    ['${var.name}', "the lab has no value for 'var.name'"],
    ['${timestamp()}', "'web: aws_test.it.value' calls 'timestamp', which the lab does not know"],
    [
      '${a ? b : c}',
      "'web: aws_test.it.value' uses more of Terraform's language than the lab knows: cannot read '? b : c}'",
    ],
    ['${aws_test.it.value}', "'web: aws_test.it.value' refers to itself"],
  ])('says what it cannot resolve: %s', (expression, message) => {
    expect(() => resolved(expression, { aws_nat_gateway: { a: {} } })).toThrow(message);
  });

  it('follows a reference to the resource it names, through outputs too', () => {
    const own = stack('web', {
      data: { terraform_remote_state: { 'cross-stack-reference-input-data': {} } },
      resource: {
        aws_test: {
          it: { one: `\${${OUTPUTS}.id}`, text: 'x${terraform.workspace}', list: [`\${${OUTPUTS}.id}`, 'y'] },
        },
      },
    });
    const resolver = new Resolver({ stacks: [UPSTREAM, own] }, PLACE);
    const [it] = resourcesOf({ stacks: [own] }, 'aws_test');
    if (it === undefined) throw new Error('no resource');

    expect(resolver.target(it, ['one'])).toMatchObject({ type: 'aws_efs_file_system', id: 'files' });
    expect(resolver.target(it, ['text'])).toBeUndefined();
    expect(resolver.targets(it, ['list']).map(({ id }) => id)).toEqual(['files']);
  });
});

test.each(Object.entries(LAB_ATTRIBUTES).flatMap(([type, names]) => names.map((name) => [type, name] as const)))(
  'the value for %s.%s has no trace of being made up',
  (type, name) => {
    const value = resolved(`\${${type}.it.${name}}`, { [type]: { it: { name: 'site' } } });

    expect(JSON.stringify(value)).not.toMatch(/undefined|NaN|placeholder|\$\{/);
  },
);
