/** Words of C and C++ that rules and knowledge share: types as they are written, functions that allocate, free and read. */
import { inputKinds, type Kind } from '../kind.ts';
import type { Condition, Test } from '../rule.ts';
import { words } from './words.ts';

/** A format that reads numbers alone. */
export const numeric = (at: string): Condition => ({ at, is: { text: '^[^%]*(%[*0-9]*(l|ll|h|z|j)?[diuxX][^%]*)+$' } });

export const texts = '(char|string|wchar_t|QString)';
export const signed =
  '^(const)?(signed\\s*)?(int|long|long\\s*long|short|long\\s*int|signed|s?int(32|64)(_t)?|ssize_t|off_t|ptrdiff_t|intptr_t|s32|s64|LONG|INT|gint|loff_t)$';
export const unsigned =
  '^(const)?(unsigned(\\s*(int|long|long\\s*long|long\\s*int))?|u?int(32|64)_t|size_t|uint|ulong|u32|u64|DWORD|ULONG|UINT|SIZE_T|gsize|guint|std::size_t)$';
/** A byte is no large number, and 16 bits do not wrap round where `int` has 32. */
export const small = '^(const)?(unsigned\\s*)?(short|u?int16_t|u16|WORD)$';
/** Elements of such a list are numbers that came in. */
export const numberLists = '^(const)?(unsigned\\s*)?(int|long|long\\s*long|short|unsigned|u?int(16|32|64)_t|size_t)(\\*|\\[.*\\])$';
/** A message that came in says of itself how long it is. */
export const messages = '^_?(pkt|packet|msg|message|hdr|header|frame|chunk|payload|rec|record|datagram|pdu|segment)$';

/** A number carries `overflow` and a text does not: rules about indices tell them apart by it. */
export const signedKinds: readonly Kind[] = ['size', 'high', 'low', 'overflow', 'zero'];
export const unsignedKinds: readonly Kind[] = ['size', 'high', 'overflow', 'zero'];
export const readers = words(`
  atoi atol atoll strtol strtoll strtoimax std.stoi std.stol std.stoll stoi stol
`);
export const unsignedReaders = words(`
  strtoul strtoull strtoumax std.stoul std.stoull stoul
`);
/** Bytes of which the number is told: no text of unknown length. */
export const bounded: readonly Kind[] = inputKinds.filter(
  (kind) => kind !== 'length' && kind !== 'high' && kind !== 'low' && kind !== 'overflow' && kind !== 'authority',
);
export const textParameter: readonly Kind[] = inputKinds.filter((kind) => kind !== 'low' && kind !== 'overflow' && kind !== 'authority');

/** `sizeof x` alone: its value is told apart from a number that is written out by having a name. */
export const sizeOf: Test = { all: [{ equals: 8 }, { named: '.' }] };
/** A count that may be as large as the place itself: no element stands there. It bears `authority` as a sign. */
export const fullCount: readonly Kind[] = ['high', 'authority'];

/** Yield NULL where they fail or find nothing. */
export const nullable = words(`
  malloc calloc realloc reallocarray aligned_alloc strdup strndup fopen fdopen freopen popen tmpfile opendir strchr strrchr
  strstr strpbrk strcasestr memchr memmem strtok strtok_r getenv secure_getenv realpath bsearch kmalloc kzalloc kcalloc kstrdup
  kmemdup vmalloc vzalloc devm_kzalloc g_try_malloc std.malloc std.calloc std.realloc std.strchr std.strstr std.getenv
  getpwnam getpwuid getgrnam gethostbyname setlocale dlsym
`);

export const freeing = words(`
  free cfree kfree kvfree vfree kzfree kfree_sensitive g_free xfree av_free OPENSSL_free CRYPTO_free PyMem_Free std.free
  freeaddrinfo sk_free zfree efree gf_free
`);
/** A variable, or a field of one; an element of a list is another one in the next turn. */
export const freeable = '^[A-Za-z_]\\w*(\\.(?!([a-z]|idx|index|at|pos|num|count|slot|id|cur|current)(\\.|$))[A-Za-z_]\\w*)*$';
/** The number of elements of an array that is handed over with it: so many are there, and their bytes can be counted. */
export const counted = '[a-zA-Z]_?(count|Count|len|Len|length|Length|size|Size|num)$';

/**
 * A place whose size is fixed: an array (which bears the kind `uninitialised` as a sign), a text or list that it begins with, memory of a constant
 * size, a field. What came in as a pointer is as large as its caller says; what was allocated by a length carries that length.
 */
export const fixedPlace = (at: string): Condition => ({
  at,
  is: {
    all: [
      { any: [{ carries: 'uninitialised' }, { all: ['constant', 'string'] }, 'list', { marked: 'fixed-size' }, { named: '\\.\\w+$' }] },
      { not: { any: [{ carries: 'high' }, { carries: 'length' }] } },
    ],
  },
});
