/** /healthz (the process answers), /readyz (the desk does its work, else 503 and why), /metrics. Nothing else, nothing to write. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { BotError, describeError } from '../shared/errors.ts';
import type { Metrics } from './metrics.ts';

export interface HttpOptions {
  readonly host: string;
  /** 0 takes a free one. */
  readonly port: number;
  readonly metrics: Pick<Metrics, 'expose'>;
  /** Reasons why the desk does not do its work; empty when it does. */
  readonly health: () => Promise<readonly string[]> | readonly string[];
  /** Until `health` has answered (default 2 s). Beyond: not ready. */
  readonly healthTimeoutMs?: number;
}

export interface HttpEndpoint {
  readonly port: number;
  close(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

/** Until a request is complete (10 s) and how large its header may be (8 KiB): nobody needs more here. */
const REQUEST_TIMEOUT_MS = 10_000;
const MAX_HEADER_BYTES = 8_192;

/** @throws {BotError} E_CONFIG when the port cannot be had */
export async function startHttp(options: HttpOptions): Promise<HttpEndpoint> {
  const limits = {
    requestTimeout: REQUEST_TIMEOUT_MS,
    headersTimeout: REQUEST_TIMEOUT_MS,
    maxHeaderSize: MAX_HEADER_BYTES,
  };
  const server = createServer(limits, (request, response) => void respond(request, response, options));
  const port = await listen(server, options);
  return {
    port,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function respond(request: IncomingMessage, response: ServerResponse, options: HttpOptions): Promise<void> {
  const { status, type, body } = await answer(request, options).catch((error: unknown) =>
    plain(500, `${describeError(error)}\n`),
  );
  response.writeHead(status, {
    'content-type': type,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  response.end(request.method === 'HEAD' ? '' : body);
}

async function answer(request: IncomingMessage, options: HttpOptions): Promise<Answer> {
  if (request.method !== 'GET' && request.method !== 'HEAD') return plain(405, 'only GET\n');
  switch (request.url?.split('?')[0]) {
    case '/healthz':
      return plain(200, 'ok\n');
    case '/readyz':
      return readiness(await reasons(options));
    case '/metrics': {
      const { text, contentType } = await options.metrics.expose();
      return { status: 200, type: contentType, body: text };
    }
    default:
      return plain(404, '/healthz /readyz /metrics\n');
  }
}

/** A check that fails or hangs is a reason, too. */
async function reasons({ health, healthTimeoutMs = 2_000 }: HttpOptions): Promise<readonly string[]> {
  const controller = new AbortController();
  const late = new Promise<readonly string[]>((resolve) => {
    const timer = setTimeout(
      () => resolve([`the state could not be read within ${healthTimeoutMs} ms`]),
      healthTimeoutMs,
    );
    controller.signal.addEventListener('abort', () => clearTimeout(timer));
  });
  const told = async (): Promise<readonly string[]> => health();
  try {
    return await Promise.race([
      told().catch((error: unknown) => [`the state cannot be read: ${describeError(error)}`]),
      late,
    ]);
  } finally {
    controller.abort();
  }
}

function readiness(found: readonly string[]): Answer {
  return found.length === 0
    ? plain(200, 'ready\n')
    : plain(503, `not ready\n${found.map((one) => `- ${one}\n`).join('')}`);
}

function plain(status: number, body: string): Answer {
  return { status, type: 'text/plain; charset=utf-8', body };
}

function listen(server: Server, { host, port }: HttpOptions): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause) => {
      reject(new BotError('E_CONFIG', `http: ${host}:${port} cannot be listened on: ${cause.message}`, { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address();
      resolve(typeof address === 'object' && address !== null ? address.port : port);
    });
  });
}
