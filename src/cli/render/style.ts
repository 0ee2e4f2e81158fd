import { styleText } from 'node:util';
import type { Variables } from '../../terraform/process/process-environment';

/** Meanings that get a colour where the stream can show one. */
export type Tone = 'good' | 'bad' | 'careful' | 'quiet' | 'strong';

/** Colours a text by its meaning. */
export type Style = (tone: Tone, text: string) => string;

const FORMATS = { good: 'green', bad: 'red', careful: 'yellow', quiet: 'dim', strong: 'bold' } as const;

/** No colours at all. */
export const plainStyle: Style = (_tone, text) => text;

/** Colours where `stream` is a terminal and nothing (`NO_COLOR`, `TERM=dumb`) speaks against them. */
export function styleFor(stream: { readonly isTTY?: boolean }, variables: Variables): Style {
  const refused = (variables['NO_COLOR'] ?? '') !== '' || variables['TERM'] === 'dumb';
  return stream.isTTY === true && !refused ? (tone, text) => styleText(FORMATS[tone], text) : plainStyle;
}
