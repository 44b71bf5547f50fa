import type { Knowledge, Propagator } from '../rule.ts';
import {
  bounded,
  counted,
  freeable,
  freeing,
  fullCount,
  messages,
  nullable,
  numberLists,
  numeric,
  readers,
  signed,
  signedKinds,
  sizeOf,
  small,
  textParameter,
  texts,
  unsigned,
  unsignedKinds,
  unsignedReaders,
} from './c-names.ts';
import { textKinds } from './plain-kinds.ts';
import { words } from './words.ts';

/** Calls that write a text to their first argument. */
const writing: readonly Propagator[] = [
  { call: ['strcpy', 'stpcpy'], from: ['1'], to: '0', builds: 'concat' },
  { call: ['strncpy', 'strlcpy', 'memcpy', 'memmove', 'strscpy'], from: ['1'], to: '0', builds: 'concat', takes: ['length', 'high'] },
  { call: ['strcat'], from: ['0', '1'], to: '0', builds: 'concat' },
  { call: ['strncat', 'strlcat'], from: ['0', '1'], to: '0', builds: 'concat', takes: ['length', 'high'] },
  { call: ['sprintf', 'vsprintf'], from: ['1', '2+'], to: '0', builds: 'percent' },
  { call: ['snprintf', 'vsnprintf'], from: ['2', '3+'], to: '0', builds: 'percent', takes: ['length', 'high'] },
  { call: ['asprintf'], from: ['1', '2+'], to: '0', builds: 'percent' },
];
/** An array stays one, whatever is written to it. */
const writingArrays = writing.map(
  (each): Propagator => ({ ...each, puts: ['uninitialised'], when: { at: '0', is: { carries: 'uninitialised' } } }),
);

/** C and C++: texts and numbers come in by parameters; what numbers may do is told by their kinds. */
export const c: Knowledge = {
  sources: {
    c: [
      {
        from: 'parameter',
        typed: `${texts}[^*]*\\*|${texts}.*\\[|std::string|string_view|void\\s*\\*|uint8_t\\*|u8\\*`,
        notNamed: '(^|_)(fmt|format)$|^_$',
        kinds: textParameter,
      },
      { from: 'parameter', typed: signed, notNamed: '^(argc|fd|sock|sockfd|flags?|mode)$', kinds: signedKinds },
      { from: 'parameter', typed: unsigned, notNamed: `^(flags?|mode)$|${counted}`, kinds: unsignedKinds },
      { from: 'parameter', typed: unsigned, named: counted, kinds: ['size', 'high', 'zero'] },
      { from: 'parameter', typed: small, kinds: ['high', 'zero'] },
      { from: 'parameter', typed: numberLists, kinds: signedKinds },
      { from: 'parameter', typed: '\\*$', named: messages, kinds: unsignedKinds },
      { from: 'call', of: readers, kinds: signedKinds, note: 'is a number that comes in' },
      { from: 'call', of: unsignedReaders, kinds: unsignedKinds, note: 'is a number that comes in' },
      { from: 'call', of: ['ntohl', 'ntohs', 'be32toh', 'le32toh'], kinds: unsignedKinds, note: 'is a number that comes in' },
      { from: 'call', of: ['getenv', 'secure_getenv', 'std.getenv', 'readline', 'gets'], kinds: textParameter, note: 'comes in' },
      { from: 'call', of: ['getline', 'std.getline'], into: ['1'], kinds: textParameter, note: 'is read into' },
      { from: 'call', of: ['gets', 'getline'], into: ['0'], kinds: textParameter, note: 'is read into' },
      { from: 'call', of: ['fgets'], into: ['0'], kinds: bounded, note: 'is read into' },
      { from: 'call', of: ['read', 'recv', 'recvfrom', 'readlink', 'getcwd'], into: ['1'], kinds: bounded, note: 'is read into' },
      { from: 'call', of: ['fread'], into: ['0'], kinds: bounded, note: 'is read into' },
      {
        from: 'call',
        of: ['scanf'],
        into: ['1', '2', '3', '4'],
        kinds: signedKinds,
        when: numeric('0'),
        note: 'is a number that comes in',
      },
      { from: 'call', of: ['scanf'], into: ['1', '2', '3', '4'], when: { not: numeric('0') }, kinds: textParameter, note: 'is read into' },
      {
        from: 'call',
        of: ['sscanf', 'fscanf'],
        into: ['2', '3', '4', '5'],
        kinds: signedKinds,
        when: numeric('1'),
        note: 'is a number that comes in',
      },
      {
        from: 'call',
        of: ['sscanf', 'fscanf'],
        into: ['2', '3', '4', '5'],
        when: { not: numeric('1') },
        kinds: textParameter,
        note: 'is read into',
      },
      {
        from: 'call',
        of: ['read', 'recv', 'recvfrom', 'readlink', 'pread', 'fread'],
        kinds: fullCount,
        when: { at: '2', is: sizeOf },
        note: 'may fill the whole place',
      },
      { from: 'call', of: ['snprintf', 'vsnprintf', 'std.snprintf'], kinds: fullCount, note: 'is the length that it would have had' },
      {
        from: 'call',
        of: ['copy_from_user', '__copy_from_user', 'get_user'],
        into: ['0'],
        kinds: signedKinds,
        note: 'comes from the caller of the kernel',
      },
      {
        from: 'call',
        of: ['fread'],
        into: ['0'],
        kinds: unsignedKinds,
        when: {
          all: [
            { at: '1', is: sizeOf },
            { at: '2', is: { equals: 1 } },
          ],
        },
        note: 'is read into',
      },
      // A sign of what has a fixed size (see fixedPlace), not of harm.
      { from: 'declared', typed: '^[^*]*$', kinds: ['uninitialised'] },
      { from: 'parameter', typed: 'std::(array|vector|deque)', kinds: ['uninitialised'] },
      { from: 'call', of: freeing, into: ['0'], kinds: ['freed'], when: { at: '0', is: { named: freeable } }, note: 'is given back here' },
      { from: 'call', of: nullable, kinds: ['null'], note: 'may yield NULL' },
    ],
  },
  sanitizers: {
    c: [
      { call: [...readers, ...unsignedReaders, 'strtod', 'atof'], clears: textKinds },
      { call: words('strlen strnlen strcspn strspn wcslen *.size *.length sizeof std.strlen'), clears: [...textKinds, 'low', 'overflow'] },
      {
        call: words(
          'strcmp strncmp strcasecmp strncasecmp memcmp access stat lstat isdigit isalnum isalpha isspace toupper tolower *.compare *.empty *.find',
        ),
        clears: textKinds,
      },
      {
        call: words('min MIN std.min min_t fmin clamp std.clamp CLAMP clamp_t clamp_val FFMIN av_clip'),
        clears: ['size', 'high', 'overflow'],
      },
      {
        call: words('max MAX std.max max_t abs labs std.abs clamp std.clamp CLAMP clamp_t FFMAX av_clip'),
        clears: ['low', 'zero'],
      },
      { call: nullable, of: ['*'], clears: ['null'] },
      { cast: '^(const)?(unsigned|size_t|std.size_t|uint|u8|u16|u32|u64|DWORD|UINT)', clears: ['low'] },
      { cast: '^(unsigned\\s*char|uint8_t|u8|char|int8_t|bool|_Bool|BYTE)$', clears: ['high', 'overflow', 'size'] },
      {
        cast: '^(u?int64_t|(unsigned\\s*)?long\\s*long|double|float|long\\s*double|__int128|s64|u64|uintmax_t|intmax_t)$',
        clears: ['overflow'],
      },
      // By that, rules about memory tell a product from a number.
      { operator: ['*', '<<'], clears: ['size'] },
      { operator: ['%', '&', '>>'], clears: ['low', 'overflow'] },
      { operator: ['/'], clears: ['overflow'] },
      { operator: ['-'], clears: ['format'] },
      { call: ['basename'], clears: ['path'] },
    ],
  },
  propagators: {
    c: [
      ...writing,
      ...writingArrays,
      { call: ['realpath', 'canonicalize_file_name'], from: ['0'], marks: ['resolved'] },
      { call: ['realpath'], from: ['0'], to: '1', marks: ['resolved'], builds: 'concat' },
      {
        call: ['std.filesystem.canonical', 'std.filesystem.weakly_canonical', '*.lexically_normal', 'fs.canonical', 'fs.weakly_canonical'],
        marks: ['resolved'],
      },
      { call: ['strlen', 'strnlen', 'strcspn', 'strspn', '*.size', '*.length', 'std.strlen'], aspect: 'length' },
      {
        call: words('likely unlikely __builtin_expect G_LIKELY G_UNLIKELY LIKELY UNLIKELY __glibc_unlikely __glibc_likely'),
        from: ['0'],
        builds: 'concat',
      },
      { call: ['malloc', 'std.malloc', 'kmalloc', 'kzalloc', 'alloca', 'new[]'], marks: ['fixed-size'], when: { at: '0', is: 'constant' } },
      {
        call: ['calloc', 'std.calloc'],
        marks: ['fixed-size'],
        when: {
          all: [
            { at: '0', is: 'constant' },
            { at: '1', is: 'constant' },
          ],
        },
      },
      { call: ['std.array', 'std.vector'], marks: ['fixed-size'] },
      {
        call: words('strdup strndup std.string *.c_str *.str *.data std.move std.to_string'),
        from: ['this', '0'],
        builds: 'concat',
      },
      { call: ['*.append', '*.push_back', '*.emplace_back'], from: ['this', '0'], to: 'this', builds: 'concat' },
    ],
  },
  checks: {
    c: [
      { call: ['strcmp', 'strcasecmp'], is: 'equal', of: '0', by: '1', holds: 'zero' },
      { call: ['strncmp', 'strncasecmp', 'memcmp'], is: 'prefix', of: '0', by: '1', holds: 'zero' },
      { call: ['strstr', 'strchr', 'strpbrk', 'memchr', 'strrchr'], is: 'in', of: '1', by: '0' },
      { call: ['*.starts_with'], is: 'prefix', of: 'this', by: '0' },
      { call: ['*.ends_with'], is: 'suffix', of: 'this', by: '0' },
      { call: ['*.count', '*.contains'], is: 'in', of: '0', by: 'this' },
      { call: ['*.find', '*.find_first_of'], is: 'in', of: '0', by: 'this', holds: 'not-negative' },
      { call: ['*.rfind'], is: 'prefix', of: 'this', by: '0', holds: 'zero' },
      { call: ['*.compare'], is: 'equal', of: 'this', by: '0', holds: 'zero' },
    ],
  },
  guards: {
    c: [
      // `a > MAX / b` speaks of `b` too: a quotient bears no `overflow` any more.
      { guard: 'bound', side: 'above', clears: ['overflow'], when: { at: 'result', is: { not: { carries: 'overflow' } } } },
      { guard: 'bound', side: 'below', aspect: 'length', clears: ['high'] },
      // What was cast to an unsigned type and has an upper bound then was not negative either.
      { guard: 'bound', side: 'below', clears: ['low'], when: { at: 'result', is: { not: { carries: 'low' } } } },
      {
        guard: 'call',
        call: words('assert g_assert g_assert_nonnull Q_ASSERT ASSERT CHECK DCHECK'),
        on: '0',
        holds: 'returns',
        clears: ['null'],
      },
      { guard: 'call', call: ['IS_ERR_OR_NULL', 'ZERO_OR_NULL_PTR'], on: '0', holds: 'false', clears: ['null'] },
      {
        guard: 'call',
        call: words('isalnum isdigit isalpha isxdigit std.isalnum std.isdigit std.isalpha'),
        on: '0',
        holds: 'true',
        clears: textKinds,
      },
    ],
  },
};
