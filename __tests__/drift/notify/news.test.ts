import fc from 'fast-check';
import type { History, LifeEvent, OpenFinding } from '../../../src/drift/life/open-finding';
import { newsOf } from '../../../src/drift/notify/news';

const OPEN: OpenFinding = {
  fingerprint: 'f1',
  stack: 'web',
  address: 'aws_security_group.web',
  type: 'aws_security_group',
  class: 'invisible',
  severity: 'critical',
  paths: [],
  content: 'c',
  firstSeen: '2026-11-20T06:00:00.000Z',
  who: {
    known: true,
    actor: { kind: 'person', name: 'Administrator/alice' },
    event: 'AuthorizeSecurityGroupIngress',
    eventId: 'e1',
    time: '2026-11-20T05:12:00.000Z',
    sourceIp: '203.0.113.7',
    confidence: 'likely',
    others: 0,
  },
};

const NEW: LifeEvent = { at: OPEN.firstSeen, kind: 'new', finding: OPEN };
const NOW = new Date('2026-11-21T06:00:00Z');

function history(more: Partial<History> = {}): History {
  return { format: 1, environment: 'production', checkedAt: NOW.toISOString(), untold: [], open: [], ...more };
}

test('tells what happened, how bad it is and who did it', () => {
  expect(newsOf(history({ untold: [NEW], open: [OPEN] }), NOW)).toMatchObject({
    subject: 'production: drift: 1 new, 1 open',
    text:
      'production: drift: 1 new, 1 open\n' +
      'new critical invisible web: aws_security_group.web, since 2026-11-20T06:00:00.000Z; by Administrator/alice ' +
      'from 203.0.113.7 with AuthorizeSecurityGroupIngress at 2026-11-20T05:12:00.000Z',
  });
});

test.each<[string, Partial<History>, number | undefined, string | undefined]>([
  ['nothing happened', { open: [OPEN], toldAt: '2026-11-21T05:00:00Z' }, 7, undefined],
  ['nothing is open', { toldAt: '2026-01-01T00:00:00Z' }, 7, undefined],
  ['nobody wants to be reminded', { open: [OPEN], toldAt: '2026-01-01T00:00:00Z' }, undefined, undefined],
  ['it has been open for long', { open: [OPEN], toldAt: '2026-11-14T06:00:00Z' }, 7, 'production: still open: 1 open'],
  ['it was resolved', { untold: [{ ...NEW, kind: 'resolved' }] }, 7, 'production: drift: 1 resolved, 0 open'],
])('when %s', (_case, more, days, subject) => {
  expect(newsOf(history(more), NOW, days)?.subject).toBe(subject);
});

test('a subject fits into SNS and a text into a message, however much happened', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 300 }), fc.string({ maxLength: 200 }), (times, environment) => {
      const untold = Array.from({ length: times }, () => NEW);
      const news = newsOf(history({ environment, untold, open: [OPEN] }), NOW);
      expect(news?.subject.length).toBeLessThanOrEqual(100);
      expect((news?.text ?? '').split('\nnew ').length).toBeLessThanOrEqual(31);
    }),
  );
});
