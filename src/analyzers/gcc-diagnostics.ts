import { z } from 'zod';
import { type CweId, parseCwe } from '../core/index.ts';

/** A place in a file; `column` is 1-based, in the unit of the format: bytes (JSON) or code points (SARIF). */
export type GccPlace = { readonly file: string; readonly line: number; readonly column: number };
export type GccDiagnostic = {
  /** `warning`, `error`, `fatal error`, `sorry, unimplemented` … */
  readonly kind: string;
  /** `-Wanalyzer-double-free`; empty for errors. */
  readonly option: string;
  readonly message: string;
  readonly cwe: readonly CweId[];
  readonly place?: GccPlace;
  readonly path: readonly { readonly place: GccPlace; readonly note: string }[];
};

const jsonPlace = z.object({ file: z.string(), line: z.number(), 'byte-column': z.number() });
const jsonSchema = z.array(
  z.object({
    kind: z.string(),
    option: z.string().optional(),
    message: z.string(),
    locations: z.array(z.object({ caret: jsonPlace })),
    path: z.array(z.object({ location: jsonPlace.optional(), description: z.string() })).optional(),
    metadata: z.object({ cwe: z.number().optional() }).optional(),
  }),
);

const placeOf = (place: z.infer<typeof jsonPlace>): GccPlace => ({ file: place.file, line: place.line, column: place['byte-column'] });

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // The caller finds that it has not the shape of a report.
  }
};

/** What `-fdiagnostics-format=json` writes of one file. Undefined where the text holds no whole report. */
export const jsonDiagnostics = (stderr: string): readonly GccDiagnostic[] | undefined => {
  const line = stderr.split('\n').find((text) => text.startsWith('['));
  const report = jsonSchema.safeParse(line === undefined ? undefined : parsed(line));
  if (!report.success) return undefined;
  return report.data.map(({ kind, option = '', message, locations: [first], path = [], metadata }) => {
    const cwe = metadata?.cwe === undefined ? undefined : parseCwe(String(metadata.cwe));
    return {
      kind,
      option,
      message,
      cwe: cwe === undefined ? [] : [cwe],
      ...(first === undefined ? {} : { place: placeOf(first.caret) }),
      path: path.flatMap(({ location, description }) => (location === undefined ? [] : [{ place: placeOf(location), note: description }])),
    };
  });
};

const sarifLocation = z.object({
  physicalLocation: z
    .object({
      artifactLocation: z.object({ uri: z.string() }),
      region: z.object({ startLine: z.number(), startColumn: z.number().optional() }).optional(),
    })
    .optional(),
  message: z.object({ text: z.string() }).optional(),
});
const sarifSchema = z.object({
  version: z.literal('2.1.0'),
  runs: z.tuple([
    z.object({
      results: z.array(
        z.object({
          ruleId: z.string(),
          level: z.string(),
          message: z.object({ text: z.string() }),
          locations: z.array(sarifLocation),
          taxa: z.array(z.object({ id: z.string() })).optional(),
          codeFlows: z
            .array(z.object({ threadFlows: z.array(z.object({ locations: z.array(z.object({ location: sarifLocation })) })) }))
            .optional(),
        }),
      ),
    }),
  ]),
});

const sarifPlace = ({ physicalLocation }: z.infer<typeof sarifLocation>): GccPlace | undefined =>
  physicalLocation?.region === undefined
    ? undefined
    : {
        file: physicalLocation.artifactLocation.uri,
        line: physicalLocation.region.startLine,
        column: physicalLocation.region.startColumn ?? 1,
      };

/** What `-fdiagnostics-format=sarif-stderr` writes of one file. Undefined where the text holds no whole report. */
export const sarifDiagnostics = (stderr: string): readonly GccDiagnostic[] | undefined => {
  const start = stderr.indexOf('{');
  const report = sarifSchema.safeParse(start < 0 ? undefined : parsed(stderr.slice(start, stderr.lastIndexOf('}') + 1)));
  if (!report.success) return undefined;
  return report.data.runs[0].results.map(({ ruleId, level, message, locations: [first], taxa = [], codeFlows = [] }) => {
    const place = first === undefined ? undefined : sarifPlace(first);
    const steps = codeFlows[0]?.threadFlows[0]?.locations ?? [];
    return {
      kind: level,
      option: ruleId.startsWith('-W') ? ruleId : '',
      message: message.text,
      cwe: taxa.flatMap(({ id }) => parseCwe(id) ?? []),
      ...(place === undefined ? {} : { place }),
      path: steps.flatMap(({ location }) => {
        const at = sarifPlace(location);
        return at === undefined ? [] : [{ place: at, note: location.message?.text ?? '' }];
      }),
    };
  });
};
