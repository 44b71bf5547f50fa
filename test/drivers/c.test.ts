import { afterAll } from 'vitest';
import { c } from '../../src/drivers/c/c.ts';
import { describeDriver } from '../contracts/driver.ts';
import { trialBox } from './box.ts';

const box = trialBox(64_420);
afterAll(() => box.close());

describeDriver('c', {
  create: c,
  sandbox: () => box,
  extension: 'c',
  skips: {
    json: 'C has no type for any JSON value',
    'bytes-out': 'a C function yields bytes by an out-bytes parameter',
    raise: 'C has no exceptions',
    nul: 'a C string ends at NUL; the harness refuses such an argument',
    'missing-dependency': 'a header that is not there is a compile error',
    http: 'no C framework is supported',
  },
});
