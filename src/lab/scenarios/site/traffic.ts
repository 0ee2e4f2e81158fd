import type { Page } from './site-visitor';

/** One request of a visitor. */
export interface Answer {
  /** When it was asked, in milliseconds since 1970. */
  readonly askedAt: number;
  readonly status: number;
  readonly milliseconds: number;
}

/** Visitors who come at a steady pace, whatever became of those before them. */
export class Traffic {
  private readonly answers: Answer[] = [];
  private readonly underWay = new Set<Promise<void>>();
  private readonly timer: NodeJS.Timeout;

  constructor(
    private readonly visit: () => Promise<Page>,
    perSecond: number,
  ) {
    this.timer = setInterval(() => this.ask(), 1000 / perSecond);
  }

  /** Lets nobody come any more, and answers what all of them got once the last one has it. */
  async stop(): Promise<readonly Answer[]> {
    clearInterval(this.timer);
    await Promise.all(this.underWay);
    return this.answers;
  }

  private ask(): void {
    const askedAt = Date.now();
    const asked = this.visit().then(({ status, milliseconds }) => {
      this.answers.push({ askedAt, status, milliseconds });
      this.underWay.delete(asked);
    });
    this.underWay.add(asked);
  }
}

/** Those that did not get the page. */
export function failed(answers: readonly Answer[]): Answer[] {
  return answers.filter(({ status }) => status !== 200);
}

/** What visitors got, in words such as `2 of 80 requests failed (502, 504)`. */
export function inWords(answers: readonly Answer[]): string {
  const bad = failed(answers);
  if (bad.length === 0) return `none of ${answers.length} requests failed`;
  const kinds = [...new Set(bad.map(({ status }) => (status === 0 ? 'no answer' : String(status))))].sort();
  return `${bad.length} of ${answers.length} requests failed (${kinds.join(', ')})`;
}
