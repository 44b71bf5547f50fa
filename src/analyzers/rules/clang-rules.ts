import type { CweId } from '../../core/index.ts';
import type { RuleTable } from './rule-table.ts';

const outOfBounds = ['CWE-787', 'CWE-125'] as const;
const overflow = ['CWE-120', 'CWE-787'] as const;

/** Checkers that are switched on, where the version has them. clang names no CWE, but for a few messages. */
export const clangRules: RuleTable = {
  'core.CallAndMessage': { cwe: ['CWE-457', 'CWE-476'], severity: 'high' },
  'core.DivideZero': { cwe: ['CWE-369'], severity: 'high' },
  'core.NonNullParamChecker': { cwe: ['CWE-476'], severity: 'high' },
  'core.NullDereference': { cwe: ['CWE-476'], severity: 'high' },
  'core.StackAddressEscape': { cwe: ['CWE-562'], severity: 'high' },
  'core.UndefinedBinaryOperatorResult': { cwe: ['CWE-457'], severity: 'medium' },
  'core.VLASize': { cwe: ['CWE-131', 'CWE-789'], severity: 'medium' },
  'core.uninitialized.ArraySubscript': { cwe: ['CWE-457'], severity: 'medium' },
  'core.uninitialized.Assign': { cwe: ['CWE-457'], severity: 'medium' },
  'core.uninitialized.Branch': { cwe: ['CWE-457'], severity: 'medium' },
  'core.uninitialized.UndefReturn': { cwe: ['CWE-457'], severity: 'medium' },
  'security.ArrayBound': { cwe: outOfBounds, severity: 'high' },
  'security.MmapWriteExec': { cwe: ['CWE-732'], severity: 'medium' },
  'security.PointerSub': { cwe: ['CWE-469'], severity: 'medium' },
  'security.PutenvStackArray': { cwe: ['CWE-562', 'CWE-825'], severity: 'medium' },
  'security.SetgidSetuidOrder': { cwe: ['CWE-696', 'CWE-271'], severity: 'medium' },
  'security.VAList': { cwe: ['CWE-457'], severity: 'medium' },
  'security.cert.env.InvalidPtr': { cwe: ['CWE-825'], severity: 'medium' },
  'security.insecureAPI.UncheckedReturn': { cwe: ['CWE-252', 'CWE-273'], severity: 'medium' },
  'security.insecureAPI.getpw': { cwe: overflow, severity: 'high' },
  'security.insecureAPI.gets': { cwe: ['CWE-242', ...overflow], severity: 'high' },
  'security.insecureAPI.mkstemp': { cwe: ['CWE-377'], severity: 'medium' },
  'security.insecureAPI.mktemp': { cwe: ['CWE-377'], severity: 'medium' },
  'security.insecureAPI.rand': { cwe: ['CWE-338'], severity: 'low' },
  'security.insecureAPI.strcpy': { cwe: overflow, severity: 'high' },
  'security.insecureAPI.vfork': { cwe: ['CWE-676'], severity: 'low' },
  'unix.API': { cwe: ['CWE-687'], severity: 'medium' },
  'unix.Malloc': { cwe: ['CWE-672'], severity: 'high' },
  'unix.MallocSizeof': { cwe: ['CWE-131', 'CWE-467'], severity: 'medium' },
  'unix.MismatchedDeallocator': { cwe: ['CWE-762'], severity: 'medium' },
  'unix.Stream': { cwe: ['CWE-775', 'CWE-672'], severity: 'medium' },
  'unix.cstring.BadSizeArg': { cwe: ['CWE-805', ...overflow], severity: 'high' },
  'unix.cstring.NotNullTerminated': { cwe: ['CWE-170'], severity: 'medium' },
  'unix.cstring.NullArg': { cwe: ['CWE-476'], severity: 'high' },
  'optin.taint.GenericTaint': { cwe: ['CWE-20'], severity: 'high' },
  'optin.taint.TaintedAlloc': { cwe: ['CWE-789'], severity: 'medium' },
  'optin.taint.TaintedDiv': { cwe: ['CWE-369'], severity: 'medium' },
  'alpha.security.ArrayBoundV2': { cwe: outOfBounds, severity: 'high' },
  'alpha.security.MallocOverflow': { cwe: ['CWE-190', 'CWE-680'], severity: 'medium' },
  'alpha.security.ReturnPtrRange': { cwe: ['CWE-466', ...outOfBounds], severity: 'high' },
  'alpha.security.cert.pos.34c': { cwe: ['CWE-562', 'CWE-825'], severity: 'medium' },
  'alpha.security.taint.TaintPropagation': { cwe: ['CWE-20'], severity: 'high' },
  'alpha.unix.SimpleStream': { cwe: ['CWE-775', 'CWE-672'], severity: 'medium' },
  'alpha.unix.cstring.OutOfBounds': { cwe: outOfBounds, severity: 'high' },
  'alpha.unix.cstring.NotNullTerminated': { cwe: ['CWE-170'], severity: 'medium' },
  'cplusplus.ArrayDelete': { cwe: ['CWE-762'], severity: 'medium' },
  'cplusplus.InnerPointer': { cwe: ['CWE-416', 'CWE-825'], severity: 'high' },
  'cplusplus.Move': { cwe: ['CWE-672'], severity: 'medium' },
  'cplusplus.NewDelete': { cwe: ['CWE-672'], severity: 'high' },
  'cplusplus.NewDeleteLeaks': { cwe: ['CWE-401'], severity: 'medium' },
  'cplusplus.PlacementNew': { cwe: ['CWE-787', 'CWE-131'], severity: 'high' },
  'cplusplus.StringChecker': { cwe: ['CWE-476'], severity: 'high' },
  'valist.Uninitialized': { cwe: ['CWE-457'], severity: 'medium' },
};

/**
 * Checkers that report several weaknesses, told apart by the words of the message (checker prefix, pattern, weaknesses); the first match holds.
 * A double free is no leak, though both are `unix.Malloc`.
 */
export const clangMessages: readonly (readonly [checker: string, words: RegExp, cwe: readonly CweId[]])[] = [
  ['unix.Malloc', /leak/i, ['CWE-401']],
  ['unix.Malloc', /after it is freed/i, ['CWE-416']],
  ['unix.Malloc', /free released|already (been )?(released|freed)/i, ['CWE-415']],
  ['unix.Malloc', /not memory allocated|not point to|not the start|address of|function pointer/i, ['CWE-590', 'CWE-763']],
  ['cplusplus.NewDelete', /after it is (freed|released)/i, ['CWE-416']],
  ['cplusplus.NewDelete', /free released|already (been )?(released|freed)/i, ['CWE-415']],
  ['cplusplus.NewDelete', /not memory allocated|not point to|not the start|address of/i, ['CWE-590', 'CWE-763']],
  ['alpha.security.taint.TaintPropagation', /system call/i, ['CWE-78']],
  ['alpha.security.taint.TaintPropagation', /format string/i, ['CWE-134']],
  ['alpha.security.taint.TaintPropagation', /buffer size/i, ['CWE-789', 'CWE-120', 'CWE-787']],
  ['optin.taint.GenericTaint', /system call/i, ['CWE-78']],
  ['optin.taint.GenericTaint', /format string/i, ['CWE-134']],
  ['optin.taint.GenericTaint', /buffer size/i, ['CWE-789', 'CWE-120', 'CWE-787']],
];
