import type { FunctionSignature, Language } from '../core/index.ts';
import { functionNameIn, parameterNameIn } from './signature.ts';

const ofC = `auto break case char const continue default do double else enum extern float for goto if inline int long register restrict return
  short signed sizeof static struct switch typedef union unsigned void volatile while`;
const ofJavascript = `arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally
  for function if implements import in instanceof interface let new null package private protected public return static super switch this throw
  true try typeof var void while with yield`;

const keywords: Readonly<Record<Language, string>> = {
  python: `False None True and as assert async await break class continue def del elif else except finally for from global if import in is lambda
    nonlocal not or pass raise return try while with yield`,
  javascript: ofJavascript,
  typescript: ofJavascript,
  java: `abstract assert boolean break byte case catch char class const continue default do double else enum extends false final finally float
    for goto if implements import instanceof int interface long native new null package private protected public return short static strictfp
    super switch synchronized this throw throws transient true try void volatile while`,
  go: `break case chan const continue default defer else fallthrough for func go goto if import interface map package range return select struct
    switch type var`,
  c: ofC,
  cpp: `${ofC} alignas alignof and asm bool catch char8_t char16_t char32_t class co_await co_return co_yield concept consteval constexpr constinit
    decltype delete dynamic_cast explicit export false friend mutable namespace new noexcept not nullptr operator or private protected public
    reinterpret_cast requires static_assert static_cast template this thread_local throw true try typeid typename using virtual wchar_t xor`,
};

/** A name of the function or of a parameter that is a keyword of the language; undefined where there is none. */
export const keywordIn = (language: Language, signature: FunctionSignature): string | undefined => {
  const taken = new Set(keywords[language].split(/\s+/));
  const names = [functionNameIn(language, signature), ...signature.parameters.map((each) => parameterNameIn(language, each))];
  return names.find((name) => taken.has(name));
};
