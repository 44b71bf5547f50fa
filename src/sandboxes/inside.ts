import { readFileSync } from 'node:fs';

/** How the program inside the box is to behave. Field names are those of `inside/*.py`. */
export type InsideConfig = {
  /** New pid, mount, net and ipc namespaces for each session; needs CAP_SYS_ADMIN in the box's own user namespace. */
  readonly namespaces: boolean;
  readonly seccomp: boolean;
  /** Folder that holds `work` and `app`; empty for the root. */
  readonly root: string;
  /** Size of the session's writable folders together, in bytes and in files. */
  readonly folderBytes: number;
  readonly folderInodes: number;
  /** Python modules that are imported before the first session. */
  readonly preload: readonly string[];
  /** More of them, for candidates that seem to need one; see `seemsToNeedMore`. */
  readonly preloadMore: readonly string[];
  /** For each npm package that a candidate may be given: the folders of `/opt/npm/node_modules` that it brings. */
  readonly npm: Readonly<Record<string, readonly string[]>>;
  /** Fork the next session's processes while the present one runs. */
  readonly ahead: boolean;
  /** Limit the address space of Python candidates. */
  readonly addressSpace: boolean;
  /** Processes of the box that count towards RLIMIT_NPROC besides the candidate's. */
  readonly overhead: number;
};

// In the order in which they are executed, in one namespace.
const parts = [
  'kernel',
  'frames',
  'python_values',
  'python_worker',
  'web_worker',
  'worker',
  'watch',
  'work_folder',
  'shared_machine',
  'ends',
  'warden_base',
  'warden',
  'listener',
  'operations',
  'warm_up',
  'zygote',
];

/** Reads the program from its standard input, so that no file of the host need be readable inside. */
const bootstrap = `import os
def take(size):
    got = b''
    while len(got) < size:
        part = os.read(0, size - len(got))
        if not part:
            os._exit(3)
        got += part
    return got
exec(compile(take(int.from_bytes(take(4), 'big')), 'fathom', 'exec'))`;

/** Arguments of python3 that start the program. */
export const insideArguments: readonly string[] = ['-I', '-B', '-c', bootstrap];

const framed = (content: Buffer): Buffer => {
  const head = Buffer.alloc(4);
  head.writeUInt32BE(content.length);
  return Buffer.concat([head, content]);
};

/** What the host writes first: the program and its configuration. */
export const insideProgram = (config: InsideConfig, environment: Readonly<Record<string, string>>): Buffer => {
  const source = parts.map((part) => readFileSync(new URL(`./inside/${part}.py`, import.meta.url), 'utf8')).join('\n\n');
  return Buffer.concat([framed(Buffer.from(source)), framed(Buffer.from(JSON.stringify({ ...config, environment })))]);
};

/** What candidates import most: loaded in every worker, so kept small. */
export const defaultPreload: readonly string[] = [
  'base64',
  'collections',
  'contextlib',
  'csv',
  'dataclasses',
  'datetime',
  'decimal',
  'enum',
  'functools',
  'glob',
  'hashlib',
  'hmac',
  'html',
  'io',
  'itertools',
  'json',
  'math',
  'operator',
  'os',
  'pathlib',
  'random',
  're',
  'secrets',
  'shlex',
  'shutil',
  'sqlite3',
  'stat',
  'string',
  'struct',
  'subprocess',
  'tempfile',
  'textwrap',
  'threading',
  'time',
  'traceback',
  'typing',
  'unicodedata',
  'urllib.parse',
  'uuid',
  'xml.etree.ElementTree',
  'zipfile',
];

/** Loaded besides in workers of candidates that seem to need one of them. */
export const morePreload: readonly string[] = [
  'anyio._backends._asyncio',
  'asyncio',
  'concurrent.futures',
  'defusedxml.ElementTree',
  'email.utils',
  'fastapi',
  'fastapi.middleware.cors',
  'fastapi.responses',
  'flask',
  'http.client',
  'http.server',
  'ipaddress',
  'jinja2',
  'logging',
  'lxml.etree',
  'multipart.multipart',
  'pickle',
  'pydantic',
  'requests',
  'socket',
  'ssl',
  'tarfile',
  'urllib.request',
  'uvicorn',
  'uvicorn.lifespan.on',
  'uvicorn.loops.asyncio',
  'uvicorn.protocols.http.h11_impl',
  'werkzeug.serving',
  'xml.dom.minidom',
  'xml.sax',
  'yaml',
];

const moreWords =
  /(?:from|import)\s+[\w., ]*\b(?:asyncio|concurrent|defusedxml|email|fastapi|flask|http|ipaddress|jinja2|logging|lxml|minidom|pickle|pydantic|requests?|sax|socket|ssl|starlette|tarfile|uvicorn|werkzeug|yaml)\b/;

/** Whether a payload seems to need more than the usual modules. Only speed depends on it. */
export const seemsToNeedMore = (payload: string): boolean => moreWords.test(payload);

export const defaultInside: InsideConfig = {
  namespaces: true,
  seccomp: true,
  root: '',
  folderBytes: 67_108_864,
  folderInodes: 4096,
  preload: defaultPreload,
  preloadMore: morePreload,
  npm: {},
  ahead: true,
  addressSpace: true,
  overhead: 8,
};
