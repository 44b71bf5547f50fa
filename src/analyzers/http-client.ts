/** A request to a server that the user named. */
export type HttpRequest = {
  readonly method: 'GET' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly timeLimitMs: number;
  readonly signal?: AbortSignal;
};

export type HttpAnswer = { readonly status: number; readonly body: string };

/** Sends one request. Rejects where no whole answer came in time, or the caller aborted. */
export type HttpClient = (request: HttpRequest) => Promise<HttpAnswer>;

const bodyLimitBytes = 64_000_000;

/** The runtime's own client, without redirects: a token must not follow one to another host. */
export const fetchClient: HttpClient = async ({ method, url, headers, timeLimitMs, signal }) => {
  const limit = AbortSignal.timeout(timeLimitMs);
  const answer = await fetch(url, {
    method,
    headers: { ...headers },
    redirect: 'manual',
    signal: signal === undefined ? limit : AbortSignal.any([signal, limit]),
  });
  const bytes = Buffer.from(await answer.arrayBuffer());
  if (bytes.length > bodyLimitBytes) throw new Error(`the answer is larger than ${bodyLimitBytes} bytes`);
  return { status: answer.status, body: bytes.toString('utf8') };
};
