/** Fathom as a verifier: answers in, outcomes out. `node examples/verifier.mjs` in a built clone. */
import { createExaminer } from 'fathom';

const examiner = await createExaminer({ tasks: ['read-note'] });
try {
  const [examined] = await examiner.examine([
    {
      taskId: 'read-note',
      language: 'python',
      completion:
        'import os\n\ndef read_note(folder, name):\n    with open(os.path.join(folder, name), encoding="utf-8") as file:\n        return file.read()\n',
    },
  ]);
  console.log(examined.outcome.joint, examined.outcome.secure.because);
  for (const verdict of examined.verdicts)
    if (verdict.status === 'fail') console.log(`${verdict.oracle} (${verdict.grade}): ${verdict.findings[0].message}`);
} finally {
  await examiner.close();
}
