import type { Condition, RuleGroup, Test } from './rule.ts';

const anyCase = (text: string): string => text.replaceAll(/[a-z]/g, (letter) => `[${letter}${letter.toUpperCase()}]`);

/** What only its owner knows, or what proves that its owner has sealed something. */
const secretNamed = `(^|[._-])${anyCase(
  '(x_?)?(hub_?)?(signature|sig|hmac|mac|api_?key|apikey|(api|auth|csrf|xsrf|access|session|reset|secret|bearer|expected|admin|webhook)_?token|secret|password_?hash|stored_?hash|hashed_?password|pass_?hash|otp)',
)}(_?([bB]ytes|[hH]ex|256))?(\\(\\))?$`;
const digested = '(hmac\\.(new|digest)|createHmac|Mac\\.getInstance|hmac\\.New)\\(?.*(digest|doFinal|Sum|new)?\\(\\)$';
const secret: Test = {
  any: [{ named: secretNamed }, { named: digested }, { path: ['hmac.new().hexdigest()', 'hmac.new().digest()', 'hmac.digest()'] }],
};
const between = (a: string, b: string): Condition => ({
  all: [
    {
      any: [
        { at: a, is: secret },
        { at: b, is: secret },
      ],
    },
    { at: a, is: 'not-constant' },
    { at: b, is: 'not-constant' },
  ],
});

export const timing: RuleGroup = {
  name: 'timing',
  rules: [
    {
      id: 'secret-compared-letter-by-letter',
      cwe: 'CWE-208',
      also: ['CWE-203', 'CWE-385'],
      severity: 'medium',
      message:
        'The comparison ends at the first letter that differs, and how long it takes tells how many were right: use one that takes the same time.',
      sinks: {
        python: [{ compared: ['==', '!='], hint: 'sig|mac|key|token|secret|hash|otp|digest', when: between('0', '1') }],
        javascript: [
          { compared: ['==', '!='], hint: 'sig|mac|key|token|secret|hash|otp|digest', when: between('0', '1') },
          { call: ['*.equals', '*.compare'], when: between('this', '0') },
        ],
        java: [
          { call: ['*.equals', '*.equalsIgnoreCase', '*.contentEquals'], when: between('this', '0') },
          { call: ['Arrays.equals'], when: between('0', '1') },
        ],
        go: [
          { compared: ['==', '!='], hint: 'sig|mac|key|token|secret|hash|otp|digest', when: between('0', '1') },
          { call: ['bytes.Equal', 'bytes.Compare', 'strings.Compare', 'strings.EqualFold'], when: between('0', '1') },
        ],
        c: [{ call: ['memcmp', 'strcmp', 'strncmp', 'bcmp'], when: between('0', '1') }],
      },
      examples: [
        {
          language: 'python',
          bad: 'import hashlib\nimport hmac\n\ndef genuine(key, body, signature):\n    expected = hmac.new(key, body, hashlib.sha256).hexdigest()\n    return expected == signature\n',
          good: 'import hashlib\nimport hmac\n\ndef genuine(key, body, signature):\n    expected = hmac.new(key, body, hashlib.sha256).hexdigest()\n    return hmac.compare_digest(expected, signature)\n',
        },
        {
          language: 'python',
          bad: 'from flask import abort, request\n\ndef enter(settings):\n    if request.headers.get("X-Key") != settings.api_key:\n        abort(403)\n',
          good: 'import secrets\nfrom flask import abort, request\n\ndef enter(settings):\n    if not secrets.compare_digest(request.headers.get("X-Key", ""), settings.api_key):\n        abort(403)\n',
        },
        {
          language: 'javascript',
          bad: "const crypto = require('node:crypto');\nexports.genuine = (key, body, given) => crypto.createHmac('sha256', key).update(body).digest('hex') === given;\n",
          good: "const crypto = require('node:crypto');\nexports.genuine = (key, body, given) => {\n  const expected = crypto.createHmac('sha256', key).update(body).digest();\n  const own = Buffer.from(given, 'hex');\n  return own.length === expected.length && crypto.timingSafeEqual(expected, own);\n};\n",
        },
        {
          language: 'java',
          bad: 'import java.util.Arrays;\nclass Seal {\n  boolean genuine(byte[] expectedMac, byte[] mac) { return Arrays.equals(expectedMac, mac); }\n}\n',
          good: 'import java.security.MessageDigest;\nclass Seal {\n  boolean genuine(byte[] expectedMac, byte[] mac) { return MessageDigest.isEqual(expectedMac, mac); }\n}\n',
        },
        {
          language: 'go',
          bad: 'package seal\n\nfunc Genuine(expected, signature string) bool {\n\treturn expected == signature\n}\n',
          good: 'package seal\n\nimport "crypto/hmac"\n\nfunc Genuine(expected, signature string) bool {\n\treturn hmac.Equal([]byte(expected), []byte(signature))\n}\n',
        },
        {
          language: 'c',
          bad: '#include <string.h>\nint genuine(const unsigned char *hmac, const unsigned char *given) {\n  return memcmp(hmac, given, 32) == 0;\n}\n',
          good: '#include <openssl/crypto.h>\nint genuine(const unsigned char *hmac, const unsigned char *given) {\n  return CRYPTO_memcmp(hmac, given, 32) == 0;\n}\n',
        },
      ],
    },
  ],
};
