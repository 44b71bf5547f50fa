import { profiles } from '../languages/index.ts';
import { splitLines } from '../lines.ts';
import { scan } from '../scan.ts';

const nodeModules = new Set(
  `assert async_hooks buffer child_process cluster console constants crypto dgram diagnostics_channel dns domain events fs http http2 https
  inspector module net os path perf_hooks process punycode querystring readline repl stream string_decoder sys test timers tls trace_events
  tty url util v8 vm wasi worker_threads zlib sea sqlite`.split(/\s+/),
);

const specifier = /\b(?:require\s*\(|import\s*\(|from|import)\s*(['"])((?:@[\w.-]+\/)?[\w][\w.-]*)(?:\/[\w./-]*)?\1/g;

/** npm packages that a JavaScript or TypeScript file names in an import or a `require`. Also from its comments: not for a verdict. */
export const npmImports = (code: string): readonly string[] => [
  ...new Set([...code.matchAll(specifier)].flatMap(({ 2: name }) => (name === undefined || nodeModules.has(name) ? [] : [name]))),
];

const standardHeaders = new Set(
  `assert complex ctype errno fenv float inttypes iso646 limits locale math setjmp signal stdalign stdarg stdatomic stdbool stddef stdint
  stdio stdlib stdnoreturn string tgmath threads time uchar wchar wctype aio cpio dirent dlfcn fcntl fmtmsg fnmatch ftw getopt glob grp
  iconv langinfo libgen monetary mqueue ndbm netdb nl_types poll pthread pwd regex sched search semaphore spawn strings stropts syslog tar
  termios trace ulimit unistd utime utmpx wordexp alloca byteswap endian err execinfo features ifaddrs malloc mntent obstack paths pty
  resolv shadow stdc-predef values crypt error argp argz envz link elf ucontext memory cpuid ar a.out fts fstab
  fpu_control gconv ieee754 libintl lastlog mcheck nss omp printf quadmath stdio_ext sgtty syscall sysexits ttyent unwind utmp varargs wait
  mm_malloc`
    .split(/\s+/)
    .map((name) => `${name}.h`),
);

const standardFolders = new Set(
  'arpa asm asm-generic bits experimental ext gnu linux net netinet netpacket protocols rpc sanitizer scsi sys'.split(' '),
);

/** Where the headers of a library are called otherwise than the library. */
const headersOf: Readonly<Record<string, string>> = { crypto: 'openssl', ssl: 'openssl', z: 'zlib', xml2: 'libxml' };

/** Whether a header is one of a library, by what follows `-l`: `sqlite3.h` of `sqlite3`, `openssl/sha.h` of `crypto`. */
export const isHeaderOf = (header: string, library: string): boolean => {
  const stem = header.split('/')[0]?.replace(/\.[a-z]+$/, '');
  return stem === library || stem === headersOf[library];
};

/** Headers in angle brackets that neither C, C++, POSIX nor Linux has. A C++ header of the standard library has no ending. */
export const foreignHeaders = (code: string): readonly string[] => {
  const lines = splitLines(code).map(({ text }) => text);
  const { begins } = scan(lines, profiles.c);
  const headers = lines.flatMap((line, index) => {
    const name = begins[index]?.inside === undefined ? /^\s*#\s*include\s*<\s*([\w./+-]+)\s*>/.exec(line)?.[1] : undefined;
    return name === undefined || isStandard(name) ? [] : [name];
  });
  return [...new Set(headers)];
};

const isStandard = (header: string): boolean => {
  const [folder = '', ...rest] = header.split('/');
  return rest.length > 0
    ? standardFolders.has(folder)
    : standardHeaders.has(header) || header.endsWith('intrin.h') || !header.includes('.');
};
