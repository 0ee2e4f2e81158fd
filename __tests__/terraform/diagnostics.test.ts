import { diagnosticsOf, terraformError } from '../../src/terraform/diagnostics';

const line = (diagnostic: object): string => JSON.stringify({ '@level': 'error', type: 'diagnostic', diagnostic });

const FAILED = line({
  severity: 'error',
  summary: 'Resource precondition failed',
  detail: 'made for staging',
  address: 'terraform_data.guard',
  snippet: { code: 'condition = x', values: [{ traversal: 'var.password', statement: 'is "hunter2"' }] },
});

describe('diagnosticsOf', () => {
  it('reads them between other lines, plain text and a line that was cut off', () => {
    const output = [
      '{"type":"version"}',
      'plain text',
      FAILED,
      line({ severity: 'warning', summary: 'old', detail: '' }),
      '{"type":"diag',
    ].join('\n');

    expect(diagnosticsOf(output)).toEqual([
      {
        severity: 'error',
        summary: 'Resource precondition failed',
        detail: 'made for staging',
        address: 'terraform_data.guard',
      },
      { severity: 'warning', summary: 'old', detail: '', address: undefined },
    ]);
  });
});

describe('terraformError', () => {
  it('tells what was run, each error once, and where', () => {
    const error = terraformError('web', 'plan', `${FAILED}\n${FAILED}`, '');

    expect(error.message).toBe(
      [
        "stack 'web': 'terraform plan' failed",
        '  Resource precondition failed',
        '    made for staging',
        '    at terraform_data.guard',
      ].join('\n'),
    );
    expect(error.diagnostics).toHaveLength(2);
  });

  it('tells no values of expressions', () => {
    expect(terraformError('web', 'plan', FAILED, '').message).not.toContain('hunter2');
  });

  it('tells who holds a lock and the way out, not to go on without one', () => {
    const detail = [
      'Error message: operation error S3: PutObject, https response error StatusCode: 412',
      'Lock Info:',
      '  ID:        ab27c642',
      '  Path:      states/environments/staging/web.tfstate',
      '  Operation: OperationTypeApply',
      '  Who:       anna@laptop',
      '  Version:   1.11.4',
      '  Created:   2026-11-21 07:21:26 +0000 UTC',
      '  Info:      ',
      '',
      'You can disable locking with the "-lock=false" flag, but this is not recommended.',
    ].join('\n');
    const output = line({ severity: 'error', summary: 'Error acquiring the state lock', detail });

    expect(terraformError('web', 'plan', output, '').message).toBe(
      [
        "stack 'web': 'terraform plan' failed",
        '  Error acquiring the state lock',
        '    held by anna@laptop for OperationTypeApply since 2026-11-21 07:21:26 +0000 UTC (lock ab27c642)',
        "    'wordpress-ha unlock' tells whether that still runs, and releases the lock",
      ].join('\n'),
    );
  });

  it('falls back to what Terraform wrote to standard error, without colours', () => {
    const error = terraformError('web', 'force-unlock', '', '\u001b[31mError: \u001b[0mno such lock\n');

    expect(error.message).toBe("stack 'web': 'terraform force-unlock' failed\n  Error: no such lock");
  });
});
