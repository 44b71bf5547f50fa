import type { FinishReason, SourceFiles } from '../../../src/core/index.ts';
import { type Extracted, extract } from '../../../src/extraction/index.ts';

/** A small repository that the cases change. */
export const shop: SourceFiles = {
  'README.md': '# Shop\n\nRun it.\n',
  'app/main.py': 'import os\n\n\ndef price(name):\n    return 1\n\n\ndef names():\n    return []\n',
  'app/store.py': 'DATA = {}\n',
};

export type PatchCase = {
  readonly text?: string;
  readonly given?: string;
  readonly finishReason?: FinishReason;
  readonly repository?: SourceFiles;
};

export const patching = ({ text = '', given, finishReason = 'stop', repository = shop }: PatchCase): Extracted =>
  extract({
    text,
    language: 'python',
    style: 'instruction',
    prefix: '',
    finishReason,
    repository,
    ...(given === undefined ? {} : { given }),
  });

export const reasonOf = ({ provenance }: Extracted): string | undefined => provenance.steps.at(-1);

/** `price` returns 2 instead of 1. */
export const dearer = `diff --git a/app/main.py b/app/main.py
--- a/app/main.py
+++ b/app/main.py
@@ -2,7 +2,7 @@
 
 
 def price(name):
-    return 1
+    return 2
 
 
 def names():
`;

export const dearerFiles: SourceFiles = { ...shop, 'app/main.py': (shop['app/main.py'] ?? '').replace('return 1', 'return 2') };
