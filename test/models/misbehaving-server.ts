import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

export type Reply = (request: IncomingMessage, response: ServerResponse, body: string) => void;

export type Server = {
  readonly url: string;
  /** Bodies of the requests so far. */
  readonly requests: { readonly path: string; readonly body: string; readonly headers: IncomingMessage['headers'] }[];
  close(): Promise<void>;
};

/** A server on loopback that gives the replies in order, and the last one for ever. */
export const startServer = async (replies: readonly Reply[]): Promise<Server> => {
  const requests: Server['requests'] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk) => {
      body += String(chunk);
    });
    request.on('end', () => {
      requests.push({ path: request.url ?? '', body, headers: request.headers });
      const reply = replies[Math.min(requests.length, replies.length) - 1];
      reply?.(request, response, body);
    });
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the test server listens on no port');
  return {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
};

export const json =
  (value: unknown, status = 200, headers: Readonly<Record<string, string>> = {}): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(JSON.stringify(value));
  };

export const failing = (status: number, headers: Readonly<Record<string, string>> = {}): Reply =>
  json({ error: { message: `status ${status}` } }, status, headers);

export const page =
  (status = 200): Reply =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'text/html' });
    response.end('<html><body>Bad gateway</body></html>');
  };

/** Promises more than it sends, then ends. */
export const cutJson: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end('{"choices":[{"message":{"content":"def f');
};

/** Sends the head and then nothing. */
export const hangingBody: Reply = (_, response) => {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.write('{"choices":');
};

export const hanging: Reply = () => undefined;

export const resetting: Reply = (request) => {
  request.socket.destroy();
};

export const slow =
  (reply: Reply, ms: number): Reply =>
  (request, response, body) => {
    setTimeout(() => reply(request, response, body), ms);
  };
