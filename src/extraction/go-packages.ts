/** Import paths of the standard library by the name that code uses. */
const paths: readonly string[] = [
  ...['archive/tar', 'archive/zip', 'bufio', 'bytes', 'compress/flate', 'compress/gzip', 'compress/zlib', 'container/heap'],
  ...['container/list', 'context', 'crypto', 'crypto/aes', 'crypto/cipher', 'crypto/ecdsa', 'crypto/ed25519', 'crypto/elliptic'],
  ...['crypto/hmac', 'crypto/md5', 'crypto/rsa', 'crypto/sha1', 'crypto/sha256', 'crypto/sha512', 'crypto/subtle', 'crypto/tls'],
  ...['crypto/x509', 'database/sql', 'encoding/base32', 'encoding/base64', 'encoding/binary', 'encoding/csv', 'encoding/gob'],
  ...['encoding/hex', 'encoding/json', 'encoding/pem', 'encoding/xml', 'errors', 'flag', 'fmt', 'hash', 'hash/adler32', 'hash/crc32'],
  ...['hash/fnv', 'html', 'io', 'io/fs', 'io/ioutil', 'log', 'math', 'math/big', 'math/bits', 'mime', 'mime/multipart', 'net'],
  ...['net/http', 'net/http/cookiejar', 'net/http/httptest', 'net/http/httputil', 'net/mail', 'net/netip', 'net/smtp'],
  ...['net/textproto', 'net/url', 'os', 'os/exec', 'os/signal', 'os/user', 'path', 'path/filepath', 'reflect', 'regexp', 'runtime'],
  ...['runtime/debug', 'sort', 'strconv', 'strings', 'sync', 'sync/atomic', 'syscall', 'text/tabwriter', 'time', 'unicode'],
  ...['unicode/utf16', 'unicode/utf8', 'unsafe'],
];

const byName: ReadonlyMap<string, string> = new Map(paths.map((path) => [path.slice(path.lastIndexOf('/') + 1), path]));

/** Names that only one of two packages has. What both have says nothing: which one is meant may decide whether the code is safe. */
const randomMembers = {
  'crypto/rand': ['Reader', 'Prime'],
  'math/rand': ['Intn', 'Int31', 'Int31n', 'Int63', 'Int63n', 'Float32', 'Float64', 'Perm', 'Seed', 'Shuffle', 'New', 'NewSource'],
} as const;

/** The package of the standard library that code means by `name`, of which it uses these members; undefined where that is not clear. */
export const goPackage = (name: string, members: ReadonlySet<string>): string | undefined => {
  if (name !== 'rand') return byName.get(name);
  const [crypto, math] = (['crypto/rand', 'math/rand'] as const).map((path) => randomMembers[path].some((member) => members.has(member)));
  if (crypto === math) return undefined;
  return crypto === true ? 'crypto/rand' : 'math/rand';
};
