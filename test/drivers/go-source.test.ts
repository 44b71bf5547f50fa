import { describe, expect, it } from 'vitest';
import { declaredName, importsOf, inPackage, isExternal } from '../../src/drivers/go/source.ts';

describe('the package clause of a Go file', () => {
  it.each([
    ['package main\n\nfunc f() {}\n', 'package candidate\n\nfunc f() {}\n'],
    ['package notes // of a club\n', 'package candidate // of a club\n'],
    [
      '// package first\n/* package second\n*/\npackage main; import "os"\n',
      '// package first\n/* package second\n*/\npackage candidate; import "os"\n',
    ],
    ['\uFEFF#', '\uFEFF#'],
    ['\uFEFFpackage main', '\uFEFFpackage candidate'],
    ['//go:build ignore\n\npackage main', '//go:build ignore\n\npackage candidate'],
    ['func f() {}\n', 'func f() {}\n'],
    ['const s = "x"\npackage main\n', 'const s = "x"\npackage main\n'],
  ])('of %j is renamed where there is one', (code, renamed) => {
    expect(inPackage(code, 'candidate')).toBe(renamed);
  });
});

describe('the imports of a Go file', () => {
  it.each<readonly [string, readonly string[]]>([
    ['package main', []],
    ['package main\nimport "os"\nimport f "fmt"\nimport . "math"\nimport _ `embed`', ['os', 'fmt', 'math', 'embed']],
    ['package main; import ("os"; "net/http"); func f() {}', ['os', 'net/http']],
    ['package main\n\nimport (\n\t// "no/comment"\n\t"a.org/b" // "c"\n\n\t/* "d" */ e "f"\n)\n', ['a.org/b', 'f']],
    ['package main\nfunc f() string { return `\nimport "x"\n` }\n', []],
    ['package main\nconst importer = 1\n', []],
    ['func f() {}', []],
  ])('of %j are found', (code, paths) => {
    expect(importsOf(code)).toEqual(paths);
  });

  it.each([
    ['github.com/gorilla/mux', true],
    ['golang.org/x/crypto/bcrypt', true],
    ['net/http', false],
    ['notes/internal/db', false],
    ['main/v1.2', false],
  ])('%s has to be downloaded: %s', (path, expected) => {
    expect(isExternal(path)).toBe(expected);
  });
});

describe('the name under which a Go file has a function', () => {
  it.each([
    ['func readNote(name string) error {', 'readNote'],
    ['func ReadNote(name string) error {', 'ReadNote'],
    ['func read_note(name string) error {', 'read_note'],
    ['func ReadNote() {\n}\nfunc readNote() {\n}', 'readNote'],
    ['func readNote[T any](name T) error {', 'readNote'],
    ['var readNote = func(name string) error {', 'readNote'],
    ['var readNote func(string) error = read', 'readNote'],
    ['var (\n\tother, readNote = a, b\n)', 'readNote'],
    ['var (\n\treadNote = func() {}\n)', 'readNote'],
    ['func (s *Store) readNote(name string) error {', undefined],
    ['func other() {\n\treadNote := 1\n\t_ = readNote\n}', undefined],
    ['// func readNote()\nconst s = "func readNote("', undefined],
    ['func readNotes() {}', undefined],
    ['const s = `\nfunc readNote() {}\n`\nfunc ReadNote() {}', 'ReadNote'],
    ["const brace = '{'\nfunc readNote() {}", 'readNote'],
  ])('%j: %s', (code, name) => {
    expect(declaredName(`package main\n${code}`, 'readNote')).toBe(name);
  });
});
