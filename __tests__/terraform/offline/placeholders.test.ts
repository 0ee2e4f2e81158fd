import fc from 'fast-check';
import { writeStack } from '../support/files';
import type { JsonObject } from '../../../src/terraform/json';
import { placeholderArn } from '../../../src/terraform/offline/placeholder-arn';
import { placeholderOutputs } from '../../../src/terraform/offline/placeholders';
import { temporaryFolder } from '../../support/temporary-folder';

const PLACE = { accountId: '123456789012', region: 'eu-west-1' };

function outputs(expressions: Readonly<Record<string, unknown>>, resource: JsonObject = {}): Record<string, unknown> {
  const output = Object.fromEntries(Object.entries(expressions).map(([name, value]) => [name, { value }]));
  const stack = writeStack(temporaryFolder(), 'data', { output, resource });
  return placeholderOutputs(stack, { stacks: [stack] }, PLACE);
}

const value = (expression: string, resource: JsonObject = {}): unknown => outputs({ it: expression }, resource).it;

describe('placeholderOutputs', () => {
  it('takes from the configuration what it says', () => {
    const resource = { aws_s3_bucket: { media: { bucket: 'site-media' } }, aws_db_instance: { main: { port: 3307 } } };

    expect(value('${aws_s3_bucket.media.bucket}', resource)).toBe('site-media');
    expect(value('${aws_s3_bucket.media.id}', resource)).toBe('site-media');
    expect(value('${aws_s3_bucket.media.arn}', resource)).toBe('arn:aws:s3:::site-media');
    expect(value('${aws_db_instance.main.port}', resource)).toBe(3307);
  });

  it.each([
    ['${aws_vpc.main.id}', /^vpc-0[0-9a-f]{16}$/],
    ['${aws_subnet.main.id}', /^subnet-0[0-9a-f]{16}$/],
    ['${aws_security_group.main.id}', /^sg-0[0-9a-f]{16}$/],
    ['${aws_efs_file_system.main.id}', /^fs-0[0-9a-f]{16}$/],
    [
      '${aws_efs_access_point.main.arn}',
      /^arn:aws:elasticfilesystem:eu-west-1:123456789012:access-point\/fsap-0[0-9a-f]{16}$/,
    ],
    [
      '${aws_kms_key.main.arn}',
      /^arn:aws:kms:eu-west-1:123456789012:key\/[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/,
    ],
    ['${aws_lb.main.arn_suffix}', /^app\/[\w-]+\/[0-9a-f]{16}$/],
    ['${aws_lb_target_group.main.arn_suffix}', /^targetgroup\/[\w-]+\/[0-9a-f]{16}$/],
    ['${aws_lb.main.dns_name}', /\.eu-west-1\.elb\.amazonaws\.com$/],
    ['${aws_db_instance.main.address}', /\.eu-west-1\.rds\.amazonaws\.com$/],
    [
      '${aws_db_instance.main.master_user_secret[0].secret_arn}',
      /^arn:aws:secretsmanager:eu-west-1:123456789012:secret:/,
    ],
    ['${aws_acm_certificate_validation.main.certificate_arn}', /^arn:aws:acm:eu-west-1:123456789012:certificate\//],
    ['${aws_iam_role.main.arn}', /^arn:aws:iam::123456789012:role\//],
    ['${aws_nat_gateway.main.public_ip}', /^\d+\.\d+\.\d+\.\d+$/],
  ])('makes a well-formed value for %s', (expression, pattern) => {
    expect(value(expression)).toMatch(pattern);
  });

  it('keeps lists, objects, plain values and texts around references', () => {
    const resource = { aws_s3_bucket: { media: { bucket: 'm' } } };
    const expressions = {
      list: ['${aws_s3_bucket.media.bucket}', 'x'],
      object: { name: '${aws_s3_bucket.media.bucket}' },
      number: 3,
      text: 's3://${aws_s3_bucket.media.bucket}/${aws_s3_bucket.media.id}',
    };

    expect(outputs(expressions, resource)).toEqual({
      list: ['m', 'x'],
      object: { name: 'm' },
      number: 3,
      text: 's3://m/m',
    });
  });

  it('lets the reference inside a function stand for its result', () => {
    expect(value('${element(aws_s3_bucket.media.*.bucket, 0)}', { aws_s3_bucket: { media: { bucket: 'm' } } })).toBe(
      'm',
    );
  });

  it('follows a value that an upstream stack reads from one further up', () => {
    const folder = temporaryFolder();
    const foundation = writeStack(folder, 'foundation', {
      resource: { aws_kms_key: { data: {} } },
      output: { 'cross-stack-output-key': { value: '${aws_kms_key.data.arn}' } },
    });
    const data = writeStack(folder, 'data', {
      data: { terraform_remote_state: { 'cross-stack-reference-input-foundation': {} } },
      output: {
        key: {
          value: '${data.terraform_remote_state.cross-stack-reference-input-foundation.outputs.cross-stack-output-key}',
        },
      },
    });
    const assembly = { stacks: [foundation, data] };

    const upstream = placeholderOutputs(foundation, assembly, PLACE)['cross-stack-output-key'];

    expect(placeholderOutputs(data, assembly, PLACE).key).toBe(upstream);
    expect(upstream).toMatch(/^arn:aws:kms:/);
  });

  it('gives the same at every run and differs from object to object', () => {
    expect(value('${aws_vpc.a.id}')).toBe(value('${aws_vpc.a.id}'));
    expect(value('${aws_vpc.a.id}')).not.toBe(value('${aws_vpc.b.id}'));
  });

  it('ends although attributes refer to each other in a circle', () => {
    const resource = { aws_x: { a: { name: '${aws_x.b.name}' }, b: { name: '${aws_x.a.name}' } } };

    expect(value('${aws_x.a.name}', resource)).toBe('placeholder-it');
  });
});

describe('placeholderArn', () => {
  it('is an ARN for any type', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^aws_[a-z]{1,10}(_[a-z0-9]{1,8}){0,4}$/), (type) => {
        const arn = placeholderArn(type, 'x-1', { ...PLACE, name: 'name', hex: '0123456789abcdef'.repeat(4) });

        expect(arn).toMatch(/^arn:aws:[a-z0-9-]+:[a-z0-9-]*:(\d{12})?:.+$/);
      }),
    );
  });
});
