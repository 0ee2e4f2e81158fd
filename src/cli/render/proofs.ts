import type { CounterExample, ProofOutcome, ProofResult } from '../../policy';
import type { Style, Tone } from './style';
import { count } from './table';

const TONES: Readonly<Record<ProofOutcome, Tone>> = {
  proved: 'good',
  refuted: 'bad',
  unclear: 'careful',
  'not applicable': 'quiet',
};

/** Most counter-examples to show of one proof; one mistake often has many. */
const MOST = 10;

/** Each proof with its counter-examples, then one line that sums up. */
export function renderProofs(name: string, results: readonly ProofResult[], style: Style): string {
  const proved = results.filter(({ outcome }) => outcome === 'proved').length;
  const applicable = results.filter(({ outcome }) => outcome !== 'not applicable').length;
  const summary = `${name}: ${proved} of ${count(applicable, 'proof')} hold`;
  return [
    ...results.flatMap((result) => lines(result, style)),
    style(proved === applicable ? 'good' : 'bad', summary),
  ].join('\n');
}

function lines({ proof, outcome, statements, counterExamples, notes }: ProofResult, style: Style): readonly string[] {
  const shown = counterExamples.slice(0, MOST).flatMap((each) => told(each, style));
  const more = counterExamples.length > MOST ? [`  … and ${counterExamples.length - MOST} more`] : [];
  const fix = counterExamples.length > 0 ? [`  ${proof.fix}`] : [];
  const head = `${style(TONES[outcome], outcome.padEnd(14))} ${style('strong', proof.name)}  ${proof.title}`;
  const number = outcome === 'not applicable' ? '' : style('quiet', ` (${count(statements, 'statement')})`);
  return [`${head}${number}`, ...shown, ...more, ...notes.map((note) => `  ${style('careful', note)}`), ...fix];
}

function told({ message, evidence }: CounterExample, style: Style): readonly string[] {
  return [`  ${message}`, ...evidence.map(({ at, says }) => style('quiet', `    ${at}: ${says}`))];
}
