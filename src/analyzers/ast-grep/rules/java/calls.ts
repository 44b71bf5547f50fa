import type { SyntaxRule } from '../../syntax-rule.ts';
import { called, inMethodWithout, java, joined, made, method } from './matchers.ts';

export const javaCallsRules: readonly SyntaxRule[] = [
  {
    id: 'java-xml-entities',
    languages: java,
    cwe: ['CWE-611'],
    severity: 'high',
    message: 'This parser reads files and addresses that a document names: forbid document types with setFeature or setProperty.',
    words: /DocumentBuilderFactory|SAXParserFactory|XMLInputFactory|SAXBuilder|SAXReader/,
    match: {
      any: [
        called('(DocumentBuilderFactory|SAXParserFactory|XMLInputFactory)$', 'newInstance|newFactory|newDefaultInstance'),
        made('SAXBuilder|SAXReader'),
      ],
      all: [
        inMethodWithout(
          'disallow-doctype-decl|FEATURE_SECURE_PROCESSING|ACCESS_EXTERNAL_DTD|external-general-entities|SUPPORT_DTD|IS_SUPPORTING_EXTERNAL_ENTITIES|supportDTD|setXMLResolver|setEntityResolver|setExpandEntities',
        ),
      ],
    },
    flags: [
      method('DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);'),
      method('XMLInputFactory factory = XMLInputFactory.newFactory();'),
    ],
    passes: [
      method(
        'DocumentBuilderFactory f = DocumentBuilderFactory.newInstance();\n    f.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);',
      ),
      method('XMLInputFactory f = XMLInputFactory.newFactory();\n    f.setProperty(XMLInputFactory.SUPPORT_DTD, false);'),
    ],
  },
  {
    id: 'java-deserialize',
    languages: java,
    cwe: ['CWE-502'],
    severity: 'high',
    message: 'Reading objects builds whatever the data says: set a filter of allowed classes, or read JSON.',
    words: /ObjectInputStream|XMLDecoder|enableDefaultTyping|activateDefaultTyping/,
    match: {
      any: [
        {
          ...made('ObjectInputStream|XMLDecoder'),
          not: { inside: { any: [{ kind: 'class_body' }], regex: 'setObjectInputFilter|resolveClass|ObjectInputFilter', stopBy: 'end' } },
        },
        called('', 'enableDefaultTyping|activateDefaultTyping'),
      ],
    },
    flags: [method('Object o = new ObjectInputStream(in).readObject();'), method('mapper.enableDefaultTyping();')],
    passes: [
      method('ObjectInputStream s = new ObjectInputStream(in);\n    s.setObjectInputFilter(filter);'),
      method('mapper.readValue(in, Note.class);'),
    ],
  },
  {
    id: 'java-shell',
    languages: java,
    cwe: ['CWE-78'],
    severity: 'high',
    message: 'A command put together from values: give ProcessBuilder a list of arguments, without a shell.',
    words: /exec|ProcessBuilder/,
    match: {
      any: [
        { ...called('(?i)runtime', 'exec'), has: { field: 'arguments', has: joined } },
        { ...called('(?i)runtime', 'exec'), has: { field: 'arguments', regex: '"(/bin/)?(sh|bash)"\\s*,\\s*"-c"\\s*,\\s*[^"]' } },
        {
          ...made('ProcessBuilder'),
          all: [
            { has: { field: 'arguments', regex: '"(/bin/)?(sh|bash|cmd|cmd\\.exe)"\\s*,\\s*"(-c|/c)"\\s*,\\s*([^"]|"[^"]*"\\s*\\+)' } },
          ],
        },
      ],
    },
    flags: [method('Runtime.getRuntime().exec("wc -l " + name);'), method('new ProcessBuilder("sh", "-c", "wc -l " + name).start();')],
    passes: [method('new ProcessBuilder("wc", "-l", "--", name).start();'), method('Runtime.getRuntime().exec("uptime");')],
  },
  {
    id: 'java-sql-built',
    languages: java,
    cwe: ['CWE-89'],
    severity: 'high',
    message: 'The statement is put together from values: use a PreparedStatement with parameters.',
    words: /execute|prepareStatement|createQuery|createNativeQuery|query/,
    match: {
      ...called(
        '',
        'execute|executeQuery|executeUpdate|executeLargeUpdate|addBatch|prepareStatement|prepareCall|createQuery|createNativeQuery|query|queryForObject|queryForList|update',
      ),
      has: {
        field: 'arguments',
        has: { any: [joined, called('String$', 'format')], regex: '(?i)"\\s*(select|insert|update|delete|drop|alter|from|create)\\b' },
      },
    },
    flags: [
      method('s.executeQuery("SELECT id FROM users WHERE name = \'" + name + "\'");'),
      method('c.prepareStatement(String.format("DELETE FROM t WHERE a = %s", a));'),
    ],
    passes: [
      method('c.prepareStatement("SELECT id FROM users WHERE name = ?");'),
      method('c.prepareStatement("SELECT id " + "FROM users");'),
      method('pool.execute(task);'),
    ],
  },
  {
    id: 'java-script',
    languages: java,
    cwe: ['CWE-95', 'CWE-94'],
    severity: 'high',
    message: 'A text that is not constant is run as code.',
    words: /ScriptEngine/,
    match: { ...called('(?i)engine|script', 'eval'), not: { has: { field: 'arguments', regex: '^\\("[^"]*"\\s*[,)]' } } },
    flags: ['class A {\n  Object f(ScriptEngine engine, String formula) throws Exception {\n    return engine.eval(formula);\n  }\n}\n'],
    passes: ['class A {\n  Object f(ScriptEngine engine) throws Exception {\n    return engine.eval("1 + 1");\n  }\n}\n'],
  },
];
