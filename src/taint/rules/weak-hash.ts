import { namesWith } from './common/naming.ts';
import type { Condition, RuleGroup, Sink } from './rule.ts';

/** Digests for which collisions, or worse, are known. */
const broken = '^(md2|md4|md5|sha-?1|sha)$';

const brokenName = (at: string): Condition => ({ at, is: { text: broken, flags: 'i' } });

/** Functions that vouch for something: no checksum will do there. */
const seals = namesWith('seal, sign, signature, tag, mac, hmac, authenticate, fingerprint, token');

/** What only those who may sign know. */
const keyNamed = '^(key|secret|secret_?[kK]ey|mac_?[kK]ey|signing_?[kK]ey|shared_?[sS]ecret)$';

const forSecurity: Condition = { not: { at: ':usedforsecurity', is: { equals: false } } };

/** What a fast digest must not be asked to protect. */
const passwordNamed = '(^|_|[a-z](?=P))(passw(or)?d|passwd|pwd|passphrase|pin_?code)(s|_?(bytes|plain|text|hash(ed)?|in|str))?$';
const password = (...places: readonly string[]): Condition => ({
  any: places.map((at): Condition => ({ at, is: { any: [{ named: passwordNamed }, { carries: 'secret' }] } })),
});

const fastPython: readonly string[] = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'sha3_256', 'sha3_512', 'blake2b', 'blake2s'];

const fewRounds = (at: string, rounds: number): Condition => ({ at, is: { below: rounds } });

const named = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

export const weakHash: RuleGroup = {
  name: 'weak-hash',
  rules: [
    {
      id: 'broken-digest',
      cwe: 'CWE-328',
      also: ['CWE-327'],
      severity: 'medium',
      message: 'A digest for which collisions can be made protects nothing: use SHA-256 or better.',
      sinks: {
        python: [
          named(['hashlib.md5', 'hashlib.sha1'], forSecurity),
          named(['hashlib.new'], { all: [brokenName('0:name'), forSecurity] }),
          named(['hmac.new', 'hmac.digest', 'hmac.HMAC'], {
            any: [brokenName('2:digestmod'), { at: '2:digestmod', is: { path: ['hashlib.md5', 'hashlib.sha1'] } }],
          }),
          named(['Crypto.Hash.MD5.new', 'Crypto.Hash.MD4.new', 'Crypto.Hash.MD2.new', 'Crypto.Hash.SHA.new', 'Crypto.Hash.SHA1.new']),
          named(['Cryptodome.Hash.MD5.new', 'Cryptodome.Hash.SHA1.new']),
          named(['cryptography.hazmat.primitives.hashes.MD5', 'cryptography.hazmat.primitives.hashes.SHA1']),
          { call: ['zlib.crc32', 'zlib.adler32', 'binascii.crc32', 'hash'], within: { named: seals } },
        ],
        javascript: [
          named(['crypto.createHash', 'crypto.createHmac', 'crypto.hash', 'crypto.createSign', 'crypto.createVerify'], {
            at: '0',
            is: { text: '^(rsa-)?(md2|md4|md5|sha-?1)$', flags: 'i' },
          }),
          named(['md5', 'CryptoJS.MD5', 'CryptoJS.SHA1', 'crypto-js.MD5', 'crypto-js.SHA1']),
          { call: ['zlib.crc32', 'crc-32.buf', 'crc-32.str', 'crc.crc32'], within: { named: seals } },
        ],
        java: [
          named(['MessageDigest.getInstance'], brokenName('0')),
          named(['Mac.getInstance', 'Signature.getInstance'], { at: '0', is: { text: '^(hmac)?(md5|sha1)($|with)', flags: 'i' } }),
          named(['DigestUtils.md5', 'DigestUtils.md5Hex', 'DigestUtils.sha1', 'DigestUtils.sha1Hex', 'DigestUtils.getMd5Digest']),
        ],
        go: [
          named(['md5.New', 'md5.Sum', 'sha1.New', 'sha1.Sum', 'md4.New']),
          named(['hmac.New'], { at: '0', is: { path: ['md5.New', 'sha1.New'] } }),
        ],
        c: [
          named(['MD5', 'MD5_Init', 'MD4', 'MD4_Init', 'SHA1', 'SHA1_Init', 'EVP_md5', 'EVP_md4', 'EVP_sha1', 'gcry_md_hash_md5']),
          named(['EVP_get_digestbyname', 'EVP_MD_fetch'], { any: [brokenName('0'), brokenName('1')] }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import hashlib\n\ndef seal(body):\n    return hashlib.md5(body).hexdigest()\n',
          good: 'import hashlib\n\ndef seal(body):\n    return hashlib.sha256(body).hexdigest()\n',
        },
        {
          language: 'python',
          bad: 'from hashlib import new\n\nALGORITHM = "sha1"\n\ndef seal(body):\n    digest = new(ALGORITHM)\n    digest.update(body)\n    return digest.digest()\n',
          good: 'from hashlib import new\n\nALGORITHM = "sha3_256"\n\ndef seal(body):\n    digest = new(ALGORITHM)\n    digest.update(body)\n    return digest.digest()\n',
        },
        {
          language: 'python',
          bad: 'import hashlib\n\ndef etag(body):\n    return hashlib.sha1(body).hexdigest()\n',
          good: 'import hashlib\n\ndef etag(body):\n    return hashlib.sha1(body, usedforsecurity=False).hexdigest()\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('node:crypto');\nexports.seal = (body) => crypto.createHash('md5').update(body).digest('hex');\n",
          good: "const crypto = require('node:crypto');\nexports.seal = (body) => crypto.createHash('sha256').update(body).digest('hex');\n",
        },
        {
          language: 'typescript',
          bad: "import { createHash } from 'crypto';\nexport function seal(body: string): string {\n  return createHash('sha1').update(body).digest('hex');\n}\n",
          good: "import { createHash } from 'crypto';\nexport function seal(body: string): string {\n  return createHash('sha512').update(body).digest('hex');\n}\n",
        },
        {
          language: 'java',
          bad: 'import java.security.MessageDigest;\nclass Seal {\n  static byte[] of(byte[] body) throws Exception {\n    return MessageDigest.getInstance("MD5").digest(body);\n  }\n}\n',
          good: 'import java.security.MessageDigest;\nclass Seal {\n  static byte[] of(byte[] body) throws Exception {\n    return MessageDigest.getInstance("SHA-256").digest(body);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package seal\n\nimport "crypto/md5"\n\nfunc Of(body []byte) [16]byte {\n\treturn md5.Sum(body)\n}\n',
          good: 'package seal\n\nimport "crypto/sha256"\n\nfunc Of(body []byte) [32]byte {\n\treturn sha256.Sum256(body)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/evp.h>\nint seal(const unsigned char *body, size_t n, unsigned char *out) {\n  return EVP_Digest(body, n, out, NULL, EVP_md5(), NULL);\n}\n',
          good: '#include <openssl/evp.h>\nint seal(const unsigned char *body, size_t n, unsigned char *out) {\n  return EVP_Digest(body, n, out, NULL, EVP_sha256(), NULL);\n}\n',
        },
        {
          language: 'python',
          bad: 'import zlib\n\ndef make_seal(body):\n    return format(zlib.crc32(body), "08x")\n',
          good: 'import zlib\n\ndef unpack(body):\n    if zlib.crc32(body[4:]) != int.from_bytes(body[:4], "big"):\n        raise ValueError("damaged on the way")\n    return body[4:]\n',
          note: 'a checksum finds accidents, not people',
        },
      ],
    },
    {
      id: 'fast-password-hash',
      cwe: 'CWE-916',
      also: ['CWE-327', 'CWE-328', 'CWE-759'],
      severity: 'high',
      message: 'A password is hashed with a digest made to be fast: use scrypt, bcrypt, Argon2, or PBKDF2 with many rounds.',
      sinks: {
        python: [
          named(
            fastPython.map((name) => `hashlib.${name}`),
            password('0', '0.encode', '0[]'),
          ),
          named(['hashlib.pbkdf2_hmac'], fewRounds('3:iterations', 10_000)),
          named(['hashlib.scrypt'], fewRounds(':n', 4_096)),
        ],
        javascript: [
          named(['crypto.pbkdf2', 'crypto.pbkdf2Sync'], fewRounds('2', 10_000)),
          {
            call: ['crypto.Hash#update', '*.update'],
            args: ['0'],
            when: { all: [password('0'), { at: 'this', is: { path: ['crypto.createHash()'] } }] },
          },
        ],
        java: [
          named(['PBEKeySpec', 'javax.crypto.spec.PBEKeySpec'], fewRounds('2', 10_000)),
          { call: ['MessageDigest#digest', 'MessageDigest#update'], when: password('0') },
        ],
        go: [
          named(['pbkdf2.Key'], fewRounds('2', 10_000)),
          named(['bcrypt.GenerateFromPassword'], fewRounds('1', 10)),
          named(['sha256.Sum256', 'sha512.Sum512', 'sha1.Sum', 'md5.Sum'], password('0')),
        ],
        c: [named(['PKCS5_PBKDF2_HMAC'], fewRounds('4', 10_000)), named(['PKCS5_PBKDF2_HMAC_SHA1'], fewRounds('4', 10_000))],
      },
      examples: [
        {
          language: 'python',
          bad: 'import hashlib\n\ndef store(password, salt):\n    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 100)\n',
          good: 'import hashlib\n\ndef store(password, salt):\n    return hashlib.pbkdf2_hmac("sha256", password.encode(), salt, 600_000)\n',
        },
        {
          language: 'python',
          bad: 'import hashlib\n\ndef store(password):\n    return hashlib.sha256(password.encode()).hexdigest()\n',
          good: 'import hashlib, os\n\ndef store(password):\n    salt = os.urandom(16)\n    return salt + hashlib.scrypt(password.encode(), salt=salt, n=16384, r=8, p=1)\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nexports.store = (password, salt) => crypto.pbkdf2Sync(password, salt, 1, 32, 'sha256');\n",
          good: "const crypto = require('crypto');\nexports.store = (password, salt) => crypto.pbkdf2Sync(password, salt, 600000, 32, 'sha256');\n",
        },
        {
          language: 'java',
          bad: 'import javax.crypto.spec.PBEKeySpec;\nclass Store {\n  static PBEKeySpec of(char[] word, byte[] salt) {\n    return new PBEKeySpec(word, salt, 1000, 256);\n  }\n}\n',
          good: 'import javax.crypto.spec.PBEKeySpec;\nclass Store {\n  static PBEKeySpec of(char[] word, byte[] salt) {\n    return new PBEKeySpec(word, salt, 310000, 256);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package store\n\nimport "golang.org/x/crypto/bcrypt"\n\nfunc Of(word []byte) ([]byte, error) {\n\treturn bcrypt.GenerateFromPassword(word, 4)\n}\n',
          good: 'package store\n\nimport "golang.org/x/crypto/bcrypt"\n\nfunc Of(word []byte) ([]byte, error) {\n\treturn bcrypt.GenerateFromPassword(word, 12)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/evp.h>\nint store(const char *word, int n, const unsigned char *salt, unsigned char *out) {\n  return PKCS5_PBKDF2_HMAC(word, n, salt, 16, 1, EVP_sha256(), 32, out);\n}\n',
          good: '#include <openssl/evp.h>\nint store(const char *word, int n, const unsigned char *salt, unsigned char *out) {\n  return PKCS5_PBKDF2_HMAC(word, n, salt, 16, 600000, EVP_sha256(), 32, out);\n}\n',
        },
      ],
    },
    {
      id: 'digest-as-signature',
      cwe: 'CWE-327',
      also: ['CWE-328', 'CWE-347'],
      severity: 'medium',
      message: 'A plain digest over key and text can be continued by people who do not know the key: use HMAC.',
      sinks: {
        python: [
          {
            absence: {
              does: [{ parameter: keyNamed }, { call: ['hashlib.md5', 'hashlib.sha1', 'hashlib.sha256', 'hashlib.sha512', 'hashlib.new'] }],
              lacks: [{ call: ['hmac.new', 'hmac.digest', 'hmac.HMAC', 'hashlib.pbkdf2_hmac', 'hashlib.scrypt'] }],
            },
            within: { named: seals },
          },
        ],
        javascript: [
          {
            absence: {
              does: [{ parameter: keyNamed }, { call: ['crypto.createHash', 'crypto.hash'] }],
              lacks: [{ call: ['crypto.createHmac', 'crypto.createSign', 'crypto.sign', '*.hkdfSync', '*.scryptSync'] }],
            },
            within: { named: seals },
          },
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'import hashlib\n\ndef make_tag(key, body):\n    return hashlib.sha256(key + body).hexdigest()\n',
          good: 'import hashlib, hmac\n\ndef make_tag(key, body):\n    return hmac.new(key, body, hashlib.sha256).hexdigest()\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nfunction sign(secret, body) {\n  return crypto.createHash('sha256').update(secret + body).digest('hex');\n}\nmodule.exports = { sign };\n",
          good: "const crypto = require('crypto');\nfunction sign(secret, body) {\n  return crypto.createHmac('sha256', secret).update(body).digest('hex');\n}\nmodule.exports = { sign };\n",
        },
      ],
    },
    {
      id: 'fixed-salt',
      cwe: 'CWE-760',
      also: ['CWE-759', 'CWE-916'],
      severity: 'medium',
      message: 'Every password gets the same salt, so that equal passwords show and one table breaks them all.',
      sinks: {
        python: [
          named(['hashlib.pbkdf2_hmac'], { at: '2:salt', is: 'constant' }),
          named(['hashlib.scrypt'], { at: ':salt', is: 'constant' }),
          named(['bcrypt.hashpw'], { at: '1:salt', is: 'constant' }),
          named(['crypt.crypt'], { at: '1:salt', is: 'constant' }),
        ],
        javascript: [
          named(['crypto.pbkdf2', 'crypto.pbkdf2Sync', 'crypto.scrypt', 'crypto.scryptSync'], {
            any: [
              { at: '1', is: 'constant' },
              { at: '1', is: { path: ['Buffer.alloc()'] } },
            ],
          }),
        ],
        java: [named(['PBEKeySpec', 'PBEParameterSpec'], { any: [{ at: '1', is: { all: ['constant', { any: ['string', 'list'] }] } }] })],
        go: [named(['pbkdf2.Key', 'scrypt.Key', 'argon2.Key', 'argon2.IDKey'], { at: '1', is: 'constant' })],
        c: [named(['PKCS5_PBKDF2_HMAC'], { at: '2', is: 'constant' }), named(['crypt'], { at: '1', is: 'constant' })],
      },
      examples: [
        {
          language: 'python',
          bad: 'import hashlib\n\nSALT = b"orchard"\n\ndef store(word):\n    return hashlib.scrypt(word, salt=SALT, n=16384, r=8, p=1)\n',
          good: 'import hashlib, os\n\ndef store(word):\n    salt = os.urandom(16)\n    return salt, hashlib.scrypt(word, salt=salt, n=16384, r=8, p=1)\n',
        },
        {
          language: 'javascript',
          bad: "const { scryptSync } = require('crypto');\nexports.store = (word) => scryptSync(word, 'orchard', 32);\n",
          good: "const { scryptSync, randomBytes } = require('crypto');\nexports.store = (word) => {\n  const salt = randomBytes(16);\n  return [salt, scryptSync(word, salt, 32)];\n};\n",
        },
        {
          language: 'go',
          bad: 'package store\n\nimport "golang.org/x/crypto/scrypt"\n\nfunc Of(word []byte) ([]byte, error) {\n\treturn scrypt.Key(word, []byte("orchard"), 32768, 8, 1, 32)\n}\n',
          good: 'package store\n\nimport (\n\t"crypto/rand"\n\n\t"golang.org/x/crypto/scrypt"\n)\n\nfunc Of(word []byte) ([]byte, error) {\n\tsalt := make([]byte, 16)\n\tif _, err := rand.Read(salt); err != nil {\n\t\treturn nil, err\n\t}\n\treturn scrypt.Key(word, salt, 32768, 8, 1, 32)\n}\n',
        },
        {
          language: 'java',
          bad: 'import javax.crypto.spec.PBEKeySpec;\nclass Safe {\n  PBEKeySpec of(char[] password) {\n    return new PBEKeySpec(password, "pepper-and-salt".getBytes(), 600000, 256);\n  }\n}\n',
          good: 'import java.security.SecureRandom;\nimport javax.crypto.spec.PBEKeySpec;\nclass Safe {\n  PBEKeySpec of(char[] password) {\n    byte[] salt = new byte[16];\n    new SecureRandom().nextBytes(salt);\n    return new PBEKeySpec(password, salt, 600000, 256);\n  }\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/evp.h>\nint store(const char *word, int n, unsigned char *out) {\n  return PKCS5_PBKDF2_HMAC(word, n, (const unsigned char *)"orchard", 7, 600000, EVP_sha256(), 32, out);\n}\n',
          good: '#include <openssl/evp.h>\n#include <openssl/rand.h>\nint store(const char *word, int n, unsigned char *salt, unsigned char *out) {\n  if (RAND_bytes(salt, 16) != 1) return 0;\n  return PKCS5_PBKDF2_HMAC(word, n, salt, 16, 600000, EVP_sha256(), 32, out);\n}\n',
        },
      ],
    },
  ],
};
