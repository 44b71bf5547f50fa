import { it } from 'vitest';
import { java, javaToolFolder } from '../src/drivers/java/java.ts';
import { trialBox } from './drivers/box.ts';
import { sampleOf, task } from './sandboxes/forgery-task.ts';
it('x', async () => {
  const box = trialBox(64_990, [javaToolFolder()]);
  for (const name of ['steals-the-id', 'harness-insides', 'channel-takeover', 'changes-integers', 'every-descriptor', 'answers-before-the-call', 'loads-twice','own-numbers','own-collections','equals-everything','stops-the-harness','shutdown-hook','answers-when-attacked','overwrites-files']) {
    const launch = java().launch(sampleOf(`java/${name}.java`).code, task.interface, []);
    const session = await box.open({ launch, limits: { ...task.limits, callMs: 15000 }, files: [], environment: {} });
    const first = session.loaded.loaded ? await session.call('checksum', ['abc', 1]) : undefined;
    const second = session.loaded.loaded ? await session.call('readNote', ['..']) : undefined;
    const out = await session.output();
    console.log(name, JSON.stringify([session.loaded, first, second]).slice(0, 700), out.stderr.slice(0, 200));
    await session.close();
  }
  await box.close();
}, 400000);
