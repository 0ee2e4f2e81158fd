import { describeExclusions, EXCLUSIONS } from '../../src/sandbox';
import { applicableExclusions } from '../../src/sandbox/exclusions';

describe('the exclusions', () => {
  it('have permanent names of their own', () => {
    const ids = EXCLUSIONS.map(({ id }) => id);

    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^[a-z]+(-[a-z]+)*$/.test(id))).toEqual([]);
  });

  it('each say why in one sentence', () => {
    expect(EXCLUSIONS.filter(({ reason }) => reason.length < 20 || /[.\n]$/.test(reason))).toEqual([]);
  });

  it('hide no difference that a fix could show', () => {
    expect(EXCLUSIONS.flatMap(({ attributes }) => attributes)).toEqual([]);
  });

  it('apply only where such a resource is', () => {
    const applying = applicableExclusions(new Set(['aws_lambda_function', 'aws_vpc']));

    expect(applying.map(({ id }) => id)).toEqual(['functions-do-not-run']);
  });

  it('are described with their name, type, ignored attributes and reason', () => {
    const lines = describeExclusions([
      { id: 'a-gap', resourceType: 'aws_thing', attributes: ['size', 'colour'], reason: 'it is not kept' },
      { id: 'not-run', resourceType: 'aws_other', attributes: [], reason: 'it does not run' },
    ]);

    expect(lines).toEqual([
      'a-gap: aws_thing (ignored: size, colour): it is not kept',
      'not-run: aws_other: it does not run',
    ]);
  });
});
