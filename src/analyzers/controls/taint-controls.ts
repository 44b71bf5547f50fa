import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

/** Of each language a flow that a guard stops: the way from the grammar through the engine to a rule, and back. */
export const taintControls: NonEmpty<Control> = [
  {
    language: 'python',
    name: 'a statement put together from input',
    cwe: 'CWE-89',
    bad: 'def find(cursor, name):\n    cursor.execute("SELECT id FROM reed WHERE name = \'" + name + "\'")\n',
    good: 'def find(cursor, name):\n    cursor.execute("SELECT id FROM reed WHERE name = ?", (name,))\n',
  },
  {
    language: 'python',
    name: 'a column chosen by input',
    cwe: 'CWE-89',
    bad: 'def order(cursor, column):\n    cursor.execute("SELECT id FROM reed ORDER BY " + column)\n',
    good: 'KNOWN = {"name", "height"}\n\ndef order(cursor, column):\n    if column not in KNOWN:\n        raise ValueError(column)\n    cursor.execute("SELECT id FROM reed ORDER BY " + column)\n',
  },
  {
    language: 'javascript',
    name: 'a statement put together from input',
    cwe: 'CWE-89',
    bad: "exports.find = (db, name) => db.query('SELECT id FROM reed WHERE name = \\'' + name + '\\'');\n",
    good: "exports.find = (db, name) => db.query('SELECT id FROM reed WHERE name = ?', [name]);\n",
  },
  {
    language: 'typescript',
    name: 'a program made of input',
    cwe: 'CWE-94',
    bad: 'export const sum = (text: string): unknown => eval(text);\n',
    good: 'export const sum = (text: string): unknown => JSON.parse(text);\n',
  },
  {
    language: 'java',
    name: 'a statement put together from input',
    cwe: 'CWE-89',
    bad: 'import java.sql.*;\nclass Reeds {\n  ResultSet find(Statement s, String name) throws SQLException {\n    return s.executeQuery("SELECT id FROM reed WHERE name = \'" + name + "\'");\n  }\n}\n',
    good: 'import java.sql.*;\nclass Reeds {\n  ResultSet find(Connection c, String name) throws SQLException {\n    PreparedStatement s = c.prepareStatement("SELECT id FROM reed WHERE name = ?");\n    s.setString(1, name);\n    return s.executeQuery();\n  }\n}\n',
  },
  {
    language: 'go',
    name: 'a statement put together from input',
    cwe: 'CWE-89',
    bad: 'package reeds\n\nimport "database/sql"\n\nfunc Find(db *sql.DB, name string) (*sql.Rows, error) {\n\treturn db.Query("SELECT id FROM reed WHERE name = \'" + name + "\'")\n}\n',
    good: 'package reeds\n\nimport "database/sql"\n\nfunc Find(db *sql.DB, name string) (*sql.Rows, error) {\n\treturn db.Query("SELECT id FROM reed WHERE name = ?", name)\n}\n',
  },
  {
    language: 'c',
    name: 'a broken digest',
    cwe: 'CWE-328',
    bad: '#include <openssl/md5.h>\nvoid seal(const unsigned char *body, unsigned long n, unsigned char *out) { MD5(body, n, out); }\n',
    good: '#include <openssl/sha.h>\nvoid seal(const unsigned char *body, unsigned long n, unsigned char *out) { SHA256(body, n, out); }\n',
  },
  {
    language: 'cpp',
    name: 'a broken digest',
    cwe: 'CWE-328',
    bad: '#include <openssl/md5.h>\nvoid seal(const unsigned char *body, unsigned long n, unsigned char *out) { MD5(body, n, out); }\n',
    good: '#include <openssl/sha.h>\nvoid seal(const unsigned char *body, unsigned long n, unsigned char *out) { SHA256(body, n, out); }\n',
  },
];
