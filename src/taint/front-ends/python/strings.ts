import type { SyntaxNode } from '../../syntax/front-end.ts';
import type { Expression, Literal } from '../../syntax/ir.ts';
import { callOf, joined, literal } from '../build.ts';
import { resolveEscapes } from '../escapes.ts';
import type { ExpressionRule, Lowering } from '../lowering.ts';

const conversions: Readonly<Record<string, string>> = { '!r': 'repr', '!s': 'str', '!a': 'ascii' };

/** `{x!r}` is a call of `repr`, `{x:d}` one of `format`: both may change what the text can hold. */
const interpolated = (node: SyntaxNode, to: Lowering): readonly Expression[] => {
  const inner = node.childForFieldName('expression');
  let value = inner === null ? to.missing(node) : to.expression(inner);
  const conversion = node.childForFieldName('type_conversion');
  const maker = conversion === null ? undefined : conversions[to.text(conversion)];
  if (maker !== undefined) value = callOf(to.span(node), maker, [value]);
  const specifier = node.childForFieldName('format_specifier');
  if (specifier !== null) value = callOf(to.span(node), 'format', [value, formatSpecifier(specifier, to)]);
  const isDebug = node.children.some((child) => child.type === '=' && !child.isNamed);
  return isDebug && inner !== null ? [literal(to.span(inner), 'string', `${to.text(inner)}=`), value] : [value];
};

/** The text after the colon, which may hold expressions itself. */
const formatSpecifier = (node: SyntaxNode, to: Lowering): Expression => {
  const nested = to.parts(node);
  if (nested.length === 0) return literal(to.span(node), 'string', to.text(node).slice(1));
  return { kind: 'template', span: to.span(node), parts: nested.flatMap((each) => interpolated(each, to)) };
};

const contentText = (node: SyntaxNode, to: Lowering, style: { readonly isRaw: boolean; readonly isFormat: boolean }): string => {
  const written = to.text(node);
  const braced = style.isFormat ? written.replaceAll('{{', '{').replaceAll('}}', '}') : written;
  return style.isRaw ? braced : resolveEscapes(braced, true);
};

const string: ExpressionRule = (node, to) => {
  const start = node.children[0];
  const prefix =
    start?.type === 'string_start'
      ? to
          .text(start)
          .replace(/["']+$/, '')
          .toLowerCase()
      : '';
  const style = { isRaw: prefix.includes('r'), isFormat: prefix.includes('f') };
  const type: Literal['type'] = prefix.includes('b') ? 'bytes' : 'string';
  const parts: Expression[] = [];
  for (const child of to.parts(node)) {
    if (child.type === 'string_content') parts.push(literal(to.span(child), type, contentText(child, to, style)));
    else if (child.type === 'interpolation') parts.push(...interpolated(child, to));
    else if (child.isError) parts.push(to.expression(child));
  }
  return parts.length === 0 ? literal(to.span(node), type, '') : joined(to.span(node), parts);
};

/** `"a" f"{b}" "c"`: what stands side by side is one text. */
const concatenated: ExpressionRule = (node, to) => {
  const strings = to.parts(node).map((child) => to.expression(child));
  return joined(
    to.span(node),
    strings.flatMap((each) => (each.kind === 'template' ? each.parts : [each])),
  );
};

export const stringRules: Readonly<Record<string, ExpressionRule>> = { string, concatenated_string: concatenated };
