import type { Condition, RuleGroup, Sink } from './rule.ts';

const call = (names: readonly string[], when?: Condition): Sink => ({ call: names, ...(when === undefined ? {} : { when }) });

/** Options of libxml2 that make it follow entities. */
const followed = ['XML_PARSE_NOENT', 'XML_PARSE_DTDLOAD', 'XML_PARSE_DTDATTR', 'XML_PARSE_XINCLUDE'];

export const entities: RuleGroup = {
  name: 'entities',
  rules: [
    {
      id: 'external-entities',
      cwe: 'CWE-611',
      also: ['CWE-827', 'CWE-776'],
      severity: 'high',
      message: 'The parser follows external entities: a document can read files and reach other machines.',
      sinks: {
        python: [
          call(['lxml.etree.XMLParser', 'lxml.etree.ETCompatXMLParser'], {
            any: [
              { at: ':resolve_entities', is: { equals: true } },
              { at: ':no_network', is: { equals: false } },
              { at: ':load_dtd', is: { equals: true } },
            ],
          }),
          call(['lxml.etree.parse', 'lxml.etree.fromstring', 'lxml.etree.XML', 'lxml.etree.iterparse'], {
            all: [
              { at: '1:parser', is: 'absent' },
              { at: ':resolve_entities', is: 'absent' },
            ],
          }),
          call(['lxml.etree.XMLParser'], { all: [{ at: ':resolve_entities', is: 'absent' }] }),
          call(['xml.sax.make_parser']),
          call(['*.setFeature'], {
            all: [
              { at: '0', is: { path: ['xml.sax.handler.feature_external_ges'] } },
              { at: '1', is: { any: [{ equals: true }, { equals: 1 }] } },
            ],
          }),
        ],
        javascript: [
          call(['libxmljs.parseXml', 'libxmljs.parseXmlString', 'libxmljs2.parseXml', 'libxmljs2.parseXmlString'], {
            any: [
              { at: '1.noent', is: { equals: true } },
              { at: '1.dtdload', is: { equals: true } },
            ],
          }),
        ],
        java: [
          {
            absence: {
              does: [
                {
                  call: [
                    'DocumentBuilderFactory.newInstance',
                    'SAXParserFactory.newInstance',
                    'XMLInputFactory.newInstance',
                    'XMLInputFactory.newFactory',
                    'SAXBuilder',
                    'SAXReader',
                    'XMLReaderFactory.createXMLReader',
                  ],
                },
              ],
              lacks: [
                { call: ['*.setFeature', '*.setProperty', '*.setExpandEntityReferences', '*.setEntityResolver', '*.setXMLResolver'] },
              ],
            },
          },
          {
            absence: {
              does: [{ call: ['TransformerFactory.newInstance', 'SchemaFactory.newInstance'] }],
              lacks: [{ call: ['*.setFeature', '*.setAttribute', '*.setProperty'] }],
            },
          },
        ],
        c: [
          call(['xmlReadMemory', 'xmlReadFile', 'xmlReadDoc', 'xmlCtxtReadMemory', 'xmlReadFd'], {
            any: ['2', '3', '4', '5'].map(
              (at): Condition => ({
                at,
                is: { any: [{ path: followed }, { contains: { path: followed } }] },
              }),
            ),
          }),
          call(['xmlSubstituteEntitiesDefault'], { at: '0', is: { equals: 1 } }),
        ],
      },
      examples: [
        {
          language: 'python',
          bad: 'from lxml import etree\n\ndef title(body):\n    return etree.fromstring(body, etree.XMLParser(resolve_entities=True)).findtext("title")\n',
          good: 'from lxml import etree\n\ndef title(body):\n    return etree.fromstring(body, etree.XMLParser(resolve_entities=False, no_network=True)).findtext("title")\n',
        },
        {
          language: 'python',
          bad: 'from lxml import etree\n\ndef title(body):\n    return etree.fromstring(body).findtext("title")\n',
          good: 'from defusedxml.lxml import fromstring\n\ndef title(body):\n    return fromstring(body).findtext("title")\n',
        },
        {
          language: 'java',
          bad: 'import javax.xml.parsers.*;\nimport java.io.*;\nclass Title {\n  Object of(InputStream in) throws Exception {\n    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(in);\n  }\n}\n',
          good: 'import javax.xml.parsers.*;\nimport java.io.*;\nclass Title {\n  Object of(InputStream in) throws Exception {\n    DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();\n    factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);\n    return factory.newDocumentBuilder().parse(in);\n  }\n}\n',
        },
        {
          language: 'c',
          bad: '#include <libxml/parser.h>\nxmlDocPtr read(const char *b, int n) { return xmlReadMemory(b, n, "x", NULL, XML_PARSE_NOENT | XML_PARSE_DTDLOAD); }\n',
          good: '#include <libxml/parser.h>\nxmlDocPtr read(const char *b, int n) { return xmlReadMemory(b, n, "x", NULL, XML_PARSE_NONET); }\n',
        },
        {
          language: 'javascript',
          bad: "const libxmljs = require('libxmljs');\nexports.title = (body) => libxmljs.parseXml(body, { noent: true }).get('//title').text();\n",
          good: "const libxmljs = require('libxmljs');\nexports.title = (body) => libxmljs.parseXml(body, { nonet: true }).get('//title').text();\n",
        },
      ],
    },
  ],
};
