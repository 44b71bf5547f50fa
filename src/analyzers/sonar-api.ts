import type { CweId } from '../core/index.ts';
import type { HttpClient } from './http-client.ts';
import { type Fields, fieldsAt, listAt, numberAt, parseObject, textAt, textsAt } from './json-fields.ts';
import { cwesIn } from './sarif/sarif-cwe.ts';

export type SonarServer = {
  /** `https://sonarcloud.io`, or one's own. */
  readonly url: string;
  readonly token: string;
  readonly http: HttpClient;
  /** Waits between two questions. */
  readonly pause: (ms: number) => Promise<void>;
};

/** What the web API answered otherwise than with the object that was asked for. It never holds the token. */
export class SonarError extends Error {}

const perPage = 500;
/** The API gives no more than this, and does not fail beyond it. */
const most = 10_000;

/** Answers of one server. Every request bears the token in its header, never in the address; every message is free of it. */
export const sonarApi = ({ url, token, http, pause }: SonarServer, signal?: AbortSignal) => {
  const base = url.replace(/\/+$/, '');
  const ask = async (method: 'GET' | 'POST', path: string, query: Readonly<Record<string, string>>): Promise<Fields> => {
    const address = `${base}/api/${path}?${new URLSearchParams(query)}`;
    const headers = { Authorization: `Bearer ${token}`, Accept: 'application/json' };
    let said: string;
    try {
      const { status, body } = await http({
        method,
        url: address,
        headers,
        timeLimitMs: 60_000,
        ...(signal === undefined ? {} : { signal }),
      });
      const answer = parseObject(body);
      if (status === 200 && answer !== undefined) return answer;
      const errors = listAt(answer ?? {}, 'errors').map((error) => textAt(error, 'msg'));
      said =
        status === 401 || status === 403
          ? `status ${status}: the token is refused, or lacks a permission`
          : `status ${status}: ${errors.join('; ') || body.slice(0, 200)}`;
    } catch (thrown) {
      if (signal?.aborted === true) throw thrown;
      said = thrown instanceof Error ? thrown.message : String(thrown);
    }
    throw new SonarError(`api/${path} of ${base} answered ${said}`.replaceAll(token, '***'));
  };

  /** All of a list that comes in pages. Throws where it is longer than the server gives. */
  const all = async (path: string, key: string, query: Readonly<Record<string, string>>): Promise<readonly Fields[]> => {
    const found: Fields[] = [];
    for (let page = 1; ; page++) {
      const answer = await ask('GET', path, { ...query, ps: String(perPage), p: String(page) });
      if (!Array.isArray(answer[key])) throw new SonarError(`api/${path} answered without its list ${key}`);
      const own = listAt(answer, key);
      found.push(...own);
      const total = numberAt(fieldsAt(answer, 'paging'), 'total') ?? numberAt(answer, 'total') ?? found.length;
      if (total > most) throw new SonarError(`api/${path} has ${total} entries and gives no more than ${most}`);
      if (found.length >= total || own.length === 0) return found;
    }
  };

  const rules = new Map<string, Promise<readonly CweId[]>>();
  return {
    all,
    version: async (): Promise<string> => textAt(await ask('GET', 'system/status', {}), 'version'),
    /** Waits for the server's own part of an analysis. Throws where it fails, or does not end in `patienceMs`. */
    finished: async (taskId: string, patienceMs: number): Promise<void> => {
      const stepMs = 1_000;
      for (let waited = 0; waited <= patienceMs; waited += stepMs) {
        const task = fieldsAt(await ask('GET', 'ce/task', { id: taskId }), 'task');
        const status = textAt(task, 'status');
        if (status === 'SUCCESS') return;
        if (status === 'FAILED' || status === 'CANCELED')
          throw new SonarError(`the server's analysis ended as ${status}: ${textAt(task, 'errorMessage').slice(0, 200)}`);
        await pause(stepMs);
      }
      throw new SonarError(`the server's analysis did not end within ${patienceMs} ms`);
    },
    /** An issue names no weakness, its rule does: in `securityStandards`, or in the text of its description. */
    weaknesses: (rule: string): Promise<readonly CweId[]> => {
      const asking =
        rules.get(rule) ??
        ask('GET', 'rules/show', { key: rule }).then((answer) => {
          const fields = fieldsAt(answer, 'rule');
          const standards = textsAt(fields, 'securityStandards').flatMap(cwesIn);
          const texts = [textAt(fields, 'htmlDesc'), ...listAt(fields, 'descriptionSections').map((section) => textAt(section, 'content'))];
          return [...new Set(standards.length > 0 ? standards : texts.flatMap(cwesIn))];
        });
      rules.set(rule, asking);
      return asking;
    },
  };
};

export type SonarApi = ReturnType<typeof sonarApi>;
