import { afterAll } from 'vitest';
import { java, javaToolFolder } from '../../src/drivers/java/java.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_740, [javaToolFolder()]);
afterAll(() => box.close());

describeDriver('java', { create: java, sandbox: () => box, extension: 'java', skips: {} });
