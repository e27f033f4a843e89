import { describe, expect, it } from 'vitest';
import { makeMetrics } from '../../src/observe/metrics.ts';

describe('the figures', () => {
  it('count what happened, by its codes', async () => {
    const metrics = makeMetrics();
    metrics.mail('accept');
    metrics.mail('accept');
    metrics.mail('ignore:list');
    metrics.ticket('request', 'ITSM.8');
    metrics.ticket('incident', null);
    metrics.letter('requester.received', 'sent');
    metrics.reconnected();

    const { text, contentType } = await metrics.expose();

    expect(contentType).toContain('text/plain');
    expect(text).toContain('loket_mails_total{disposition="accept"} 2');
    expect(text).toContain('loket_mails_total{disposition="ignore:list"} 1');
    expect(text).toContain('loket_tickets_total{kind="request",service="ITSM.8"} 1');
    expect(text).toContain('loket_tickets_total{kind="incident",service="none"} 1');
    expect(text).toContain('loket_letters_total{template="requester.received",outcome="sent"} 1');
    expect(text).toContain('loket_imap_reconnects_total 1');
  });

  it('measure the time to an answer, with a bucket at the two seconds that are promised', async () => {
    const metrics = makeMetrics();
    [0.3, 1.9, 2.1].forEach((seconds) => metrics.answered(seconds));
    metrics.parsed(0.02);

    const { text } = await metrics.expose();

    expect(text).toContain('loket_answer_seconds_bucket{le="2"} 2');
    expect(text).toContain('loket_answer_seconds_count 3');
    expect(text).toContain('loket_parse_seconds_bucket{le="0.025"} 1');
  });

  it('show the state as it is now', async () => {
    const metrics = makeMetrics();
    metrics.outbox({ waiting: 3, parked: 1 });
    metrics.oldestUnanswered(12);
    metrics.imapConnected(true);
    metrics.alarms(['breaker', 'imap-login']);
    metrics.alarms(['breaker']);

    const { text } = await metrics.expose();

    expect(text).toContain('loket_outbox_letters{state="waiting"} 3');
    expect(text).toContain('loket_outbox_letters{state="parked"} 1');
    expect(text).toContain('loket_oldest_unanswered_seconds 12');
    expect(text).toContain('loket_imap_connected 1');
    expect(text).toContain('loket_alarm{cause="breaker"} 1');
    expect(text).not.toContain('imap-login');
  });

  it('of two daemons in one process do not mix', async () => {
    const [one, other] = [makeMetrics(), makeMetrics()];
    one.mail('accept');

    expect((await other.expose()).text).not.toContain('disposition="accept"');
  });
});
