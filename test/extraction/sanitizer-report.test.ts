import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseSanitizerReport, sanitizerCwe } from '../../src/extraction/sanitizer-report.ts';

const recorded = (name: string): string => readFileSync(new URL(`../fixtures/sanitizers/${name}.txt`, import.meta.url), 'utf8');

const clangRead = `=================================================================
==7==ERROR: AddressSanitizer: global-buffer-overflow on address 0x55d0c8a1b0d0 at pc 0x55d0c8 bp 0x7ffe sp 0x7ffe
READ of size 4 at 0x55d0c8a1b0d0 thread T0
    #0 0x55d0c8 in look /app/candidate.c:17:10
    #1 0x55d0c9 in main /app/shim.c:9:3

0x55d0c8a1b0d0 is located 0 bytes to the right of global variable 'g' defined in 'candidate.c:3' of size 16
SUMMARY: AddressSanitizer: global-buffer-overflow /app/candidate.c:17:10 in look`;

const clangNull = `AddressSanitizer:DEADLYSIGNAL
=================================================================
==3==ERROR: AddressSanitizer: SEGV on unknown address 0x000000000010 (pc 0x55cf bp 0x7ffe sp 0x7ffe T0)
==3==The signal is caused by a WRITE memory access.
==3==Hint: address points to the zero page.
    #0 0x55cf in store /app/candidate.c:8:3`;

const clangWild = `==3==ERROR: AddressSanitizer: SEGV on unknown address (pc 0x55cf bp 0x7ffe sp 0x7ffe T0)
==3==The signal is caused by a READ memory access.
    #0 0x55cf in load /app/candidate.c:8:3`;

const undefinedCrash = `UndefinedBehaviorSanitizer:DEADLYSIGNAL
==9==ERROR: UndefinedBehaviorSanitizer: FPE on unknown address 0x55cf (pc 0x55cf bp 0x7ffe sp 0x7ffe T9)
    #0 0x55cf in div /app/candidate.c:4:12`;

describe('parseSanitizerReport', () => {
  it.each([
    ['gcc-strcpy-stack', 'address', 'stack-buffer-overflow WRITE', 7],
    ['gcc-heap-read', 'address', 'heap-buffer-overflow READ', 9],
    ['gcc-use-after-free', 'address', 'heap-use-after-free READ', 13],
    ['gcc-double-free', 'address', 'double-free', 14],
    ['gcc-division', 'undefined', 'integer-divide-by-zero', 12],
    ['gcc-null', 'undefined', 'null', 15],
    ['gcc-bounds', 'undefined', 'bounds', 16],
    ['gcc-vla', 'undefined', 'vla-bound', 19],
    ['gcc-shift', 'undefined', 'shift-base', 25],
    ['gcc-float-cast', 'undefined', 'float-cast-overflow', 28],
    ['gcc-signed-overflow', 'undefined', 'signed-integer-overflow', 11],
    ['gcc-library-bounds', 'undefined', 'bounds', 5],
  ])('reads the recorded report %s', (name, sanitizer, error, line) => {
    expect(parseSanitizerReport(recorded(name))).toMatchObject({ sanitizer, error, line });
  });

  it.each([
    ['a global read with columns', clangRead, { sanitizer: 'address', error: 'global-buffer-overflow READ', line: 17 }],
    ['a write to the first page', clangNull, { sanitizer: 'address', error: 'SEGV null WRITE', line: 8 }],
    ['a wild read', clangWild, { sanitizer: 'address', error: 'SEGV READ', line: 8 }],
    ['a signal under the undefined-behaviour sanitizer alone', undefinedCrash, { sanitizer: 'undefined', error: 'FPE', line: 4 }],
  ])("reads clang's wording of %s", (_, text, expected) => {
    expect(parseSanitizerReport(text)).toMatchObject(expected);
  });

  it('says the same of the same mistake at another address', () => {
    const again = clangRead.replaceAll('0x55d0c8a1b0d0', '0x7f0000000010');
    expect(parseSanitizerReport(again)).toEqual(parseSanitizerReport(clangRead));
  });

  it('takes the line of the access, not of the allocation', () => {
    expect(parseSanitizerReport(recorded('gcc-use-after-free'))?.line).toBe(13);
    const elsewhere = clangRead.replace('/app/candidate.c:17:10\n', '/app/shim.c:17:10\n');
    expect(parseSanitizerReport(elsewhere)?.line).toBeUndefined();
  });

  it.each([
    ['!this->empty()', 'bounds'],
    ['__pos <= size()', 'bounds'],
    ['this->_M_is_engaged()', 'null'],
    ['get() != pointer()', 'null'],
    ['!(__hi < __lo)', '!(__hi < __lo)'],
  ])('reads the library’s condition %s', (condition, error) => {
    const report = recorded('gcc-library-bounds').replace('__n < this->size()', condition);
    expect(parseSanitizerReport(report)).toMatchObject({ error, summary: `the C++ library asks for ${condition} at line 5`, line: 5 });
  });

  it('takes no assertion of the program for one of the library', () => {
    expect(parseSanitizerReport("candidate.cpp:3: int f(): Assertion 'false' failed.\n")).toBeUndefined();
    expect(parseSanitizerReport("program: candidate.cpp:3: int f(): Assertion `false' failed.\n")).toBeUndefined();
  });

  it('takes the first of two reports', () => {
    expect(parseSanitizerReport(`${recorded('gcc-library-bounds')}\n${clangRead}`)?.error).toBe('bounds');
    expect(parseSanitizerReport(`${clangRead}\n${recorded('gcc-library-bounds')}`)?.error).toBe('global-buffer-overflow READ');
    const both = `candidate.c:2:9: runtime error: division by zero\n${clangRead}`;
    expect(parseSanitizerReport(both)?.error).toBe('integer-divide-by-zero');
    expect(parseSanitizerReport(`${clangRead}\ncandidate.c:2:9: runtime error: division by zero`)?.error).toBe(
      'global-buffer-overflow READ',
    );
  });

  it.each([
    ['', 'nothing'],
    ['runtime error: something else', "the program's own words"],
    ['==1==WARNING: AddressSanitizer failed to allocate 0x10000000000 bytes', 'a warning'],
    ['==1==ERROR: AddressSanitizer failed to allocate 0x1000 (4096) bytes', 'a failure of the sanitizer itself'],
    ['Traceback (most recent call last):\n  File "candidate.py", line 3', 'another language'],
  ])('finds no report in %j: %s', (text) => {
    expect(parseSanitizerReport(text)).toBeUndefined();
  });

  it('never throws', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(clangRead, clangNull, recorded('gcc-bounds')), fc.nat(400), (noise, text, at) => {
        parseSanitizerReport(text.slice(0, at) + noise + text.slice(at));
      }),
    );
  });
});

describe('sanitizerCwe', () => {
  it.each([
    ['heap-buffer-overflow READ', ['CWE-125']],
    ['stack-buffer-overflow WRITE', ['CWE-787']],
    ['dynamic-stack-buffer-overflow', ['CWE-119']],
    ['SEGV null READ', ['CWE-476']],
    ['SEGV WRITE', ['CWE-787']],
    ['heap-use-after-free WRITE', ['CWE-416']],
    ['double-free', ['CWE-415']],
    ['signed-integer-overflow', ['CWE-190']],
    ['integer-divide-by-zero', ['CWE-369']],
    ['bounds', ['CWE-119']],
    ['null', ['CWE-476']],
    ['allocation-size-too-big', ['CWE-789']],
    ['stack-overflow', ['CWE-674']],
    ['invalid-value', []],
  ])('maps %s to %j', (error, expected) => {
    expect(sanitizerCwe(error)).toEqual(expected);
  });
});
