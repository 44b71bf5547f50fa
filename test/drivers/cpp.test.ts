import { afterAll } from 'vitest';
import { cpp } from '../../src/drivers/cpp/cpp.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_560);
afterAll(() => box.close());

describeDriver('cpp', {
  create: cpp,
  sandbox: () => box,
  extension: 'cpp',
  skips: {
    json: 'C++ has no type for any JSON value',
    'missing-dependency': 'a header that is not there is a compile error',
    http: 'no C++ framework is supported',
  },
});
