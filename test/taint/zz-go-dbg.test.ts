import { it } from 'vitest';
import { createAnalysis } from '../../src/taint/analysis.ts';
import { ruleGroups } from '../../src/taint/rules/index.ts';
import { loadChecker } from './checking.ts';
import { loadTrees } from '../../src/taint/trees.ts';
import { createFrontEnd } from '../../src/taint/front-ends/index.ts';
import { printProgram } from '../support/print-ir.ts';
it('x', async () => {
  const check = await loadChecker(createAnalysis(ruleGroups));
  const trees = await loadTrees(['go', 'java']);
  const ids = (process.env.R ?? '').split(',');
  for (const g of ruleGroups) for (const r of g.rules) for (const e of r.examples) {
    if (!(e.language === 'go' || e.language === 'java') || !ids.includes(`${r.id}:${e.language}`)) continue;
    for (const [which, code] of [['bad', e.bad], ['good', e.good]] as const) {
      const p = createFrontEnd(e.language).lower(trees.parse(e.language, code).root, code);
      const result = check(e.language, code);
      console.log(`===== ${r.id} ${e.language} ${which}\n${printProgram(p)}\nerrors ${p.errors.length}\nFOUND ${result.findings.map((f) => `${f.ruleId}@${f.location?.line}`).join()} GAPS ${JSON.stringify(result.gaps)}`);
    }
  }
}, 60_000);
