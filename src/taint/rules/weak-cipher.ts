import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

/** Cipher names as OpenSSL, Node and Go's relatives write them. */
const oldCipher = '^(des|des3|des-ede|3des|tripledes|rc2|rc4|arc4|arcfour|blowfish|bf|cast|cast5|idea|seed)([-/]|$)';
const ecb = '(^|[-_/])ecb([-_/]|$)';

/** Java: a transformation without a mode is ECB. */
const javaBlockInEcb = '^(aes|des|desede|blowfish|rc2)($|/ecb/)';

export const weakCipher: RuleGroup = {
  name: 'weak-cipher',
  propagators: { java: [{ call: ['*.getBytes', '*.toCharArray'], from: ['this'], builds: 'concat' }] },
  rules: [
    {
      id: 'broken-cipher',
      cwe: 'CWE-327',
      severity: 'medium',
      message: 'This cipher or mode is broken: equal blocks show, or keys can be found. Use AES-GCM or ChaCha20-Poly1305.',
      sinks: {
        python: [
          call(
            ['DES', 'DES3', 'ARC2', 'ARC4', 'Blowfish', 'CAST', 'XOR'].flatMap((name) => [
              `Crypto.Cipher.${name}.new`,
              `Cryptodome.Cipher.${name}.new`,
            ]),
          ),
          call(['Crypto.Cipher.AES.new', 'Cryptodome.Cipher.AES.new'], {
            at: '1:mode',
            is: { path: ['Crypto.Cipher.AES.MODE_ECB', 'Cryptodome.Cipher.AES.MODE_ECB'] },
          }),
          call(['cryptography.hazmat.primitives.ciphers.modes.ECB']),
          call(
            ['ARC4', 'Blowfish', 'TripleDES', 'IDEA', 'CAST5', 'SEED', 'RC2'].flatMap((name) => [
              `cryptography.hazmat.primitives.ciphers.algorithms.${name}`,
              `cryptography.hazmat.decrepit.ciphers.algorithms.${name}`,
            ]),
          ),
        ],
        javascript: [
          call(['crypto.createCipheriv', 'crypto.createDecipheriv'], {
            any: [
              { at: '0', is: { text: oldCipher, flags: 'i' } },
              { at: '0', is: { text: ecb, flags: 'i' } },
            ],
          }),
          call(['crypto.createCipher', 'crypto.createDecipher']),
          call(['CryptoJS.DES.encrypt', 'CryptoJS.TripleDES.encrypt', 'CryptoJS.RC4.encrypt', 'CryptoJS.Rabbit.encrypt']),
        ],
        java: [
          call(['Cipher.getInstance'], {
            any: [
              { at: '0', is: { text: '^(des|desede|rc2|rc4|arcfour|blowfish)(/|$)', flags: 'i' } },
              { at: '0', is: { text: javaBlockInEcb, flags: 'i' } },
            ],
          }),
          call(['KeyGenerator.getInstance', 'SecretKeyFactory.getInstance'], {
            at: '0',
            is: { text: '^(des|desede|rc4|blowfish)$', flags: 'i' },
          }),
          call(['NullCipher']),
        ],
        go: [call(['des.NewCipher', 'des.NewTripleDESCipher', 'rc4.NewCipher', 'blowfish.NewCipher', 'cast5.NewCipher'])],
        c: [
          call(['DES_ecb_encrypt', 'DES_ncbc_encrypt', 'DES_cbc_encrypt', 'RC4', 'RC4_set_key', 'BF_ecb_encrypt', 'AES_ecb_encrypt']),
          call(['EVP_des_ecb', 'EVP_des_cbc', 'EVP_des_ede3_cbc', 'EVP_rc4', 'EVP_rc2_cbc', 'EVP_bf_cbc', 'EVP_bf_ecb', 'EVP_cast5_cbc']),
          call(['EVP_aes_128_ecb', 'EVP_aes_192_ecb', 'EVP_aes_256_ecb']),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from Crypto.Cipher import AES\n\ndef lock(key, body):\n    return AES.new(key, AES.MODE_ECB).encrypt(body)\n',
          good: 'from Crypto.Cipher import AES\n\ndef lock(key, body):\n    box = AES.new(key, AES.MODE_GCM)\n    return box.nonce, box.encrypt_and_digest(body)\n',
        },
        {
          language: 'python',
          bad: 'from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes\n\ndef lock(key, body):\n    box = Cipher(algorithms.AES(key), modes.ECB()).encryptor()\n    return box.update(body) + box.finalize()\n',
          good: 'import os\nfrom cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\ndef lock(key, body):\n    nonce = os.urandom(12)\n    return nonce + AESGCM(key).encrypt(nonce, body, None)\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nexports.lock = (key, body) => {\n  const box = crypto.createCipheriv('aes-128-ecb', key, null);\n  return Buffer.concat([box.update(body), box.final()]);\n};\n",
          good: "const crypto = require('crypto');\nexports.lock = (key, body) => {\n  const nonce = crypto.randomBytes(12);\n  const box = crypto.createCipheriv('aes-128-gcm', key, nonce);\n  return Buffer.concat([nonce, box.update(body), box.final(), box.getAuthTag()]);\n};\n",
        },
        {
          language: 'java',
          bad: 'import javax.crypto.Cipher;\nclass Lock {\n  static Cipher make() throws Exception {\n    return Cipher.getInstance("AES");\n  }\n}\n',
          good: 'import javax.crypto.Cipher;\nclass Lock {\n  static Cipher make() throws Exception {\n    return Cipher.getInstance("AES/GCM/NoPadding");\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package lock\n\nimport (\n\t"crypto/cipher"\n\t"crypto/des"\n)\n\nfunc Make(key []byte) (cipher.Block, error) {\n\treturn des.NewCipher(key)\n}\n',
          good: 'package lock\n\nimport (\n\t"crypto/aes"\n\t"crypto/cipher"\n)\n\nfunc Make(key []byte) (cipher.Block, error) {\n\treturn aes.NewCipher(key)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/evp.h>\nint lock(EVP_CIPHER_CTX *ctx, const unsigned char *key) {\n  return EVP_EncryptInit_ex(ctx, EVP_aes_256_ecb(), NULL, key, NULL);\n}\n',
          good: '#include <openssl/evp.h>\nint lock(EVP_CIPHER_CTX *ctx, const unsigned char *key, const unsigned char *nonce) {\n  return EVP_EncryptInit_ex(ctx, EVP_aes_256_gcm(), NULL, key, nonce);\n}\n',
        },
      ],
    },
    {
      id: 'short-key',
      cwe: 'CWE-326',
      severity: 'medium',
      message: 'The key is too weak to last: RSA and DH need 2048 bits and an exponent of 65537, elliptic curves 224 bits.',
      sinks: {
        python: [
          call(['cryptography.hazmat.primitives.asymmetric.rsa.generate_private_key'], {
            any: [
              { at: '1:key_size', is: { below: 2048 } },
              { at: '0:public_exponent', is: { below: 65_537 } },
            ],
          }),
          call(['cryptography.hazmat.primitives.asymmetric.dsa.generate_private_key'], { at: '0:key_size', is: { below: 2048 } }),
          call(['cryptography.hazmat.primitives.asymmetric.dh.generate_parameters'], { at: '1:key_size', is: { below: 2048 } }),
          call(['Crypto.PublicKey.RSA.generate', 'Crypto.PublicKey.DSA.generate', 'Cryptodome.PublicKey.RSA.generate'], {
            at: '0:bits',
            is: { below: 2048 },
          }),
        ],
        javascript: [
          call(['crypto.generateKeyPair', 'crypto.generateKeyPairSync'], {
            all: [
              { at: '0', is: { text: '^(rsa|dsa|rsa-pss)$' } },
              {
                any: [
                  { at: '1.modulusLength', is: { below: 2048 } },
                  { at: '1.publicExponent', is: { below: 65_537 } },
                ],
              },
            ],
          }),
          call(['crypto.createDiffieHellman'], { at: '0', is: { below: 2048 } }),
        ],
        java: [
          {
            call: ['KeyPairGenerator#initialize', '*.initialize'],
            when: {
              all: [
                { at: '0', is: { below: 2048 } },
                { at: '0', is: { atLeast: 512 } },
              ],
            },
          },
        ],
        go: [call(['rsa.GenerateKey'], { at: '1', is: { below: 2048 } })],
        c: [
          call(['RSA_generate_key_ex'], { at: '1', is: { below: 2048 } }),
          call(['RSA_generate_key', 'DH_generate_parameters'], { at: '0', is: { below: 2048 } }),
          call(['EVP_PKEY_CTX_set_rsa_keygen_bits'], { at: '1', is: { below: 2048 } }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from cryptography.hazmat.primitives.asymmetric import rsa\n\ndef fresh():\n    return rsa.generate_private_key(public_exponent=65537, key_size=1024)\n',
          good: 'from cryptography.hazmat.primitives.asymmetric import rsa\n\ndef fresh():\n    return rsa.generate_private_key(public_exponent=65537, key_size=3072)\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nexports.fresh = () => crypto.generateKeyPairSync('rsa', { modulusLength: 1024 });\n",
          good: "const crypto = require('crypto');\nexports.fresh = () => crypto.generateKeyPairSync('rsa', { modulusLength: 3072 });\n",
        },
        {
          language: 'java',
          bad: 'import java.security.*;\nclass Fresh {\n  static KeyPair make() throws Exception {\n    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");\n    maker.initialize(1024);\n    return maker.generateKeyPair();\n  }\n}\n',
          good: 'import java.security.*;\nclass Fresh {\n  static KeyPair make() throws Exception {\n    KeyPairGenerator maker = KeyPairGenerator.getInstance("RSA");\n    maker.initialize(3072);\n    return maker.generateKeyPair();\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package fresh\n\nimport (\n\t"crypto/rand"\n\t"crypto/rsa"\n)\n\nfunc Make() (*rsa.PrivateKey, error) {\n\treturn rsa.GenerateKey(rand.Reader, 1024)\n}\n',
          good: 'package fresh\n\nimport (\n\t"crypto/rand"\n\t"crypto/rsa"\n)\n\nfunc Make() (*rsa.PrivateKey, error) {\n\treturn rsa.GenerateKey(rand.Reader, 3072)\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/rsa.h>\nint fresh(RSA *rsa, BIGNUM *e) { return RSA_generate_key_ex(rsa, 1024, e, NULL); }\n',
          good: '#include <openssl/rsa.h>\nint fresh(RSA *rsa, BIGNUM *e) { return RSA_generate_key_ex(rsa, 3072, e, NULL); }\n',
        },
      ],
    },
    {
      id: 'fixed-initialisation-vector',
      sources: {
        python: [{ from: 'call', of: ['*.digest', '*.hexdigest'], kinds: ['fixed'], note: 'is the same for the same input:' }],
        javascript: [{ from: 'call', of: ['*.digest'], kinds: ['fixed'], note: 'is the same for the same input:' }],
      },
      cwe: 'CWE-329',
      also: ['CWE-1204', 'CWE-323'],
      severity: 'medium',
      message: 'The initialisation vector is the same each time, so that equal beginnings show, and a stream is used twice.',
      sinks: {
        python: [
          call(['Crypto.Cipher.AES.new', 'Cryptodome.Cipher.AES.new'], {
            any: [
              { at: '2:iv', is: 'constant' },
              { at: ':nonce', is: 'constant' },
              { at: ':IV', is: 'constant' },
            ],
          }),
          call(
            ['CBC', 'CTR', 'GCM', 'OFB', 'CFB'].map((mode) => `cryptography.hazmat.primitives.ciphers.modes.${mode}`),
            { at: '0', is: 'constant' },
          ),
          call(
            ['AESGCM', 'ChaCha20Poly1305', 'AESCCM'].map((kind) => `cryptography.hazmat.primitives.ciphers.aead.${kind}#encrypt`),
            { at: '0:nonce', is: 'constant' },
          ),
          // What is computed from the key, or from the text, is the same for the same key or text.
          { call: ['Crypto.Cipher.AES.new', 'Cryptodome.Cipher.AES.new'], args: ['2:iv', ':nonce', ':IV'], kind: 'fixed' },
          {
            call: [
              ...['CBC', 'CTR', 'GCM', 'OFB', 'CFB'].map((mode) => `cryptography.hazmat.primitives.ciphers.modes.${mode}`),
              ...['AESGCM', 'ChaCha20Poly1305', 'AESCCM'].map((kind) => `cryptography.hazmat.primitives.ciphers.aead.${kind}#encrypt`),
            ],
            args: ['0', ':nonce'],
            kind: 'fixed',
          },
        ],
        javascript: [
          call(['crypto.createCipheriv'], {
            any: [
              { at: '2', is: { all: ['constant', 'string'] } },
              { at: '2', is: { path: ['Buffer.alloc()'] } },
            ],
          }),
          { call: ['crypto.createCipheriv'], args: ['2'], kind: 'fixed' },
        ],
        java: [
          call(['IvParameterSpec', 'javax.crypto.spec.IvParameterSpec'], { at: '0', is: 'constant' }),
          call(['GCMParameterSpec'], { at: '1', is: 'constant' }),
        ],
        go: [call(['cipher.NewCBCEncrypter', 'cipher.NewCTR', 'cipher.NewOFB', 'cipher.NewCFBEncrypter'], { at: '1', is: 'constant' })],
        c: [call(['EVP_EncryptInit_ex', 'EVP_EncryptInit_ex2'], { at: '4', is: { all: ['constant', 'string'] } })],
      },
      examples: [
        {
          language: 'python',
          bad: 'from Crypto.Cipher import AES\n\nIV = b"0000000000000000"\n\ndef lock(key, body):\n    return AES.new(key, AES.MODE_CBC, IV).encrypt(body)\n',
          good: 'import os\nfrom Crypto.Cipher import AES\n\ndef lock(key, body):\n    iv = os.urandom(16)\n    return iv + AES.new(key, AES.MODE_CBC, iv).encrypt(body)\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nexports.lock = (key, body) => {\n  const iv = Buffer.alloc(16);\n  const box = crypto.createCipheriv('aes-256-cbc', key, iv);\n  return Buffer.concat([box.update(body), box.final()]);\n};\n",
          good: "const crypto = require('crypto');\nexports.lock = (key, body) => {\n  const iv = crypto.randomBytes(16);\n  const box = crypto.createCipheriv('aes-256-cbc', key, iv);\n  return Buffer.concat([iv, box.update(body), box.final()]);\n};\n",
        },
        {
          language: 'java',
          bad: 'import javax.crypto.spec.IvParameterSpec;\nclass Lock {\n  static IvParameterSpec vector() {\n    return new IvParameterSpec("0123456789abcdef".getBytes());\n  }\n}\n',
          good: 'import java.security.SecureRandom;\nimport javax.crypto.spec.IvParameterSpec;\nclass Lock {\n  static IvParameterSpec vector() {\n    byte[] iv = new byte[16];\n    new SecureRandom().nextBytes(iv);\n    return new IvParameterSpec(iv);\n  }\n}\n',
        },
        {
          language: 'go',
          bad: 'package lock\n\nimport "crypto/cipher"\n\nfunc Make(block cipher.Block) cipher.BlockMode {\n\treturn cipher.NewCBCEncrypter(block, []byte("0123456789abcdef"))\n}\n',
          good: 'package lock\n\nimport (\n\t"crypto/cipher"\n\t"crypto/rand"\n)\n\nfunc Make(block cipher.Block) (cipher.BlockMode, error) {\n\tiv := make([]byte, block.BlockSize())\n\tif _, err := rand.Read(iv); err != nil {\n\t\treturn nil, err\n\t}\n\treturn cipher.NewCBCEncrypter(block, iv), nil\n}\n',
        },
        {
          language: 'c',
          bad: '#include <openssl/evp.h>\nint lock(EVP_CIPHER_CTX *ctx, const unsigned char *key) {\n  const unsigned char *iv = (const unsigned char *)"0123456789abcdef";\n  return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);\n}\n',
          good: '#include <openssl/evp.h>\n#include <openssl/rand.h>\nint lock(EVP_CIPHER_CTX *ctx, const unsigned char *key, unsigned char *iv) {\n  if (RAND_bytes(iv, 16) != 1) return 0;\n  return EVP_EncryptInit_ex(ctx, EVP_aes_256_cbc(), NULL, key, iv);\n}\n',
        },
        {
          language: 'python',
          bad: 'import hashlib\nfrom cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\ndef lock(key, body):\n    nonce = hashlib.sha256(key).digest()[:12]\n    return nonce + AESGCM(key).encrypt(nonce, body, None)\n',
          good: 'import hashlib, os\nfrom cryptography.hazmat.primitives.ciphers.aead import AESGCM\n\ndef lock(word, body):\n    key = hashlib.scrypt(word, salt=b"", n=16384, r=8, p=1, dklen=32)\n    nonce = os.urandom(12)\n    return nonce + AESGCM(key).encrypt(nonce, body, None)\n',
          note: 'computed from the key',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('crypto');\nexports.lock = (key, body) => {\n  const iv = crypto.createHash('sha256').update(body).digest().subarray(0, 16);\n  const box = crypto.createCipheriv('aes-256-ctr', key, iv);\n  return Buffer.concat([iv, box.update(body), box.final()]);\n};\n",
          good: "const { createCipheriv, randomBytes } = require('crypto');\nexports.lock = (key, body) => {\n  const iv = randomBytes(16);\n  const box = createCipheriv('aes-256-gcm', key, iv);\n  return Buffer.concat([iv, box.update(body), box.final(), box.getAuthTag()]);\n};\n",
          note: 'computed from the text',
        },
      ],
    },
  ],
};
