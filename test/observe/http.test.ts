import { afterEach, describe, expect, it } from 'vitest';
import { startHttp, type HttpEndpoint } from '../../src/observe/http.ts';
import { makeMetrics } from '../../src/observe/metrics.ts';

let endpoint: HttpEndpoint | null = null;

afterEach(async () => {
  await endpoint?.close();
  endpoint = null;
});

type Health = Parameters<typeof startHttp>[0]['health'];

async function ask(path: string, health: Health = () => [], init: RequestInit = {}) {
  endpoint ??= await startHttp({ host: '127.0.0.1', port: 0, metrics: makeMetrics(), health, healthTimeoutMs: 100 });
  const response = await fetch(`http://127.0.0.1:${endpoint.port}${path}`, init);
  return { status: response.status, body: await response.text(), type: response.headers.get('content-type') };
}

describe('the endpoint', () => {
  it('says at /healthz that the process answers', async () => {
    expect(await ask('/healthz')).toMatchObject({ status: 200, body: 'ok\n' });
  });

  it('says at /readyz that the desk does its work', async () => {
    expect(await ask('/readyz?verbose')).toMatchObject({ status: 200, body: 'ready\n' });
  });

  it('answers /readyz with 503 and every reason when it does not', async () => {
    const reasons = ['the mailbox has been unreachable for 3 minutes', 'the outbox is stuck'];

    expect(await ask('/readyz', () => reasons)).toMatchObject({
      status: 503,
      body: 'not ready\n- the mailbox has been unreachable for 3 minutes\n- the outbox is stuck\n',
    });
  });

  it.each([
    ['throws', () => Promise.reject(new Error('database is closed')), 'the state cannot be read: database is closed'],
    ['hangs', () => new Promise<never>(() => undefined), 'the state could not be read within 100 ms'],
  ])('is not ready when the check %s', async (_how, health, reason) => {
    const answer = await ask('/readyz', health);

    expect(answer.status).toBe(503);
    expect(answer.body).toContain(reason);
  });

  it('shows the figures at /metrics', async () => {
    const { status, body, type } = await ask('/metrics');

    expect(status).toBe(200);
    expect(type).toContain('text/plain');
    expect(body).toContain('# TYPE loket_mails_total counter');
  });

  it.each([
    ['/', 'GET', 404],
    ['/metrics', 'POST', 405],
    ['/readyz', 'DELETE', 405],
  ])('knows nothing at %s for %s', async (path, method, status) => {
    expect((await ask(path, () => [], { method })).status).toBe(status);
  });

  it('says so when its port is taken', async () => {
    await ask('/healthz');
    const port = endpoint?.port ?? 0;

    const second = startHttp({ host: '127.0.0.1', port, metrics: makeMetrics(), health: () => [] });

    await expect(second).rejects.toMatchObject({ code: 'E_CONFIG' });
  });
});
