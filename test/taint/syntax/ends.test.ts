import { describe, expect, it } from 'vitest';
import type { Language } from '../../../src/core/index.ts';
import { readEnd } from '../../../src/taint/syntax/closers.ts';
import { completionOf } from '../../../src/taint/syntax/ends.ts';

const cases: readonly (readonly [title: string, language: Language, source: string, completion: string])[] = [
  ['a whole text needs nothing', 'python', 'if a:\n    b()\n', ''],
  ['Python: a head gets a body', 'python', 'def f(a):\n    if a in B', ': pass'],
  ['Python: a head that ends is left alone', 'python', 'if a:', ''],
  ['Python: parameters are closed first', 'python', 'async def f(a, b', '): pass'],
  ['Python: a loop gets something to go through', 'python', 'for a', ' in _: pass'],
  ['Python: a comprehension too', 'python', 'x = [b for b', ' in _]'],
  ['Python: a choice gets its other half', 'python', 'return a if b', ' else _'],
  ['Python: an operator gets an operand', 'python', 'x = a +', ' _'],
  ['Python: a word does too', 'python', 'x = a and', ' _'],
  ['Python: an attribute gets a name', 'python', 'x = a.', '_'],
  ['Python: a lambda returns something', 'python', 'f(lambda y', ': _)'],
  ['Python: an f-string is closed with its braces', 'python', 'x = f"a{b(c', ')}"'],
  ['Python: doubled braces are none', 'python', 'x = f"a{{b', '"'],
  ['Python: everything is not an operator', 'python', 'from a import *', ''],
  ['Python: a dictionary over lines is no head', 'python', 'x = {\n    "if": a,\n    "b": c', '}'],
  ['Python: what a comment says is no code', 'python', 'x = 1  # a +', '\n'],
  ['C: a statement ends before its block does', 'c', 'void f() { g(a', ');}'],
  ['C: data has no statements', 'c', 'int a[] = {1, 2', '}'],
  ['C: a test gets a body', 'c', 'void f() { if (a <', ' _) ;}'],
  ['C: a loop gets its three parts', 'c', 'void f() { for (int i = 0', ';;) ;}'],
  ['C: a choice gets its other half', 'c', 'void f() { x = a ? b', ' : _;}'],
  ['C: a question in a text is none', 'c', 'void f() { g("a?"', ');}'],
  ['C: an empty character gets one', 'c', "void f() { g('", "_');}"],
  ['C++: a try gets a catch', 'cpp', 'void f() { try { g();', '} catch (...) {}}'],
  ['Java: a try gets an end', 'java', 'void f() { try { g();', '} finally {}}'],
  ['Java: a call of what objects have anyway', 'java', 'void f() { g(a.toString(b', '));}'],
  ['Java: resources get a body', 'java', 'void f() { try (A a = b()', ') {}}'],
  ['Java: a switch over cases', 'java', 'switch (a) { case "b', '":}'],
  ['Java: a new object gets its arguments', 'java', 'void f() { g(new Foo', '());}'],
  ['JavaScript: arrows and calls', 'javascript', 'app.get("/", (a, b) => { c(a', ')})'],
  ['JavaScript: a loop over items is left alone', 'javascript', 'for (const a of b', ') ;'],
  ['JavaScript: a do gets its test', 'javascript', 'do { a();', '} while (0);'],
  ['JavaScript: an optional member is no choice', 'javascript', 'f(a?.b', ')'],
  ['Go: a head gets its braces', 'go', 'func f() {\n\tif a == b', ' {}}'],
  ['Go: an assignment gets a value', 'go', 'func f() {\n\ta :=', ' _}'],
];

describe('what makes a text whole that was cut short', () => {
  it.each(cases)('%s', (_, language, source, completion) => {
    expect(completionOf(source, language, readEnd(source, language))).toBe(completion);
  });
});
