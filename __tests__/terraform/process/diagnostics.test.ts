import { diagnosticsOf, terraformError } from '../../../src/terraform/process/diagnostics';

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
    const error = terraformError('web', 'plan', { output: `${FAILED}\n${FAILED}`, stderr: '' });

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
    expect(terraformError('web', 'plan', { output: FAILED, stderr: '' }).message).not.toContain('hunter2');
  });

  it('tells who holds the lock that an error names, and never to go on without one', () => {
    const named = { severity: 'error', summary: 'Error acquiring the state lock', detail: 'ID: ab27c642\n-lock=false' };
    const lock = { id: 'ab27c642', description: 'lock ab27c642 was taken by anna@laptop' };

    expect(terraformError('web', 'plan', { output: line(named), stderr: '', lock }).message).toBe(
      [
        "stack 'web': 'terraform plan' failed",
        '  Error acquiring the state lock',
        '    lock ab27c642 was taken by anna@laptop',
      ].join('\n'),
    );
    expect(terraformError('web', 'plan', { output: FAILED, stderr: '', lock }).message).not.toContain('anna');
  });

  it('falls back to what Terraform wrote to standard error, without colours', () => {
    const error = terraformError('web', 'force-unlock', {
      output: '',
      stderr: '\u001b[31mError: \u001b[0mno such lock\n',
    });

    expect(error.message).toBe("stack 'web': 'terraform force-unlock' failed\n  Error: no such lock");
  });
});
