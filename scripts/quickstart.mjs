/** From a fresh clone to the iceberg: set-up, build, the bundled suite against the scripted systems, the reports. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { setUp } from './setup.mjs';

setUp('tour');

const root = fileURLToPath(new URL('..', import.meta.url));
const { status } = spawnSync(
  process.execPath,
  [join(root, 'bin/fathom.js'), 'run', join(root, 'examples/quickstart.yaml'), '--out', join(root, 'runs/quickstart')],
  {
    cwd: root,
    stdio: 'inherit',
  },
);
if (status === 0) {
  console.log(`
Open    runs/quickstart/report.html

Try next
  npx fathom tasks show read-note                what one task asks, and how it is attacked
  npx fathom report runs/quickstart --fusion witnessed-first     the same run under another rule
  npx fathom init                                a configuration for your own model

The tour took the tasks in Python, JavaScript and C. \`npm run setup\` installs the compilers for Java, Go and C++ too;
\`npx fathom doctor\` says what is there, and \`npx fathom tasks list\` what there is to measure.`);
}
process.exitCode = status ?? 1;
