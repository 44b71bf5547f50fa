import type { NonEmpty } from '../../core/index.ts';
import type { Control } from '../analyzer.ts';

/** For bandit and ruff. The first three need string literals: bandit before 1.7.5 does not see them on today's Python. */
export const banditControls: NonEmpty<Control> = [
  {
    language: 'python',
    name: 'SQL built in a string',
    cwe: 'CWE-89',
    bad: `def orders_of(connection, customer):
    query = "SELECT id, total FROM orders WHERE customer = '%s'" % customer
    return connection.execute(query).fetchall()
`,
    good: `def orders_of(connection, customer):
    return connection.execute("SELECT id, total FROM orders WHERE customer = ?", (customer,)).fetchall()
`,
  },
  {
    language: 'python',
    name: 'a password in the source',
    cwe: 'CWE-798',
    bad: `def connect(open_connection):
    password = "tulip-7-harbour"
    return open_connection("reports", password)
`,
    good: `def connect(open_connection, read_secret):
    return open_connection("reports", read_secret("reports"))
`,
  },
  {
    language: 'python',
    name: 'a shared temporary file',
    cwe: 'CWE-377',
    bad: `def save(text):
    with open("/tmp/export.csv", "w") as out:
        out.write(text)
`,
    good: `import tempfile


def save(text):
    with tempfile.NamedTemporaryFile("w", delete=False) as out:
        out.write(text)
        return out.name
`,
  },
  {
    language: 'python',
    name: 'evaluation of an argument',
    cwe: 'CWE-94',
    bad: `def price(formula):
    return eval(formula)
`,
    good: `import ast


def price(formula):
    return ast.literal_eval(formula)
`,
  },
  {
    language: 'python',
    name: 'unpickling',
    cwe: 'CWE-502',
    bad: `import pickle


def restore(data):
    return pickle.loads(data)
`,
    good: `import json


def restore(data):
    return json.loads(data)
`,
  },
];
