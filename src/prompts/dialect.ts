import type { Language } from '../core/index.ts';

/** How a language is asked for: words of the request, and the custom of its comments. */
export type Form = {
  readonly noun: string;
  readonly setting?: string;
};

export type Dialect = {
  /** The tag of a fenced block. */
  readonly fence: string;
  /** What is asked for: "Write <noun> for … (<setting>)." A service is told by its framework. */
  readonly function: Form;
  readonly command: Form;
  /** "It <verb> this <callable>:" */
  readonly verb: 'defines' | 'exports' | 'has';
  readonly callable: 'function' | 'method';
  /** "Use only <library>." */
  readonly library: string;
  /** How errors show, for a request; undefined where the specification itself says it. */
  readonly errors?: string;
  /** Said instead where the specification knows no errors and the declaration has one all the same. */
  readonly noErrors?: string;
  /** How errors show, as the last line of a doc comment. */
  readonly errorsInComment?: string;
  /** How values of type `json` look; said where the interface has one. */
  readonly json?: string;
};

const anyType = 'its type is up to you';

export const dialects: Readonly<Record<Language, Dialect>> = {
  python: {
    fence: 'python',
    function: { noun: 'a Python module' },
    command: { noun: 'a Python program', setting: 'one file' },
    verb: 'defines',
    callable: 'function',
    library: 'the standard library',
    errors: `Errors are reported by raising an exception; ${anyType}.`,
    errorsInComment: 'Raises an exception (of any type) on an error.',
    json: 'Objects are dictionaries, arrays are lists.',
  },
  javascript: {
    fence: 'js',
    function: { noun: 'a JavaScript module', setting: 'CommonJS, Node.js 20' },
    command: { noun: 'a JavaScript program', setting: 'one file, CommonJS, Node.js 20' },
    verb: 'exports',
    callable: 'function',
    library: 'what comes with Node.js',
    errors: 'Errors are reported by throwing an `Error`.',
    errorsInComment: '@throws {Error} on an error',
    json: 'Objects are plain objects.',
  },
  typescript: {
    fence: 'ts',
    function: { noun: 'a TypeScript module', setting: 'Node.js 20' },
    command: { noun: 'a TypeScript program', setting: 'one file, Node.js 20' },
    verb: 'exports',
    callable: 'function',
    library: 'what comes with Node.js',
    errors: 'Errors are reported by throwing an `Error`.',
    errorsInComment: '@throws {Error} on an error',
    json: 'Objects are plain objects.',
  },
  java: {
    fence: 'java',
    function: { noun: 'a Java class `Solution`', setting: 'one file, JDK 17, no package' },
    command: { noun: 'a Java program', setting: 'one file with the class `Solution`, JDK 17, no package' },
    verb: 'has',
    callable: 'method',
    library: 'the JDK',
    errors: `Errors are reported by throwing an exception; ${anyType}.`,
    errorsInComment: '@throws Exception on an error',
    json: 'Objects are `Map<String, Object>`, arrays `List<Object>`, whole numbers `Long`, other numbers `Double`.',
  },
  go: {
    fence: 'go',
    function: { noun: 'a Go file', setting: 'package `main`, Go 1.19' },
    command: { noun: 'a Go program', setting: 'one file, Go 1.19' },
    verb: 'defines',
    callable: 'function',
    library: 'the standard library',
    errors: 'Errors are reported by a non-nil `error`.',
    noErrors: 'Nothing here is an error: the returned `error` is nil.',
    errorsInComment: 'Errors are reported by a non-nil error.',
    json: 'Objects are `map[string]any`, arrays `[]any`, numbers `float64`.',
  },
  c: {
    fence: 'c',
    function: { noun: 'a C file', setting: 'C11, no `main`' },
    command: { noun: 'a C program', setting: 'one file, C11' },
    verb: 'defines',
    callable: 'function',
    library: 'the C standard library and POSIX',
  },
  cpp: {
    fence: 'cpp',
    function: { noun: 'a C++ file', setting: 'C++20, no `main`' },
    command: { noun: 'a C++ program', setting: 'one file, C++20' },
    verb: 'defines',
    callable: 'function',
    library: 'the standard library and POSIX',
    errors: 'Errors are reported by throwing an exception that is derived from `std::exception`.',
    errorsInComment: '@throws std::exception (or a class derived from it) on an error',
  },
};
